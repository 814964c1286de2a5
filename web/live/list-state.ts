// What one list on the screen consists of, and what screens are given of it.
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"
import type { ApiError } from "../api/client.ts"
import type { Place } from "./query.ts"

export type Page = { tickets: readonly ListedTicket[]; nextCursor: string | null; total: number | null }

export type ListView = {
  ids: readonly string[]
  tickets: readonly ListedTicket[]
  total: number | null
  status: "loading" | "ready" | "error"
  error: ApiError | null
  hasMore: boolean
  loadingMore: boolean
  /** Changed by others a moment ago. */
  touched: ReadonlySet<string>
  /** How many rows would join, leave or move if the order were made anew. */
  moved: number
}

export type List = {
  readonly name: string
  readonly query: TicketQuery
  /** How many screens show it; at zero it rests in memory and is read anew when it is opened again. */
  open: number
  held: boolean
  /** Everything that may belong here; the filter has the last word. */
  candidates: Set<string>
  shown: readonly string[]
  /** The end of what was read; what would stand behind it is not known to be complete. */
  edge: Place | null
  cursor: string | null
  /** How many tickets were asked for, page by page. */
  wanted: number
  asOf: number
  total: number | null
  countedAsOf: number
  /** A count asked for then could not be read. */
  uncountedAsOf: number
  status: ListView["status"]
  error: ApiError | null
  loadingMore: boolean
  touched: ReadonlySet<string>
  view: ListView | null
}

export function newList(name: string, { cursor: _cursor, ...query }: TicketQuery): List {
  return {
    ...{
      name,
      query,
      open: 0,
      held: false,
      candidates: new Set(),
      shown: [],
      edge: null,
      cursor: null,
      wanted: query.limit ?? 50,
      asOf: -1,
    },
    ...{
      total: null,
      countedAsOf: -1,
      uncountedAsOf: -1,
      status: "loading",
      error: null,
      loadingMore: false,
      touched: new Set<string>(),
      view: null,
    },
  }
}

/** How many rows are not where they would be: those that would join or leave, and the fewest that would have to move. */
export function difference(shown: readonly string[], order: readonly string[]): number {
  const at = new Map(order.map((id, index) => [id, index]))
  const kept = shown.map((id) => at.get(id)).filter((index) => index !== undefined)
  const tails: number[] = []
  for (const index of kept) {
    const longer = tails.findIndex((tail) => tail > index)
    if (longer < 0) tails.push(index)
    else tails[longer] = index
  }
  return shown.length - kept.length + (order.length - kept.length) + (kept.length - tails.length)
}
