// What the server said, and when it was asked: the shapes in which it arrives, and which of two answers is the newer one.
import type { ChangedTicket, Comment, ListedTicket, Ticket } from "@docket/contract/tickets"

export type Held<T> = { value: T; version: number; asOf: number }
export type Fetched = ListedTicket | ChangedTicket | Ticket
/** What the server answered to a mutation: the ticket, a comment of it, or that it is done. */
export type Answer = { ticket: Fetched } | { comment: Comment } | { gone: true } | { done: true }

export const isNews = (held: Held<unknown> | undefined, version: number, asOf: number): boolean =>
  held === undefined || version > held.version || (version === held.version && asOf >= held.asOf)

export function listedOf(ticket: Fetched): ListedTicket {
  const { description: _d, watchers: _w, watching: _i, links: _l, children: _c, comments: _t, timeline: _e, ...listed } = ticket as Ticket
  return listed
}
