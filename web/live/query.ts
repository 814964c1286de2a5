// A list's filter and order, decided here as the server decides them, so that a ticket joins, leaves and moves without asking. Pure.
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"

export type Sort = NonNullable<TicketQuery["sort"]>
type Key = string | number
/** A place in an order: the sorted value, then the id. */
export type Place = readonly [value: Key, id: string]

export const defaultSort: Sort = "-createdAt"

/** What the filter asks of the list as such, not of its tickets. */
type Filter = Omit<TicketQuery, "limit" | "cursor" | "page" | "count" | "sort">

/** The same query always has the same name, whatever the order of its words. */
export function nameOf(query: TicketQuery): string {
  const parts = Object.entries(query).filter(([name, value]) => value !== undefined && name !== "cursor" && name !== "limit")
  return JSON.stringify(
    parts
      .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
}

type Asked = readonly string[] | undefined
const asks = (wanted: Asked, ...actual: (string | null | undefined)[]): boolean =>
  wanted === undefined || actual.some((value) => value !== null && value !== undefined && wanted.includes(value))
const asksKey = (wanted: Asked, item: { id: string; key: string } | null): boolean =>
  wanted === undefined || (item !== null && wanted.some((idOrKey) => idOrKey === item.id || idOrKey.toUpperCase() === item.key))
const isAfter = (value: string | null, bound: string | undefined): boolean => bound === undefined || (value !== null && value > bound)
const isBefore = (value: string | null, bound: string | undefined): boolean => bound === undefined || (value !== null && value < bound)

/** Does the ticket belong to the list? null: only the server can tell (full text, watchers). */
export function matches(query: Filter, ticket: ListedTicket, me: string): boolean | null {
  const named = (wanted: Asked): Asked => wanted?.map((id) => (id === "me" ? me : id))
  const assignee = named(query.assignee)
  const fits =
    asksKey(query.id, ticket) &&
    asksKey(query.project, ticket.project) &&
    asksKey(query.parent, ticket.parent) &&
    asks(query.type, ticket.type) &&
    asks(query.status, ticket.status) &&
    asks(query.statusCategory, ticket.statusCategory) &&
    asks(
      query.priority?.map((priority) => (priority === "urgent" ? "critical" : priority)),
      ticket.priority,
    ) &&
    (asks(assignee, ...ticket.assignees.map(({ id }) => id)) || (assignee?.includes("none") === true && ticket.assignees.length === 0)) &&
    asks(named(query.reporter), ticket.reporter.id) &&
    asks(query.department, ticket.department?.id) &&
    asks(query.team, ticket.team?.id) &&
    asks(query.category, ticket.category?.id, ticket.subcategory?.id) &&
    asks(query.label, ...ticket.labels) &&
    isAfter(ticket.createdAt, query.createdAfter) &&
    isBefore(ticket.createdAt, query.createdBefore) &&
    isAfter(ticket.updatedAt, query.updatedAfter) &&
    isAfter(ticket.dueDate, query.dueAfter) &&
    isBefore(ticket.dueDate, query.dueBefore)
  if (!fits) return false
  return query.q === undefined && query.watcher === undefined ? true : null
}

const priorityOrder: Record<ListedTicket["priority"], number> = { low: 1, medium: 2, high: 3, critical: 4 }
const sortedBy: Record<string, (ticket: ListedTicket) => Key> = {
  createdAt: (ticket) => ticket.createdAt,
  updatedAt: (ticket) => ticket.updatedAt,
  dueDate: (ticket) => ticket.dueDate ?? "9999-99-99",
  priority: (ticket) => priorityOrder[ticket.priority],
  key: (ticket) => Number(ticket.key.split("-").at(-1)),
  status: (ticket) => ticket.status,
  rank: (ticket) => ticket.rank,
}

export function placeOf(ticket: ListedTicket, sort: Sort = defaultSort): Place {
  const field = sort.replace("-", "")
  return [(sortedBy[field] ?? sortedBy.createdAt)?.(ticket) ?? "", ticket.id]
}

/** Negative when `a` stands before `b`. Ids break ties, in the direction of the order. */
export function comparePlaces(a: Place, b: Place, sort: Sort = defaultSort): number {
  const order = a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0
  return sort.startsWith("-") ? -order : order
}
