import type { ChangedTicket, Changes, TicketChanges } from "@docket/contract/tickets"
import { assertNotFrozen, projectOf } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { afterMove } from "./consequences.ts"
import { decideMove } from "./move.ts"
import { parentFor } from "./parents.ts"
import { allow, type Case } from "./policy.ts"
import { presentChanged } from "./present.ts"
import { ticketToChange } from "./queries.ts"
import { rankFor } from "./rank-between.ts"
import { assertAssignable, assertReferences } from "./references.ts"
import type { WholeRow } from "./row.ts"
import { assertDates, assertVersion, levelName, levelRank, priorityFrom, priorityName, priorityRank } from "./rules.ts"
import { type NewValues, recordChange, save } from "./save.ts"
import { placeOf } from "./standing.ts"

const texts = ["title", "description"] as const
const planned = [
  "type",
  "priority",
  "impact",
  "urgency",
  "categoryId",
  "departmentId",
  "teamId",
  "parentId",
  "labels",
  "startDate",
  "dueDate",
  "estimate",
  "progress",
  "ownerId",
  "externalRef",
  "customFields",
  "rank",
] as const

/** Changes any fields and moves the ticket along its workflow, in one step. What is the same already changes nothing and is no event. */
export async function updateTicket(ctx: Ctx, idOrKey: string, input: TicketChanges): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, before.project_id)
  assertNotFrozen(project)
  const theCase: Case = { actor: ctx.actor, place: placeOf(ctx.actor, before), ticket: before, kind: project.kind }
  assertVersion(ctx.origin.ifMatch, before.version)
  const moves = input.status !== undefined && input.status !== before.status
  if (texts.some((field) => input[field] !== undefined)) allow("edit", theCase)
  if (planned.some((field) => input[field] !== undefined)) allow("editPlan", theCase)
  if (!moves && (input.resolution !== undefined || input.resolutionCode !== undefined || input.reason !== undefined))
    allow("editPlan", theCase)
  if (input.assigneeIds !== undefined) allow("assign", theCase)
  if (input.status !== undefined) allow("move", theCase)

  const values: NewValues = {}
  const changes: Changes = {}
  const set = <K extends keyof NewValues & keyof WholeRow>(
    column: K,
    field: string,
    value: WholeRow[K],
    show: (value: WholeRow[K]) => unknown = (v) => v,
  ) => {
    if (JSON.stringify(before[column]) === JSON.stringify(value)) return
    values[column] = value as NewValues[K]
    changes[field] = [show(before[column]), show(value)]
  }

  if (input.title !== undefined) set("title", "title", input.title)
  if (input.description !== undefined) set("description", "description", input.description)
  if (input.type !== undefined) set("type", "type", input.type)
  if (input.impact !== undefined) set("impact", "impact", levelRank(input.impact), levelName)
  if (input.urgency !== undefined) set("urgency", "urgency", levelRank(input.urgency), levelName)
  if (input.priority !== undefined) set("priority", "priority", priorityRank(input.priority), priorityName)
  else if (values.impact || values.urgency) {
    const [impact, urgency] = [values.impact ?? before.impact, values.urgency ?? before.urgency]
    if (impact !== null && urgency !== null) set("priority", "priority", priorityFrom(impact, urgency), priorityName)
  }
  if (input.categoryId !== undefined) set("category_id", "categoryId", input.categoryId)
  if (input.departmentId !== undefined) set("department_id", "departmentId", input.departmentId)
  if (input.teamId !== undefined) set("team_id", "teamId", input.teamId)
  if (input.ownerId !== undefined) set("owner_id", "ownerId", input.ownerId)
  if (input.labels !== undefined) set("labels", "labels", input.labels)
  if (input.startDate !== undefined) set("start_date", "startDate", input.startDate)
  if (input.dueDate !== undefined) set("due_date", "dueDate", input.dueDate)
  if (input.estimate !== undefined) set("estimate", "estimate", input.estimate)
  if (input.progress !== undefined) set("progress", "progress", input.progress)
  if (input.externalRef !== undefined) set("external_ref", "externalRef", input.externalRef)
  if (input.customFields !== undefined)
    set("custom_fields", "customFields", withoutNulls({ ...before.custom_fields, ...input.customFields }))
  if (input.parentId !== undefined) set("parent_id", "parentId", await parentFor(ctx, { ...before, ...values }, input.parentId))
  else if (values.type !== undefined && before.parent_id !== null) await parentFor(ctx, { ...before, ...values }, before.parent_id)
  if (input.rank !== undefined) set("rank", "rank", await rankFor(ctx, before.project_id, input.rank))
  if (input.resolution !== undefined) set("resolution", "resolution", input.resolution)
  if (input.resolutionCode !== undefined) set("resolution_code", "resolutionCode", input.resolutionCode)
  if (input.reason !== undefined) set("reason", "reason", input.reason)
  assertDates(values.start_date ?? before.start_date, values.due_date ?? before.due_date)
  await assertReferences(ctx, project, values)

  const assignment: Changes = {}
  if (input.assigneeIds !== undefined && JSON.stringify(input.assigneeIds) !== JSON.stringify(before.assignee_ids)) {
    await assertAssignable(ctx, project, input.assigneeIds, before.assignee_ids)
    values.assignee_ids = input.assigneeIds
    assignment.assignees = [before.assignee_ids, input.assigneeIds]
  }
  const move = moves ? await decideMove(ctx, before, project, input.status!, input) : null
  if (move !== null) Object.assign(values, move.values)
  if (Object.keys(values).length === 0) return presentChanged(ctx, before)

  const after = await save(ctx, before, values)
  const plainNote = move === null ? input.note : null
  await recordChange(ctx, "ticket.updated", before, after, changes, Object.keys(changes).length > 0 ? plainNote : null)
  await recordChange(ctx, "ticket.assigned", before, after, assignment, Object.keys(changes).length > 0 ? null : plainNote)
  if (move !== null) await recordChange(ctx, "ticket.status_changed", before, after, move.changes, move.note)
  await afterMove(ctx, before, after)
  return presentChanged(ctx, after)
}

const withoutNulls = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
