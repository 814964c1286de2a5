import type { EventName, Events } from "@docket/contract/events"
import type { Changes } from "@docket/contract/tickets"
import type { Ctx } from "#platform/context"
import { record, type Subject } from "#platform/events"
import type { WholeRow } from "./row.ts"
import { viewersOf } from "./rules.ts"

/** Columns that an action may set; what follows from them (viewers, version, times) is set here. */
export type NewValues = Partial<
  Omit<WholeRow, "id" | "key" | "project_id" | "number" | "open" | "viewers" | "version" | "updated_at" | "created_at">
>

const union = (a: readonly string[], b: readonly string[]) => (a === b ? [...a] : [...new Set([...a, ...b])])

/** Whom an event about a ticket may reach: those who could see it before, and those who can now. */
export const subjectOf = (before: WholeRow, after: WholeRow): Subject => ({
  entity: "ticket",
  id: after.id,
  version: after.version,
  ticketId: after.id,
  projectId: after.project_id,
  audience: union(before.viewers, after.viewers),
})

/** Writes new values as the ticket's next version. The row must be locked. Answers the ticket as it now is. */
export async function save(ctx: Ctx, before: WholeRow, values: NewValues): Promise<WholeRow> {
  const after: WholeRow = { ...before, ...values, version: before.version + 1, updated_at: ctx.now }
  after.open = after.status_category !== "done" && after.status_category !== "cancelled"
  after.viewers = viewersOf(after)
  const { custom_fields, ...plain } = values
  const samePeople = after.viewers.length === before.viewers.length && after.viewers.every((id) => before.viewers.includes(id))
  await ctx.db
    .updateTable("tickets")
    .set({
      ...plain,
      ...(custom_fields === undefined ? {} : { custom_fields: JSON.stringify(custom_fields) }),
      ...(samePeople ? {} : { viewers: after.viewers }),
      version: after.version,
      updated_at: after.updated_at,
    })
    .where("id", "=", before.id)
    .execute()
  return after
}

type ChangeEvent = { [N in EventName]: Events[N] extends { changes: Changes } ? N : never }[EventName] & `ticket.${string}`

/** Records a change of fields; nothing where there is none. */
export async function recordChange(
  ctx: Ctx,
  name: ChangeEvent,
  before: WholeRow,
  after: WholeRow,
  changes: Changes,
  note?: string | null,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await record(ctx, name, subjectOf(before, after), { changes, ...(note ? { note } : {}) })
}
