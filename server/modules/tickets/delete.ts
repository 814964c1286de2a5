import type { ChangedTicket } from "@docket/contract/tickets"
import { projectOf } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { notFound } from "#platform/errors"
import { record } from "#platform/events"
import { recountBlocked, rollUp } from "./consequences.ts"
import { allow } from "./policy.ts"
import { presentChanged } from "./present.ts"
import { isId, ticketToChange } from "./queries.ts"
import { columnList, type WholeRow } from "./row.ts"
import { assertVersion } from "./rules.ts"
import { subjectOf } from "./save.ts"
import { placeOf } from "./standing.ts"

const restorableDays = 30

/** Takes a ticket out of sight; it can be restored for 30 days. */
export async function deleteTicket(ctx: Ctx, idOrKey: string): Promise<void> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, ticket.project_id)
  allow(
    "delete",
    { actor: ctx.actor, place: placeOf(ctx.actor, ticket), ticket, kind: project.kind },
    "Only an administrator deletes tickets.",
  )
  assertVersion(ctx.origin.ifMatch, ticket.version)
  await setDeleted(ctx, ticket, ctx.now)
  await record(ctx, "ticket.deleted", { ...subjectOf(ticket, ticket), version: ticket.version + 1 }, {})
}

/** Brings a deleted ticket back, with everything that belongs to it. */
export async function restoreTicket(ctx: Ctx, idOrKey: string): Promise<ChangedTicket> {
  const [ticket] = await rows<WholeRow>(
    ctx.db,
    `select ${columnList}, t.description from tickets t where ${isId(idOrKey) ? "t.id = $1::uuid" : "t.key = upper($1)"}
       and t.deleted_at > now() - make_interval(days => ${restorableDays}) for no key update`,
    [idOrKey],
  )
  if (ticket === undefined) throw notFound("ticket")
  await projectOf(ctx, ticket.project_id)
  await setDeleted(ctx, ticket, null)
  const restored = { ...ticket, version: ticket.version + 1, deleted_at: null, updated_at: ctx.now }
  await record(ctx, "ticket.restored", subjectOf(ticket, restored), {})
  return presentChanged(ctx, restored)
}

async function setDeleted(ctx: Ctx, ticket: WholeRow, at: string | null): Promise<void> {
  await ctx.db
    .updateTable("tickets")
    .set({ deleted_at: at, version: ticket.version + 1, updated_at: ctx.now })
    .where("id", "=", ticket.id)
    .execute()
  if (ticket.open) await recountBlocked(ctx, ticket.id)
  if (ticket.parent_id !== null) await rollUp(ctx, ticket.parent_id)
}
