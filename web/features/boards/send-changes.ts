// How a move on the board is sent, so that what can be undone is undone.
import type { ListedTicket, TicketChanges } from "@docket/contract/tickets"
import { changeTicket, moveTicket, rank } from "../../live/mutations.ts"
import { toasts } from "../../ui/toast-queue.ts"

/** One request for everything a drop means. */
export async function sendChanges(ticket: ListedTicket, changes: TicketChanges, say?: string): Promise<void> {
  const { status, rank: neighbours, assigneeIds, parentId, note, resolution, reason, override } = changes
  const lane = assigneeIds !== undefined || parentId !== undefined
  if (status !== undefined && !lane) {
    const given = Object.fromEntries(Object.entries({ note, resolution, reason, override }).filter(([, value]) => value != null))
    return moveTicket(ticket.id, status, given, { rank: neighbours, say })
  }
  if (status === undefined && !lane) return neighbours ? rank(ticket.id, neighbours) : undefined
  if (status === undefined) return changeTicket(ticket.id, changes)
  // Status and lane went together, so they go back together.
  await changeTicket(ticket.id, changes, { undoable: false, say })
  const before: TicketChanges = {
    status: ticket.status,
    ...(assigneeIds === undefined ? {} : { assigneeIds: ticket.assignees.map((person) => person.id) }),
    ...(parentId === undefined ? {} : { parentId: ticket.parent?.id ?? null }),
  }
  toasts.remember(() => void changeTicket(ticket.id, before, { undoable: false }))
}
