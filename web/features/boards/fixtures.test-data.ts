// A small board for unit tests: the agile workflow and cards with ranks.
import type { ListedTicket } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { ticketLike } from "../tickets/ticket-like.test-data.ts"

const team = [{ role: "developer" as const }, { role: "product_owner" as const }]
const owner = [{ role: "product_owner" as const }]

export const agile: WorkflowGraph = {
  initial: "todo",
  statuses: [
    { key: "todo", name: "To Do", category: "todo" },
    { key: "in_progress", name: "In Progress", category: "active" },
    { key: "po_review", name: "PO Review", category: "review" },
    { key: "done", name: "Done", category: "done" },
  ],
  transitions: [
    { from: "todo", to: "in_progress", name: "Start", allow: team },
    { from: "in_progress", to: "todo", name: "Put back", allow: team },
    { from: "in_progress", to: "po_review", name: "Send to review", allow: team },
    { from: "po_review", to: "done", name: "Accept", allow: owner },
    { from: "po_review", to: "in_progress", name: "Reject", allow: owner },
    { from: "done", to: "in_progress", name: "Reopen", allow: owner },
  ],
}

/** Id and rank are the same letter, so that the order can be read off. */
export function card(id: string, status: string, part: Partial<ListedTicket> = {}): ListedTicket {
  return ticketLike({ id, key: `WEB-${id}`, title: `Card ${id}`, rank: id, status, ...part })
}
