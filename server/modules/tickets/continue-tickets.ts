/** For imports that come again: what has happened elsewhere to tickets that were imported before. */
import type { Ctx, Iso } from "#platform/context"
import { rows } from "#platform/database/rows"
import { type PastEvent, writePast } from "#platform/past-events"
import { afterMove } from "./consequences.ts"
import { columnsOf, type PastEnds, stepEvents } from "./import-tickets.ts"
import { type PastFields, type PastStep, stepped } from "./past.ts"
import { columnList, type WholeRow } from "./row.ts"
import { levelName, priorityName, viewersOf } from "./rules.ts"

export type Continued = PastEnds & {
  id: string
  steps: readonly PastStep[]
  untold: PastFields["customFields"]
  /** Where the status changes: the version of the workflow that knows it. */
  workflowVersionId: string
}

/** Goes on with imported tickets. Answers how many events each gave, by id; those that are deleted here are left alone and not in it. */
export async function continueTickets(ctx: Ctx, all: readonly Continued[]): Promise<Map<string, number>> {
  if (all.length === 0) return new Map()
  const found = await rows<WholeRow>(
    ctx.db,
    `select ${columnList}, t.description from tickets t where t.id = any($1::uuid[]) and t.deleted_at is null order by t.id for no key update`,
    [all.map(({ id }) => id)],
  )
  const present = new Map(found.map((ticket) => [ticket.id, ticket]))
  const counts = new Map<string, number>()
  const events: PastEvent[] = []
  const moved: [WholeRow, WholeRow][] = []
  for (const more of all) {
    const before = present.get(more.id)
    if (before === undefined) continue
    const after = continued(before, more)
    moved.push([before, after])
    const viewers = (fields: PastFields) => viewersOf({ ...before, ...columnsOf(fields) })
    const subject = { id: more.id, projectId: before.project_id, version: before.version, viewers }
    const its = stepEvents(subject, fieldsOf(before), more.steps)
    events.push(...its)
    counts.set(more.id, its.length)
  }
  await updateTickets(
    ctx,
    moved.map(([, after]) => after),
  )
  await writePast(ctx, events)
  for (const [before, after] of moved) if (before.status !== after.status) await afterMove(ctx, before, after)
  return counts
}

/** The ticket as it stands here, in the terms of what is imported. */
const fieldsOf = (ticket: WholeRow): PastFields => ({
  status: ticket.status,
  statusCategory: ticket.status_category,
  priority: priorityName(ticket.priority),
  impact: levelName(ticket.impact),
  urgency: levelName(ticket.urgency),
  categoryId: ticket.category_id,
  teamId: ticket.team_id,
  reporterId: ticket.reporter_id,
  assigneeIds: ticket.assignee_ids,
  resolutionCode: ticket.resolution_code,
  customFields: ticket.custom_fields as PastFields["customFields"],
})

function continued(before: WholeRow, { steps, untold, resolvedAt, closedAt, workflowVersionId }: Continued): WholeRow {
  const fields = steps.reduce(stepped, fieldsOf(before))
  const moves = fields.status !== before.status
  const after: WholeRow = {
    ...before,
    ...columnsOf({ ...fields, customFields: { ...fields.customFields, ...untold } }),
    ...(moves
      ? {
          workflow_version_id: workflowVersionId,
          resolved_at: resolvedAt,
          closed_at: closedAt,
          progress: fields.statusCategory === "done" ? 100 : before.status_category === "done" ? 0 : before.progress,
        }
      : {}),
    version: before.version + steps.length,
    updated_at: steps.reduce((latest: Iso, { at }) => (at > latest ? at : latest), before.updated_at),
  }
  after.open = after.status_category !== "done" && after.status_category !== "cancelled"
  after.viewers = viewersOf(after)
  return after
}

async function updateTickets(ctx: Ctx, all: readonly WholeRow[]): Promise<void> {
  if (all.length === 0) return
  await rows(
    ctx.db,
    `update tickets t set ${Object.keys(types)
      .map((name) => `${name} = n.${name}`)
      .join(", ")}
     from jsonb_to_recordset($1::jsonb) as n (id uuid, ${Object.entries(types)
       .map(([name, type]) => `${name} ${type}`)
       .join(", ")})
     where t.id = n.id`,
    [JSON.stringify(all)],
    "continue_tickets",
  )
}

/** The columns that another system may change. */
const types = {
  workflow_version_id: "uuid",
  status: "text",
  status_category: "text",
  priority: "smallint",
  impact: "smallint",
  urgency: "smallint",
  category_id: "uuid",
  team_id: "uuid",
  reporter_id: "uuid",
  assignee_ids: "uuid[]",
  viewers: "uuid[]",
  progress: "smallint",
  resolution_code: "text",
  custom_fields: "jsonb",
  version: "int",
  updated_at: "timestamptz",
  resolved_at: "timestamptz",
  closed_at: "timestamptz",
} as const satisfies Partial<Record<keyof WholeRow, string>>
