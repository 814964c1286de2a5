// Which card lies in which column. Every column has its own list from the server, but a ticket that is just being moved still stands
// in the list it came from: so all lists are thrown together and each ticket is laid where its status says. Pure.
import type { ListedTicket } from "@docket/contract/tickets"

export type ColumnList = {
  key: string
  tickets: readonly ListedTicket[]
  /** How many the server knows in this status; null while nobody has counted. */
  total: number | null
  hasMore: boolean
  status: "loading" | "ready" | "error"
}
export type PlacedColumn = { key: string; tickets: readonly ListedTicket[]; total: number | null; hasMore: boolean }

/** Ranks are compared by their characters; ids break ties as the server does. */
export function byRank(a: ListedTicket, b: ListedTicket): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : 1
}

export function placeTickets(lists: readonly ColumnList[]): PlacedColumn[] {
  const all = new Map(lists.flatMap((list) => list.tickets.map((ticket) => [ticket.id, ticket] as const)))
  const byStatus = Map.groupBy(all.values(), (ticket) => ticket.status)
  return lists.map((list) => {
    const tickets = (byStatus.get(list.key) ?? []).sort(byRank)
    const own = new Set(list.tickets.map((ticket) => ticket.id))
    const arrived = tickets.filter((ticket) => !own.has(ticket.id)).length
    const left = list.tickets.filter((ticket) => ticket.status !== list.key).length
    return { key: list.key, tickets, total: list.total === null ? null : list.total + arrived - left, hasMore: list.hasMore }
  })
}
