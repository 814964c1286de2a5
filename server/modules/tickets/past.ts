import type { Changes, Priority } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import type { Iso } from "#platform/context"
import type { Level } from "./rules.ts"

/** What another system said of a ticket at one moment, in Docket's keys and ids. */
export type PastFields = {
  status: string
  statusCategory: StatusCategory
  priority: Priority
  impact: Level | null
  urgency: Level | null
  categoryId: string | null
  teamId: string | null
  reporterId: string
  assigneeIds: readonly string[]
  resolutionCode: string | null
  customFields: Readonly<Record<string, string | number | boolean>>
}

/** One change in another system: who made it when, and what the ticket said before and after. */
export type PastStep = { at: Iso; actorId: string | null; before: PastFields; after: PastFields; note: string | null }

/**
 * What a ticket says after a step, wherever it stood: what the step does not change stays. A ticket that has been changed here in the
 * meantime keeps that, unless the other system has changed the same field since.
 */
export function stepped(now: PastFields, { before, after }: Pick<PastStep, "before" | "after">): PastFields {
  const next: Record<string, unknown> = { ...now }
  for (const field of [...plain, "status", "statusCategory"] as const) if (before[field] !== after[field]) next[field] = after[field]
  if (before.assigneeIds.join() !== after.assigneeIds.join()) next.assigneeIds = after.assigneeIds
  const customFields: Record<string, string | number | boolean> = { ...now.customFields }
  for (const name of differing(before.customFields, after.customFields)) {
    const value = after.customFields[name]
    if (value === undefined) delete customFields[name]
    else customFields[name] = value
  }
  return { ...(next as PastFields), customFields }
}

type PastChange = { name: "ticket.updated" | "ticket.assigned" | "ticket.status_changed"; changes: Changes; note: string | null }

const plain = ["priority", "impact", "urgency", "categoryId", "teamId", "reporterId", "resolutionCode"] as const

/**
 * The events of one step, the same that a change made here would have. A step that changes nothing Docket knows of is an event all the same:
 * somebody did something then. The note goes with what weighs most.
 */
export function changesOf({ before, after, note }: Pick<PastStep, "before" | "after" | "note">): PastChange[] {
  const updated: Changes = {}
  for (const field of plain) if (before[field] !== after[field]) updated[field] = [before[field], after[field]]
  const custom = changedFields(before.customFields, after.customFields)
  if (custom !== null) updated.customFields = custom

  const found: PastChange[] = []
  if (Object.keys(updated).length > 0) found.push({ name: "ticket.updated", changes: updated, note: null })
  if (before.assigneeIds.join() !== after.assigneeIds.join())
    found.push({ name: "ticket.assigned", changes: { assignees: [before.assigneeIds, after.assigneeIds] }, note: null })
  if (before.status !== after.status)
    found.push({ name: "ticket.status_changed", changes: { status: [before.status, after.status] }, note: null })
  const weightiest = found.at(-1)
  if (weightiest === undefined) return [{ name: "ticket.updated", changes: {}, note }]
  weightiest.note = note
  return found
}

type Custom = PastFields["customFields"]
const differing = (before: Custom, after: Custom) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])

/** Only the fields that differ: old and new. */
function changedFields(before: Custom, after: Custom): [Custom, Custom] | null {
  const names = differing(before, after)
  if (names.length === 0) return null
  const only = (fields: Custom) => Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))
  return [only(before), only(after)]
}
