// A row as a screen reader says it: "HELP-1042, due tomorrow, high, VPN drops…, in progress, Priya Nair".
import type { ListedTicket } from "@docket/contract/tickets"
import { t } from "../../../words/words.ts"
import { spokenClock } from "./due-clock.ts"

export function rowSentence(ticket: ListedTicket, now: Date): string {
  const parts = [
    ticket.key,
    spokenClock(ticket, now),
    t.ui.priority[ticket.priority].toLowerCase(),
    ticket.title,
    ticket.statusName.toLowerCase(),
    ticket.assignee?.name ?? t.tickets.nobody,
    ticket.blocked && t.tickets.blocked,
    ticket.labels.length > 0 && ticket.labels.join(" "),
    ticket.commentCount > 0 && t.tickets.comments(ticket.commentCount),
  ]
  return parts.filter(Boolean).join(", ")
}
