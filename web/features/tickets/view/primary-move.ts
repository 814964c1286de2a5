// Which of a ticket's moves is the one to offer first: the nearest step forward.
import type { AllowedMove, ListedTicket } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"

const progress: Record<StatusCategory, number> = { backlog: 0, todo: 1, waiting: 1.5, active: 2, review: 3, done: 4, cancelled: -1 }

/** The step forward that goes least far; where there is none, the first way back. */
export function primaryMove(ticket: Pick<ListedTicket, "statusCategory" | "transitions">): AllowedMove | null {
  const here = progress[ticket.statusCategory]
  const forward = ticket.transitions.filter((move) => progress[move.category] > here)
  const nearest = forward.toSorted((a, b) => progress[a.category] - progress[b.category])[0]
  return nearest ?? ticket.transitions.find((move) => move.category !== "cancelled") ?? null
}

/** The others, in the workflow's order. Taking one's own request back is a thing of its own. */
export function otherMoves(ticket: Pick<ListedTicket, "statusCategory" | "transitions" | "can">): AllowedMove[] {
  const first = primaryMove(ticket)
  const withdrawn = (move: AllowedMove) => ticket.can.includes("withdraw") && move.category === "cancelled" && move.to === "withdrawn"
  return ticket.transitions.filter((move) => move !== first && !withdrawn(move))
}
