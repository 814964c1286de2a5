// What people do to one ticket or to many at once, in the words of the screen. One change is undone by Mod+Z; many changes are one toast with one undo.
import type { ListedTicket, Priority, TicketChanges } from "@docket/contract/tickets"
import { assign, changeTicket, claim, moveTicket, setLabels, together, unwatch, watch } from "../../live/mutations.ts"
import { announce } from "../../ui/announcer.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { ticketHref } from "./address.ts"
import type { Given } from "./pickers/move-needs.ts"
import type { StatusChoice } from "./pickers/status-options.ts"

type Some = readonly ListedTicket[]
const words = t.tickets.toast

/** One ticket: at once and quietly, the result is where one looks. Several: together, with what was done in a toast. */
function each(tickets: Some, said: (count: number) => string, act: (ticket: ListedTicket) => Promise<unknown>): void {
  const [only] = tickets
  if (tickets.length === 1 && only) {
    void act(only)
    announce(`${only.key}: ${said(1)}`)
  } else if (tickets.length > 1) void together(said, () => tickets.map(act))
}

export const changeAll = (tickets: Some, changes: TicketChanges): void =>
  each(
    tickets,
    (count) => words.changed(count),
    (ticket) => changeTicket(ticket.id, changes),
  )

export function setPriority(tickets: Some, priority: Priority): void {
  const others = tickets.filter((ticket) => ticket.priority !== priority)
  each(
    others,
    (count) => words.priority(count, t.ui.priority[priority]),
    (ticket) => changeTicket(ticket.id, { priority }),
  )
}

/** The primary assignee changes, the others who are assigned stay; nobody empties it. */
function withPrimary(ticket: ListedTicket, person: string | null): string[] {
  const others = ticket.assignees.slice(1).map(({ id }) => id)
  return person === null ? [] : [person, ...others.filter((id) => id !== person)]
}

export function setAssignee(tickets: Some, person: { id: string; name: string } | null): void {
  const others = tickets.filter((ticket) => (ticket.assignee?.id ?? null) !== (person?.id ?? null))
  each(
    others,
    (count) => (person ? words.assigned(count, person.name) : words.unassigned(count)),
    (ticket) => assign(ticket.id, withPrimary(ticket, person?.id ?? null)),
  )
}

export function toggleLabel(tickets: Some, label: string, on: boolean): void {
  const others = tickets.filter((ticket) => ticket.labels.includes(label) !== on)
  each(others, words.labelled, (ticket) =>
    setLabels(ticket.id, on ? [...ticket.labels, label] : ticket.labels.filter((other) => other !== label)),
  )
}

/** Those that may move do; the others stay as they are. */
export function moveAll(tickets: Some, to: Pick<StatusChoice, "key" | "name" | "category">, { override, ...given }: Given): void {
  const able = tickets.filter((ticket) => ticket.transitions.some((move) => move.to === to.key))
  // What ends leaves most lists, so that nobody sees it happen.
  const leaves = able.length === 1 && ["review", "done", "cancelled"].includes(to.category)
  each(
    able,
    (count) => t.tickets.move.moved(count, to.name),
    (ticket) =>
      moveTicket(
        ticket.id,
        to.key,
        { ...given, ...(override && ticket.blocked ? { override: { blockers: override } } : {}) },
        leaves ? { say: t.tickets.move.moved_one(ticket.key, to.name) } : {},
      ),
  )
}

export function claimAll(tickets: Some): void {
  const able = tickets.filter((ticket) => ticket.can.includes("claim"))
  each(able, words.claimed, (ticket) => claim(ticket.id))
}

export const watchAll = (tickets: Some, on: boolean): void =>
  each(tickets, on ? words.watched : words.unwatched, (ticket) => (on ? watch(ticket.id) : unwatch(ticket.id)))

async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ text: said, icon: "copy" })
  } catch {
    toast({ text: words.not_copied, icon: "warn" })
  }
}
type Named = readonly { key: string }[]
export const copyKeys = (tickets: Named): void =>
  void copy(
    tickets.map(({ key }) => key).join(", "),
    tickets.length === 1 ? words.copied_key(tickets[0]?.key ?? "") : words.copied_keys(tickets.length),
  )
export const copyLinks = (tickets: Named): void =>
  void copy(
    tickets.map(({ key }) => `${window.location.origin}${ticketHref(key)}`).join("\n"),
    tickets.length === 1 ? words.copied_link : words.copied_links(tickets.length),
  )
