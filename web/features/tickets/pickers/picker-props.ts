// What every picker of a ticket's property takes. Several tickets at once are a bulk edit.
import type { ListedTicket } from "@docket/contract/tickets"
import type { ReactElement } from "react"

export type TicketPickerProps = {
  tickets: readonly ListedTicket[]
  trigger: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onCloseAutoFocus?: (event: Event) => void
  align?: "start" | "end"
}

/** The one project of all of them, or none. */
export function sharedProject(tickets: readonly ListedTicket[]): string | undefined {
  const [first] = tickets
  return first && tickets.every((ticket) => ticket.project.id === first.project.id) ? first.project.id : undefined
}

/** What all of them have in common; null where they differ. */
export function sharedValue<T>(tickets: readonly ListedTicket[], of: (ticket: ListedTicket) => T): T | null {
  const [first] = tickets
  if (!first) return null
  const value = of(first)
  return tickets.every((ticket) => of(ticket) === value) ? value : null
}
