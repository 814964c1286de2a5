// Rows under heads. Which group a row stands in is remembered: a row that someone else moved stays where it is until the reader looks away.
import { type ListedTicket, type Priority, priorities } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"

export const groupings = ["status", "priority", "assignee", "project", "none"] as const
export type Grouping = (typeof groupings)[number]

export type Group = { key: string; tickets: ListedTicket[] }
export type Item = { kind: "group"; key: string; group: Group; open: boolean } | { kind: "ticket"; key: string; ticket: ListedTicket }

/** The way work flows; what waits for a plan stands after what is under way. */
const categoryOrder: StatusCategory[] = ["todo", "active", "waiting", "review", "backlog", "done", "cancelled"]

function groupKey(ticket: ListedTicket, by: Grouping): string {
  switch (by) {
    case "status":
      return ticket.statusCategory
    case "priority":
      return ticket.priority
    case "assignee":
      return ticket.assignee?.id ?? "none"
    case "project":
      return ticket.project.id
    case "none":
      return "all"
  }
}

/** In which group each row stands, and which of them wait there although they belong elsewhere. */
export type Places = { of: ReadonlyMap<string, string>; waiting: ReadonlySet<string> }
export const nowhere: Places = { of: new Map(), waiting: new Set() }

/** The group of every ticket. While `hold` is set, those in `touched` (changed by others) keep the group they had, until it is released. */
export function place(before: Places, tickets: readonly ListedTicket[], by: Grouping, touched: ReadonlySet<string>, hold: boolean): Places {
  const of = new Map<string, string>()
  const waiting = new Set<string>()
  for (const ticket of tickets) {
    const now = groupKey(ticket, by)
    const was = before.of.get(ticket.id)
    const stays = hold && was !== undefined && was !== now && (touched.has(ticket.id) || before.waiting.has(ticket.id))
    if (stays) waiting.add(ticket.id)
    of.set(ticket.id, stays ? was : now)
  }
  return { of, waiting }
}

function rankOf(by: Grouping, key: string, me: string | null): number {
  if (by === "status") return categoryOrder.indexOf(key as StatusCategory)
  if (by === "priority") return priorities.length - priorities.indexOf(key as Priority)
  if (by === "assignee") return key === "none" ? 0 : key === me ? 1 : 2
  return 0
}

/** Groups in their order, empty ones left out; inside, the list's own order. */
export function group(tickets: readonly ListedTicket[], by: Grouping, places: Places, me: string | null): Group[] {
  const groups = new Map<string, Group>()
  for (const ticket of tickets) {
    const key = places.of.get(ticket.id) ?? groupKey(ticket, by)
    const known = groups.get(key)
    if (known) known.tickets.push(ticket)
    else groups.set(key, { key, tickets: [ticket] })
  }
  const name = (each: Group) => (by === "assignee" ? each.tickets[0]?.assignee?.name : each.tickets[0]?.project.name) ?? ""
  return [...groups.values()].sort((a, b) => rankOf(by, a.key, me) - rankOf(by, b.key, me) || name(a).localeCompare(name(b)))
}

/** What the list draws, top to bottom. Without grouping there are no heads. */
export function items(groups: readonly Group[], by: Grouping, folded: ReadonlySet<string>): Item[] {
  const all: Item[] = []
  for (const each of groups) {
    const open = by === "none" || !folded.has(each.key)
    if (by !== "none") all.push({ kind: "group", key: `group:${each.key}`, group: each, open })
    if (open) all.push(...each.tickets.map((ticket): Item => ({ kind: "ticket", key: ticket.id, ticket })))
  }
  return all
}
