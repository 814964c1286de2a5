// Epics and parents that head lanes: those that are no cards of this board are read by their ids, and theirs in turn.
import type { ListedTicket } from "@docket/contract/tickets"
import { useMemo } from "react"
import { useTicketList } from "../../live/hooks.ts"
import type { LaneChoice } from "./lanes.ts"

const most = 100

/** Parents that are named but not known, of these tickets and of the known parents themselves. */
function missingParents(tickets: readonly ListedTicket[], known: ReadonlyMap<string, ListedTicket>): string[] {
  const missing = new Set<string>()
  for (const ticket of [...tickets, ...known.values()]) if (ticket.parent && !known.has(ticket.parent.id)) missing.add(ticket.parent.id)
  return [...missing].sort()
}

export function useParents(tickets: readonly ListedTicket[], choice: LaneChoice): ReadonlyMap<string, ListedTicket> {
  const wanted = choice === "epic" || choice === "parent"
  const own = useMemo(() => new Map(tickets.map((ticket) => [ticket.id, ticket])), [tickets])
  const first = useMemo(() => (wanted ? missingParents(tickets, own).slice(0, most) : []), [wanted, tickets, own])
  const parents = useTicketList(first.length > 0 ? { id: first, limit: most } : null).tickets
  const known = useMemo(() => new Map([...own, ...parents.map((ticket) => [ticket.id, ticket] as const)]), [own, parents])
  const second = useMemo(() => (wanted ? missingParents([], known).slice(0, most) : []), [wanted, known])
  const grandparents = useTicketList(second.length > 0 && choice === "epic" ? { id: second, limit: most } : null).tickets
  return useMemo(() => new Map([...known, ...grandparents.map((ticket) => [ticket.id, ticket] as const)]), [known, grandparents])
}
