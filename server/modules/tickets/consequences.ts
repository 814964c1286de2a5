import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { record } from "#platform/events"
import { columnList, type WholeRow } from "./row.ts"
import { rolledUp } from "./rules.ts"
import { recordChange, save } from "./save.ts"

/** What a change of one ticket means for others, in the same transaction: whom it blocks, and the progress of what it is part of. */
export async function afterMove(ctx: Ctx, before: WholeRow, after: WholeRow): Promise<void> {
  if (before.open !== after.open) await recountBlocked(ctx, after.id)
  const counts =
    before.status_category !== after.status_category ||
    before.progress !== after.progress ||
    before.estimate !== after.estimate ||
    before.parent_id !== after.parent_id
  if (!counts) return
  if (after.parent_id !== null) await rollUp(ctx, after.parent_id)
  if (before.parent_id !== null && before.parent_id !== after.parent_id) await rollUp(ctx, before.parent_id)
}

type Recounted = { id: string; version: number; viewers: string[]; project_id: string; flipped: boolean; blocked: boolean }

/** Counts open blockers anew. A ticket that becomes blocked or free by it is changed, and says so. */
async function recount(ctx: Ctx, which: string, id: string): Promise<void> {
  const changed = await rows<Recounted>(
    ctx.db,
    `update tickets b set open_blockers = x.now, version = b.version + (case when x.flips then 1 else 0 end), updated_at = case when x.flips then $2::timestamptz else b.updated_at end
     from (
       select c.id, c.now, (c.now > 0) <> (c.was > 0) as flips, c.now <> c.was as changes from (
         select t.id, t.open_blockers as was, (
           select count(*)::int from ticket_links l join tickets o on o.id = l.from_id where l.to_id = t.id and l.kind = 'blocks' and o.open and o.deleted_at is null) as now
         from tickets t where t.id ${which}) c) x
     where b.id = x.id and x.changes
     returning b.id, b.version, b.viewers, b.project_id, x.flips as flipped, x.now > 0 as blocked`,
    [id, ctx.now],
  )
  for (const { id: its, version, viewers, project_id, flipped, blocked } of changed)
    if (flipped)
      await record(
        ctx,
        "ticket.updated",
        { entity: "ticket", id: its, version, ticketId: its, projectId: project_id, audience: viewers },
        { changes: { blocked: [!blocked, blocked] } },
      )
}
/** Of everything that this ticket blocks. */
export const recountBlocked = (ctx: Ctx, blockerId: string) =>
  recount(ctx, "in (select to_id from ticket_links where from_id = $1::uuid and kind = 'blocks')", blockerId)
/** Of one ticket. */
export const recountOne = (ctx: Ctx, id: string) => recount(ctx, "= $1::uuid", id)

/** Progress of a story or epic from its children, and so on upwards. */
export async function rollUp(ctx: Ctx, parentId: string): Promise<void> {
  const [parent] = await rows<WholeRow>(
    ctx.db,
    `select ${columnList}, t.description from tickets t where t.id = $1::uuid and t.deleted_at is null for no key update`,
    [parentId],
  )
  if (parent === undefined) return
  const children = await rows<Pick<WholeRow, "progress" | "estimate" | "status_category">>(
    ctx.db,
    "select progress, estimate, status_category from tickets where parent_id = $1::uuid and deleted_at is null",
    [parentId],
  )
  const progress = parent.status_category === "done" ? 100 : rolledUp(children)
  if (progress === parent.progress) return
  const after = await save(ctx, parent, { progress })
  await recordChange(ctx, "ticket.updated", parent, after, { progress: [parent.progress, progress] })
  if (parent.parent_id !== null) await rollUp(ctx, parent.parent_id)
}
