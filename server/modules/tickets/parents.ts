import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { invalid } from "#platform/errors"
import { ticketToShow } from "./queries.ts"
import type { TicketRow } from "./row.ts"
import { assertMayHang } from "./rules.ts"

/** The id of the parent that a ticket may hang below. @throws 400 for a pair that is not allowed or a circle, 404 for one not visible. */
export async function parentFor(
  ctx: Ctx,
  ticket: Pick<TicketRow, "type"> & { id?: string },
  idOrKey: string | null,
): Promise<string | null> {
  if (idOrKey === null) return null
  const parent = await ticketToShow(ctx, idOrKey)
  if (parent.id === ticket.id) throw invalid([{ path: "parentId", message: "a ticket is not its own parent" }])
  assertMayHang(ticket.type, parent.type)
  if (ticket.id !== undefined && (await isAncestor(ctx, ticket.id, parent.id)))
    throw invalid([{ path: "parentId", message: "that would make a circle" }])
  return parent.id
}

/** Two that hang each other below the other at once would both pass; the lock makes them follow one another. */
async function isAncestor(ctx: Ctx, ancestor: string, of: string): Promise<boolean> {
  await rows(ctx.db, "select pg_advisory_xact_lock(hashtext('ticket.parents'))")
  const found = await rows(
    ctx.db,
    `with recursive up as (
       select id, parent_id, 1 as depth from tickets where id = $2::uuid
       union all
       select t.id, t.parent_id, up.depth + 1 from tickets t join up on t.id = up.parent_id where up.depth < 50)
     select 1 from up where id = $1::uuid limit 1`,
    [ancestor, of],
  )
  return found.length > 0
}
