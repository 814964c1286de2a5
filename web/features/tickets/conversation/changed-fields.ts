// What a change of a field says: words, with the parts that are strong, a state or an icon marked as such. Pure; names come from outside.
import { type LinkKind, type Priority, priorities, type TicketType, ticketTypes } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { dayText } from "../../../ui/time-words.ts"
import { t } from "../../../words/words.ts"
import type { TimelineEvent } from "./feed.ts"

export type Part =
  | string
  | { strong: string }
  | { status: { name: string; category: StatusCategory | null }; strong?: true }
  | { priority: Priority }
  | { type: TicketType }
  | { ticket: string }
export type Named = {
  person: (id: string) => string | null
  status: (key: string) => { name: string; category: StatusCategory } | null
  category: (id: string) => string | null
  team: (id: string) => string | null
  department: (id: string) => string | null
  /** A relation that still stands, by the other ticket's key. */
  link: (key: string) => { kind: LinkKind; title: string } | null
  now: Date
}

const words = t.tickets.event
export const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value))
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : value ? [text(value)] : [])
const humane = (key: string): string => key.replaceAll("_", " ")

export function status(key: unknown, named: Named, strong?: true): Part {
  const known = named.status(text(key))
  return { status: known ?? { name: humane(text(key)), category: null }, ...(strong ? { strong } : {}) }
}

export function people(value: unknown, named: Named): string {
  return ids(value)
    .map((id) => named.person(id) ?? t.tickets.feed.someone)
    .join(", ")
}

const isPriority = (value: unknown): value is Priority => priorities.some((each) => each === value)
const isType = (value: unknown): value is TicketType => ticketTypes.some((each) => each === value)
const fieldName = (field: string): string => (words.field as Record<string, string>)[field] ?? humane(field)

/** The new value as it is shown; null where it is too long or unknown to be shown. */
function shown(field: string, value: unknown, named: Named): Part | null {
  if (field === "priority" && isPriority(value)) return { priority: value }
  if (field === "type" && isType(value)) return { type: value }
  if (field === "title") return { strong: `“${text(value)}”` }
  if (field === "dueDate" || field === "startDate") return { strong: dayText(text(value), named.now) }
  if (field === "estimate" || field === "impact" || field === "urgency" || field === "externalRef") return { strong: text(value) }
  if (field === "progress") return { strong: t.tickets.property.percent(Number(value)) }
  const names: Record<string, (id: string) => string | null> = {
    categoryId: named.category,
    teamId: named.team,
    departmentId: named.department,
    ownerId: named.person,
  }
  const name = names[field]?.(text(value))
  return name ? { strong: name } : null
}

function labelParts(old: unknown, now: unknown): Part[] {
  const [before, after] = [ids(old), ids(now)]
  const added = after.filter((label) => !before.includes(label))
  const removed = before.filter((label) => !after.includes(label))
  const parts: Part[] = []
  if (added.length > 0) parts.push(words.added_labels(added.length), { strong: added.join(", ") })
  if (added.length > 0 && removed.length > 0) parts.push(words.and)
  if (removed.length > 0) parts.push(words.removed_labels(removed.length), { strong: removed.join(", ") })
  return parts
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? { ...value } : {})

/** "contactType" and "contact_type" read "contact type". */
const spoken = (key: string): string =>
  humane(key)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()

/** A project's own fields by their names: what they are now, where it is short. */
function customParts(old: unknown, now: unknown): Part[] {
  const [before, after] = [fieldsOf(old), fieldsOf(now)]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const clauses = keys.slice(0, 3).map((key): Part[] => {
    const value = after[key]
    if (value === undefined || value === null || value === "") return [words.cleared(spoken(key))]
    return text(value).length > 40 ? [words.changed(spoken(key))] : [words.set(spoken(key)), { strong: text(value) }]
  })
  return clauses.length > 0 ? joined(clauses) : [words.changed(fieldName("customFields"))]
}

export function changeParts(change: TimelineEvent["changes"][number], named: Named): Part[] {
  const { field, old, new: now } = change
  if (field === "labels") return labelParts(old, now)
  if (field === "assignees") return assignedParts(old, now, null, named)
  if (field === "customFields") return customParts(old, now)
  if (field === "status") return [words.moved, status(old, named), words.arrow, status(now, named, true)]
  if (now === null || now === "") return [words.cleared(fieldName(field))]
  const value = shown(field, now, named)
  return value ? [words.set(fieldName(field)), value] : [words.changed(fieldName(field))]
}

export function assignedParts(old: unknown, now: unknown, actor: string | null, named: Named): Part[] {
  const after = ids(now)
  if (after.length === 0) {
    const before = people(old, named)
    return before ? [words.unassigned, words.from, { strong: before }] : [words.unassigned]
  }
  if (actor !== null && after.length === 1 && after[0] === actor) return [words.took]
  return [words.assigned_to, { strong: people(now, named) }]
}

export function joined(clauses: Part[][]): Part[] {
  return clauses.flatMap((clause, at) => {
    if (at === 0) return clause
    return [at === clauses.length - 1 ? words.and : ",", ...clause]
  })
}
