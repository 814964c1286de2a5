// What screens read. Everything here updates itself; nothing here needs to be refreshed after a change.
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react"
import { type TextConflict, textConflict } from "./conflicts.ts"
import type { ListView } from "./list-state.ts"
import { type Connection, connection, live, onLive } from "./live.ts"
import type { Refused } from "./outbox.ts"
import { nameOf } from "./query.ts"
import type { TicketView } from "./ticket-reader.ts"

export type { Connection } from "./live.ts"
export { isPendingComment } from "./mutation.ts"
export {
  findPeople,
  useCategories,
  useDepartments,
  useLabels,
  useOrganization,
  usePeople,
  usePeopleQuery,
  useProject,
  useProjects,
  useProjectsQuery,
  useTeams,
  useTicketCount,
  useWorkflow,
} from "./reference.ts"

export type TicketList = ListView & {
  loadMore: () => void
  /** Reads it anew and puts every row where it belongs. */
  refresh: () => void
  /** While the pointer or the focus is in the list, other people's changes do not move its rows: they are counted in `moved`. */
  hold: (held: boolean) => void
}
export type OpenTicket = TicketView & { refresh: () => void; conflict: TextConflict | null }

const nothing: ListView = {
  ...{
    ids: [],
    tickets: [],
    total: null,
    status: "loading",
    error: null,
    hasMore: false,
    loadingMore: false,
    touched: new Set<string>(),
    moved: 0,
  },
}
const noTicket: TicketView = { ticket: null, partial: true, status: "loading", error: null }

/** The tickets of a query, as they are now. The query may be a new object each time; null reads nothing. */
export function useTicketList(given: TicketQuery | null): TicketList {
  const name = given === null ? "" : nameOf(given)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says all that the query says
  const query = useMemo(() => given, [name])
  const engine = live()
  useEffect(() => (query === null ? undefined : engine.lists.open(query)), [engine, query])
  const view = useSyncExternalStore(engine.subscribe, () => (query === null ? nothing : engine.lists.view(query)))
  const actions = useMemo(
    () => ({
      loadMore: () => query && void engine.lists.more(engine.lists.get(query)),
      refresh: () => query && void engine.lists.read(engine.lists.get(query)),
      hold: (held: boolean) => query && engine.lists.hold(query, held),
    }),
    [engine, query],
  )
  return useMemo(() => ({ ...view, ...actions }), [view, actions])
}

/** One ticket with its conversation. What a list knew of it is there at once (`partial`). */
export function useTicket(idOrKey: string | null | undefined): OpenTicket {
  const engine = live()
  const asked = idOrKey || null
  useEffect(() => (asked === null ? undefined : engine.tickets.open(asked)), [engine, asked])
  const view = useSyncExternalStore(engine.subscribe, () => (asked === null ? noTicket : engine.tickets.view(asked)))
  const id = view.ticket?.id
  const conflict = useSyncExternalStore(textConflict.subscribe, () => (id === undefined ? null : textConflict.of(id)))
  const refresh = useCallback(() => asked && void engine.tickets.read(asked), [engine, asked])
  return useMemo(() => ({ ...view, conflict, refresh }), [view, conflict, refresh])
}

/** A ticket as lists carry it, if it is known here; never asks the server. */
export function useListedTicket(idOrKey: string | null | undefined): ListedTicket | null {
  const engine = live()
  return useSyncExternalStore(engine.subscribe, () => {
    const id = idOrKey ? engine.core.idOf(idOrKey) : null
    return id === null ? null : engine.core.visible(id)
  })
}

/** Tickets that are known here by what was typed, at once and without the server: an exact key first. */
export function knownTickets(text: string, limit = 8): ListedTicket[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const core = live().core
  const key = text
    .trim()
    .toUpperCase()
    .replace(/^([A-Z]+)(\d+)$/, "$1-$2")
  const tickets = [...core.held()].map((id) => core.visible(id)).filter((ticket) => ticket !== null)
  const found = tickets.filter(
    (ticket) => ticket.key === key || words.every((word) => `${ticket.key} ${ticket.title}`.toLowerCase().includes(word)),
  )
  return found.sort((a, b) => Number(b.key === key) - Number(a.key === key) || (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, limit)
}

export type ConnectionView = {
  state: Connection
  /** Changes that wait for a connection. */
  pendingCount: number
  /** Changes made without a connection that the server then refused, with their reason. */
  refused: readonly Refused[]
  dismiss: (id: string) => void
}

export function useConnection(): ConnectionView {
  const engine = live()
  const state = useSyncExternalStore(onLive, connection)
  const pendingCount = useSyncExternalStore(engine.subscribe, () => engine.outbox.waiting())
  const refused = useSyncExternalStore(engine.subscribe, () => engine.outbox.refused())
  return useMemo(
    () => ({ state, pendingCount, refused, dismiss: (id) => engine.outbox.dismiss(id) }),
    [engine, state, pendingCount, refused],
  )
}
