// What the live data needs of the outside. The app gives it the network and the disk (live.ts), the tests a model of a server.
import type { Change } from "@docket/contract/live"
import type { ListedTicket, Ticket, TicketQuery } from "@docket/contract/tickets"
import type { Core } from "./core.ts"
import type { Answer } from "./fetched.ts"
import type { Page } from "./list-state.ts"
import type { Mutation } from "./mutation.ts"

export type Kept = { tickets: readonly (ListedTicket | Ticket)[]; total: number | null }

export type Ports = {
  list: (query: TicketQuery) => Promise<Page>
  many: (ids: readonly string[]) => Promise<ListedTicket[]>
  one: (idOrKey: string) => Promise<Ticket>
  changes: (after: string | undefined) => Promise<{ data: Change[]; cursor: string; more: boolean }>
  send: (mutation: Mutation, core: Core) => Promise<Answer>
  /** The projects that a query's `project` names; every project there is for a query without. */
  projectIds: (named: readonly string[] | undefined) => readonly string[]
  /** The scopes that the screen needs from now on. */
  scopes: (wanted: readonly string[]) => void
  /** Something else than a ticket changed. */
  heard: (change: Change) => void
  /** A ticket changed, of this project where it is known: counts may be other ones. */
  counted: (projectId: string | null) => void
  /** A request went through, or did not. */
  reached: (ok: boolean) => void
  /** Mutations that wait for a connection outlive the page. */
  keep: (mutation: Mutation) => void
  forget: (mutation: Mutation) => void
  /** What was read last, for a quick first paint and for reading without a connection. `name`: a list's name or a ticket's key. */
  remember: (name: string, kept: Kept) => void
  recall: (name: string) => Promise<Kept | null>
  later: (milliseconds: number, action: () => void) => void
}
