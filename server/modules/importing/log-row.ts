/** One row of the log, read and checked: an update of one incident, with everything that the incident said after it. */
import type { Priority } from "@docket/contract/tickets"
import type { Iso } from "#platform/context"
import { countIn, type Level, levelIn, momentIn, nameIn, numberIn, priorityIn, type Read, switchIn, unreadable } from "./rules.ts"

/** What has no field of its own in Docket, by the name of the custom field that keeps it. */
export type Details = Record<string, string | boolean>

export type LogRow = {
  line: number
  number: string
  modCount: number
  /** When and by whom this update was made. */
  at: Iso
  by: string | null
  state: string | null
  openedAt: Iso | null
  openedBy: string | null
  caller: string | null
  team: string | null
  assignee: string | null
  category: string | null
  subcategory: string | null
  impact: Level | null
  urgency: Level | null
  priority: Priority | null
  closedCode: string | null
  resolvedBy: string | null
  resolvedAt: Iso | null
  closedAt: Iso | null
  reassignments: number | null
  reopens: number | null
  details: Details
  /** What could not be read and is taken for unknown. */
  notes: string[]
}

/** A row that is not taken. Where its incident can be read, that still becomes a ticket. */
export type WrongRow = { line: number; number: string | null; wrong: string; row: Partial<LogRow> }

/** Without these it is not such a log; every other column may be missing. */
export const neededColumns = ["number", "incident_state", "sys_mod_count", "opened_at", "sys_updated_at"] as const
const names = {
  by: "sys_updated_by",
  openedBy: "opened_by",
  caller: "caller_id",
  team: "assignment_group",
  assignee: "assigned_to",
  category: "category",
  subcategory: "subcategory",
  closedCode: "closed_code",
  resolvedBy: "resolved_by",
} as const satisfies Partial<Record<keyof LogRow, string>>
const details = {
  contactType: "contact_type",
  location: "location",
  symptom: "u_symptom",
  configurationItem: "cmdb_ci",
  problem: "problem_id",
  change: "rfc",
  causedBy: "caused_by",
  vendor: "vendor",
  createdBy: "sys_created_by",
} as const
const switches = { madeSla: "made_sla", knowledge: "knowledge", priorityConfirmed: "u_priority_confirmation" } as const

export type Columns = ReadonlyMap<string, number>

/** Where each column lies. Null where the first line is not the header of such a log. */
export function columnsOf(header: readonly string[]): Columns | null {
  const columns = new Map(header.map((name, at) => [name.trim().toLowerCase(), at] as const).reverse())
  return neededColumns.every((name) => columns.has(name)) ? columns : null
}

/** `latest`: no moment of the log can lie after it. */
export function readRow(columns: Columns, width: number, fields: readonly string[], line: number, latest: Iso): LogRow | WrongRow {
  const text = (column: string) => fields[columns.get(column) ?? -1] ?? ""
  const number = numberIn(text("number"))
  if (fields.length !== width)
    return { line, number, wrong: `has ${fields.length} ${fields.length === 1 ? "column" : "columns"} instead of ${width}`, row: {} }
  if (text("number").trim().toLowerCase() === "number") return { line, number, wrong: "is the header again", row: {} }

  const wrong: string[] = []
  const notes: string[] = []
  const say = (list: string[], column: string, what: string) => list.push(`${column} ${what}: ${shortened(text(column))}`)
  /** Required, or at least not garbled: a row whose times or names cannot be read is not to be trusted. */
  const sound = <T>(column: string, value: Read<T>, what: string): T | null => {
    if (value !== unreadable) return value
    say(wrong, column, what)
    return null
  }
  const name = (column: string) => sound(column, nameIn(text(column)), "is not a name")
  const moment = (column: string) => sound(column, momentIn(text(column), latest), "is not a time")
  /** Unknown rather than wrong. */
  const soft = <T>(column: string, value: Read<T>, what: string): T | null => {
    if (value !== unreadable) return value
    say(notes, column, what)
    return null
  }

  const state = name("incident_state")
  const hasState = state !== null && /\p{L}/u.test(state)
  if (!hasState) say(notes, "incident_state", "names no state")
  const row: Partial<LogRow> = {
    line,
    ...(number === null ? {} : { number }),
    modCount: sound("sys_mod_count", countIn(text("sys_mod_count")), "is not a count") ?? undefined,
    at: moment("sys_updated_at") ?? undefined,
    state: hasState ? state : null,
    openedAt: moment("opened_at"),
    resolvedAt: moment("resolved_at"),
    closedAt: moment("closed_at"),
    ...(Object.fromEntries(Object.entries(names).map(([field, column]) => [field, name(column)])) as Record<
      keyof typeof names,
      string | null
    >),
    impact: soft("impact", levelIn(text("impact")), "is no level"),
    urgency: soft("urgency", levelIn(text("urgency")), "is no level"),
    priority: soft("priority", priorityIn(text("priority")), "is no priority"),
    reassignments: soft("reassignment_count", countIn(text("reassignment_count")), "is not a count"),
    reopens: soft("reopen_count", countIn(text("reopen_count")), "is not a count"),
    details: {},
    notes,
  }
  moment("sys_created_at")
  const kept: [string, string | boolean | null][] = [
    ...Object.entries(details).map(([field, column]): [string, string | null] => [field, name(column)]),
    ...Object.entries(switches).map(([field, column]): [string, boolean | null] => [
      field,
      soft(column, switchIn(text(column)), "is neither TRUE nor FALSE"),
    ]),
  ]
  row.details = Object.fromEntries(kept.filter((entry): entry is [string, string | boolean] => entry[1] !== null))

  if (number === null) wrong.unshift(`number is not an incident's: ${shortened(text("number"))}`)
  if (row.modCount === undefined && wrong.length === 0) say(wrong, "sys_mod_count", "is unknown")
  if (row.at === undefined && wrong.length === 0) say(wrong, "sys_updated_at", "is unknown")
  return wrong.length === 0 ? (row as LogRow) : { line, number, wrong: wrong.join("; "), row }
}

export const isWrong = (row: LogRow | WrongRow): row is WrongRow => "wrong" in row

const longestShown = 60
/** A value as it is shown in a report: on one line, not too long. */
export const shortened = (value: string): string => {
  const text = value.replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim()
  return text === "" ? "(empty)" : text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

/**
 * What makes two rows the same update, wherever in whichever file they stand. How the incident ended, and who opened it, is repeated on all
 * its rows as far as it was known when the file was written, so a later file may have more of it for the same update.
 */
export const contentOf = ({
  modCount,
  at,
  by,
  state,
  team,
  assignee,
  category,
  subcategory,
  impact,
  urgency,
  priority,
  ...row
}: LogRow): string => {
  const { createdBy: _, ...own } = row.details
  const counts = [row.reassignments, row.reopens]
  return JSON.stringify([modCount, at, by, state, team, assignee, category, subcategory, impact, urgency, priority, counts, own])
}
