// What a card says beside its title. Pure.
import type { ListedTicket } from "@docket/contract/tickets"
import { finalCategories } from "@docket/contract/workflows"
import { calendarDays, dayText } from "../../ui/time-words.ts"
import { t } from "../../words/words.ts"

export type SubItems = { done: number; all: number }
export type Due = { tone: "plain" | "soon" | "over"; text: string; past: boolean }

/** Grey, then orange within a week, red when it is due or past. Finished work is due no longer. */
export function dueOf(ticket: Pick<ListedTicket, "dueDate" | "statusCategory">, now: Date): Due | null {
  if (!ticket.dueDate || finalCategories.includes(ticket.statusCategory)) return null
  const days = calendarDays(new Date(`${ticket.dueDate}T00:00:00`), now)
  const text = days === 0 ? t.boards.card.due_today : dayText(ticket.dueDate, now)
  return { tone: days <= 0 ? "over" : days < 7 ? "soon" : "plain", text, past: days < 0 }
}

/** Children among the cards, by parent: how many there are and how many are done. Only true where every card is known. */
export function subItemsOf(tickets: Iterable<ListedTicket>): Map<string, SubItems> {
  const byParent = new Map<string, SubItems>()
  for (const ticket of tickets) {
    if (!ticket.parent || ticket.statusCategory === "cancelled") continue
    const count = byParent.get(ticket.parent.id) ?? { done: 0, all: 0 }
    byParent.set(ticket.parent.id, { done: count.done + (ticket.statusCategory === "done" ? 1 : 0), all: count.all + 1 })
  }
  return byParent
}

/** The card as a screen reader says it: "WEB-331, story, high, Show the calibration…, To do, Ravi Menon, due 25 Nov". */
export function cardSentence(ticket: ListedTicket, now: Date, subItems: SubItems | undefined): string {
  const words = t.boards.card
  const due = dueOf(ticket, now)
  const parts = [
    ticket.key,
    t.ui.type[ticket.type].toLowerCase(),
    t.ui.priority[ticket.priority].toLowerCase(),
    ticket.title,
    ticket.statusName,
    ticket.assignee?.name ?? words.nobody,
    due && (due.past ? words.due_over(due.text) : words.due(due.text)),
    ticket.blocked && words.blocked_said,
    subItems && words.sub_items_said(subItems.done, subItems.all),
  ]
  return words.sentence(parts.filter((part): part is string => typeof part === "string"))
}

/** Estimates of what is still to do; null where nobody estimates. */
export function pointsLeft(tickets: readonly Pick<ListedTicket, "estimate" | "statusCategory">[]): number | null {
  if (tickets.every((ticket) => ticket.estimate === null)) return null
  return tickets.reduce((sum, ticket) => sum + (finalCategories.includes(ticket.statusCategory) ? 0 : (ticket.estimate ?? 0)), 0)
}
