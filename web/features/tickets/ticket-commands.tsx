// Carries out the commands of web/commands/known/ticket.ts for the tickets that a screen hands in: the focused row, the selection, the open ticket.
// Draws nothing but the picker that a command asks for.
import type { ListedTicket } from "@docket/contract/tickets"
import { useState } from "react"
import { useCommand } from "../../commands/active.ts"
import { claimAll, copyKeys, copyLinks, setAssignee, watchAll } from "./actions.ts"
import { AnchoredPicker, type Asked, askAt, type PickField } from "./pickers/anchored-picker.tsx"
import { useMe } from "./pickers/sources.tsx"
import { DeleteDialog } from "./view/delete-dialog.tsx"

export type TicketCommandsProps = {
  tickets: readonly ListedTicket[]
  /** Where a field stands on the screen, so that its picker opens there. */
  anchorOf: (field: PickField) => Element | null
  /** Of one open ticket; in a list it is not known. */
  watching?: boolean
  /** A board changes the status itself, because there it is also a place. */
  status?: boolean
}

export function TicketCommands({ tickets, anchorOf, watching = false, status = true }: TicketCommandsProps) {
  const me = useMe()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [deleting, setDeleting] = useState(false)
  const some = tickets.length > 0
  const may = (action: ListedTicket["can"][number]) => tickets.some((ticket) => ticket.can.includes(action))
  const ask = (field: PickField) => () => setAsked(askAt(field, tickets, anchorOf(field)))

  useCommand("ticket.status", ask("status"), status && some && may("move"))
  useCommand("ticket.priority", ask("priority"), some && may("editPlan"))
  useCommand("ticket.assign", ask("assignee"), some && may("assign"))
  useCommand("ticket.labels", ask("labels"), some && may("editPlan"))
  useCommand("ticket.due", ask("due"), some && may("editPlan"))
  useCommand("ticket.estimate", ask("estimate"), some && may("editPlan"))
  useCommand("ticket.assign_me", () => me && setAssignee(tickets, me), some && may("assign"))
  useCommand("ticket.claim", () => claimAll(tickets), some && may("claim"))
  useCommand("ticket.watch", () => watchAll(tickets, !watching), some)
  useCommand("ticket.copy_key", () => copyKeys(tickets), some)
  useCommand("ticket.copy_link", () => copyLinks(tickets), some)
  useCommand("ticket.delete", () => setDeleting(true), some && tickets.every((ticket) => ticket.can.includes("delete")))

  return (
    <>
      {asked && asked.tickets.length > 0 && (
        <AnchoredPicker key={asked.field} asked={{ ...asked, tickets: fresh(asked.tickets, tickets) }} onClose={() => setAsked(null)} />
      )}
      <DeleteDialog tickets={tickets} open={deleting} onOpenChange={setDeleting} />
    </>
  )
}

/** The same tickets as they are now: a label just added is ticked. */
const fresh = (asked: readonly ListedTicket[], now: readonly ListedTicket[]): ListedTicket[] =>
  asked.map((ticket) => now.find((each) => each.id === ticket.id) ?? ticket)
