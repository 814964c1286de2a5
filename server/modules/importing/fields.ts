/** What the log says of an incident at one moment, still in the log's own names. */
import type { Priority } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import type { Details, LogRow } from "./log-row.ts"
import type { Level } from "./rules.ts"
import { categoryOf, firstState } from "./states.ts"

export type LogFields = {
  state: string
  priority: Priority
  impact: Level | null
  urgency: Level | null
  caller: string
  team: string | null
  assignee: string | null
  category: string | null
  subcategory: string | null
  resolutionCode: string | null
  details: Details
  /** How often it was reassigned and reopened, as the log counts: the log does not show each time. */
  reassignments: number | null
  reopens: number | null
}

const nobody = "Unknown caller"

const isOver = (category: StatusCategory) => category === "review" || category === "done" || category === "cancelled"

/**
 * What holds after this row. A ticket has always a state, a priority and somebody who asked, so where the row does not know them they stay
 * what they were. How it was resolved is said on every row of the log, and holds once it is resolved.
 */
export function fieldsAfter(row: Partial<LogRow>, before: LogFields | null): LogFields {
  const state = row.state ?? before?.state ?? firstState
  const over = isOver(categoryOf(state))
  const { details = {}, resolvedBy } = row
  return {
    state,
    priority: row.priority ?? before?.priority ?? "medium",
    impact: row.impact ?? before?.impact ?? null,
    urgency: row.urgency ?? before?.urgency ?? null,
    caller: row.caller ?? before?.caller ?? row.openedBy ?? nobody,
    team: row.team ?? null,
    assignee: row.assignee ?? null,
    category: row.category ?? null,
    subcategory: row.subcategory ?? null,
    resolutionCode: over ? (row.closedCode ?? null) : null,
    details: { ...details, ...(over && resolvedBy ? { resolvedBy } : {}) },
    reassignments: row.reassignments ?? before?.reassignments ?? null,
    reopens: row.reopens ?? before?.reopens ?? null,
  }
}

const called: Record<string, string> = {
  contactType: "Contact",
  location: "Location",
  symptom: "Symptom",
  configurationItem: "Configuration item",
  problem: "Problem",
  change: "Change",
  causedBy: "Caused by change",
  vendor: "Vendor",
  createdBy: "Entered by",
  madeSla: "Within the SLA",
  knowledge: "In the knowledge base",
  priorityConfirmed: "Priority confirmed",
}
const inWords = (value: string | boolean | undefined) =>
  value === undefined ? "unknown" : value === true ? "yes" : value === false ? "no" : value

/** What changed among the details, in words: they have no fields that a reader would see. */
export const detailChanges = (before: Details, after: Details): string[] =>
  Object.keys(called)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${called[name]}: ${inWords(before[name])} → ${inWords(after[name])}`)

const longestTitle = 500

/** The log has no text of its own for an incident, so its title is how it was classified when it was raised. */
export function titleOf(number: string, { category, subcategory, details }: Partial<LogRow>): string {
  const classified = [category, subcategory, details?.symptom].filter(Boolean).join(" · ")
  return `${number}: ${classified || "incident without a category"}`.slice(0, longestTitle)
}

export function descriptionOf(number: string, { details = {}, openedBy }: Partial<LogRow>): string {
  const facts = ["contactType", "location", "symptom", "configurationItem", "problem", "change", "createdBy"].flatMap((name) =>
    details[name] === undefined ? [] : [`- ${called[name]}: ${escaped(inWords(details[name]))}`],
  )
  if (openedBy) facts.push(`- Opened by: ${escaped(openedBy)}`)
  return `Imported from a ServiceNow log, which has no text of its own for ${number}.${facts.length > 0 ? ` When it was raised:\n\n${facts.join("\n")}` : ""}`
}

const escaped = (text: string) => text.replaceAll(/[\\`*_[\]<>#|~]/g, "\\$&")
