// Deleting disappears for everyone, so it asks.
import type { ListedTicket } from "@docket/contract/tickets"
import { deleteTicket } from "../../../live/mutations.ts"
import { ConfirmDialog } from "../../../ui/dialog.tsx"
import { t } from "../../../words/words.ts"

type Props = { tickets: readonly ListedTicket[]; open: boolean; onOpenChange: (open: boolean) => void; onDeleted?: () => void }

export function DeleteDialog({ tickets, open, onOpenChange, onDeleted }: Props) {
  const words = t.tickets.view
  const [first] = tickets
  return (
    <ConfirmDialog
      open={open && first !== undefined}
      onOpenChange={onOpenChange}
      title={tickets.length === 1 ? words.delete_title(first?.key ?? "") : words.delete_many(tickets.length)}
      description={words.delete_text}
      verb={words.delete}
      onConfirm={() => {
        for (const ticket of tickets) void deleteTicket(ticket.id)
        onDeleted?.()
      }}
    />
  )
}
