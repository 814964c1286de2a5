// Moves that go together with a message: the message is also the note or resolution that the move asks for.
import type { AllowedMove, Ticket } from "@docket/contract/tickets"

/** Not those that take back or refuse a request: they ask for a reason of their own. A standing blocker needs one, too. */
export function sendMoves(ticket: Pick<Ticket, "transitions" | "blocked">): AllowedMove[] {
  return ticket.transitions.filter((move) => move.category !== "cancelled" && !(ticket.blocked && move.category === "done"))
}

const longest = { note: 5000, resolution: 5000, reason: 2000 }

export function givenBy(move: Pick<AllowedMove, "requires">, body: string): { note?: string; resolution?: string; reason?: string } {
  return Object.fromEntries(move.requires.map((need) => [need, body.slice(0, longest[need])]))
}
