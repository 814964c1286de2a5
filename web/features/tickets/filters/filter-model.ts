// What a list shows, as filters. A filter is a sentence of field, operator and values; it lives in the address and becomes a TicketQuery.
import { priorities, type TicketQuery, ticketTypes } from "@docket/contract/tickets"
import { statusCategories } from "@docket/contract/workflows"

export const filterFields = [
  "status",
  "statusCategory",
  "priority",
  "assignee",
  "category",
  "label",
  "type",
  "team",
  "department",
  "reporter",
  "project",
  "q",
] as const
export type FilterField = (typeof filterFields)[number]
export type Filter = { field: FilterField; negated: boolean; values: readonly string[] }

/** Fields whose values are all known: only these can be negated, because "not high" is then "low, medium or critical". */
const closed: Partial<Record<FilterField, readonly string[]>> = {
  statusCategory: statusCategories,
  priority: priorities,
  type: ticketTypes,
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const accepts: Record<FilterField, (value: string) => boolean> = {
  status: (value) => /^[a-z][a-z0-9_]{0,39}$/.test(value),
  statusCategory: (value) => statusCategories.some((each) => each === value),
  priority: (value) => priorities.some((each) => each === value),
  assignee: (value) => value === "me" || value === "none" || id.test(value),
  category: (value) => id.test(value),
  label: (value) => value.length > 0 && value.length <= 50,
  type: (value) => ticketTypes.some((each) => each === value),
  team: (value) => id.test(value),
  department: (value) => id.test(value),
  reporter: (value) => value === "me" || id.test(value),
  project: (value) => /^[A-Za-z0-9-]{1,64}$/.test(value),
  q: (value) => value.trim().length > 0 && value.length <= 500,
}

export const canNegate = (field: FilterField): boolean => closed[field] !== undefined

const isField = (name: string): name is FilterField => filterFields.some((field) => field === name)

/** The filters that an address names, in its order. What cannot be a value of its field is left out, so that no address makes a bad request. */
export function readFilters(address: URLSearchParams): Filter[] {
  const filters: Filter[] = []
  for (const [name, text] of address) {
    if (!isField(name) || filters.some((filter) => filter.field === name)) continue
    const negated = text.startsWith("!") && canNegate(name)
    const values = name === "q" ? [text] : (negated ? text.slice(1) : text).split(",")
    const known = [...new Set(values)].filter((value) => accepts[name](value))
    if (known.length > 0) filters.push({ field: name, negated, values: known })
  }
  return filters
}

/** The same address with these filters and no others. */
export function writeFilters(address: URLSearchParams, filters: readonly Filter[]): URLSearchParams {
  const next = new URLSearchParams([...address].filter(([name]) => !isField(name)))
  for (const filter of filters) {
    if (filter.values.length > 0) next.set(filter.field, `${filter.negated ? "!" : ""}${filter.values.join(",")}`)
  }
  return next
}

type Listed = Exclude<keyof TicketQuery, "q" | "sort" | "limit" | "cursor" | "page" | "count">

/** Filters as the server asks for them; null when nothing can match. */
export function filterQuery(filters: readonly Filter[]): TicketQuery | null {
  const query: Record<string, unknown> = {}
  for (const { field, negated, values } of filters) {
    if (field === "q") {
      query.q = values[0]
      continue
    }
    const wanted = negated ? (closed[field] ?? []).filter((value) => !values.includes(value)) : values
    if (wanted.length === 0) return null
    query[field satisfies Listed] = wanted
  }
  return query as TicketQuery
}

/** Both at once. Where both name a field, only what both allow remains; null when that is nothing. */
export function both(one: TicketQuery, other: TicketQuery | null): TicketQuery | null {
  if (other === null) return null
  const merged: Record<string, unknown> = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const before = merged[name]
    if (!Array.isArray(before) || !Array.isArray(value)) {
      merged[name] = value
      continue
    }
    const shared = before.filter((each: unknown) => value.some((other: unknown) => other === each))
    if (shared.length === 0) return null
    merged[name] = shared
  }
  return merged as TicketQuery
}

/** Replaces or adds the filter of a field; without values it goes. */
export function withFilter(filters: readonly Filter[], filter: Filter): Filter[] {
  if (filter.values.length === 0) return filters.filter((each) => each.field !== filter.field)
  return filters.some((each) => each.field === filter.field)
    ? filters.map((each) => (each.field === filter.field ? filter : each))
    : [...filters, filter]
}
