import { type SqlBool, sql } from "kysely"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { notFound } from "#platform/errors"
import { columnList, type TicketRow, type WholeRow } from "./row.ts"

/**
 * The one definition of who sees a ticket: it names, among its viewers, the person or something that the person belongs to or may read.
 * Lists, details, comments, history, links, duplicates and live updates all go through here.
 */
export const visible = (ctx: Ctx, alias = "t") =>
  ctx.actor.seesAll
    ? sql<SqlBool>`${sql.ref(`${alias}.deleted_at`)} is null`
    : sql<SqlBool>`${sql.ref(`${alias}.deleted_at`)} is null and ${sql.ref(`${alias}.viewers`)} && ${[...ctx.actor.grants]}::uuid[]`

const visibleText = (ctx: Ctx, parameter: number) =>
  ctx.actor.seesAll ? "t.deleted_at is null" : `t.deleted_at is null and t.viewers && $${parameter}::uuid[]`
const grantsOf = (ctx: Ctx): unknown[] => (ctx.actor.seesAll ? [] : [ctx.actor.grants])

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (idOrKey: string): boolean => uuid.test(idOrKey)
const identified = (idOrKey: string) => (isId(idOrKey) ? "t.id = $1::uuid" : "t.key = upper($1)")

async function one(ctx: Ctx, idOrKey: string, lock: string): Promise<WholeRow> {
  const by = isId(idOrKey) ? "id" : "key"
  const [ticket] = await rows<WholeRow>(
    ctx.db,
    `select ${columnList}, t.description from tickets t where ${identified(idOrKey)} and ${visibleText(ctx, 2)}${lock}`,
    [idOrKey, ...grantsOf(ctx)],
    `ticket_by_${by}${ctx.actor.seesAll ? "_all" : ""}${lock === "" ? "" : "_lock"}`,
  )
  if (ticket === undefined) throw notFound("ticket")
  return ticket
}

/** A ticket that the actor may see, by id or key. @throws 404 */
export const ticketToShow = (ctx: Ctx, idOrKey: string): Promise<WholeRow> => one(ctx, idOrKey, "")
/** The same, locked until the transaction ends. @throws 404 */
export const ticketToChange = (ctx: Ctx, idOrKey: string): Promise<WholeRow> => one(ctx, idOrKey, " for no key update")

/** Those of some tickets that the actor may see. */
export async function ticketsToShow(ctx: Ctx, ids: readonly string[]): Promise<TicketRow[]> {
  if (ids.length === 0) return []
  return rows<TicketRow>(ctx.db, `select ${columnList} from tickets t where t.id = any($1::uuid[]) and ${visibleText(ctx, 2)}`, [
    ids,
    ...grantsOf(ctx),
  ])
}

/** May the actor watch this ticket over a socket? */
export async function maySee(ctx: Ctx, id: string): Promise<boolean> {
  const found = await rows(ctx.db, `select 1 from tickets t where t.id = $1::uuid and ${visibleText(ctx, 2)}`, [id, ...grantsOf(ctx)])
  return found.length > 0
}
