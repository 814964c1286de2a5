// The requester takes a request back, with the reason.
import type { ListedTicket } from "@docket/contract/tickets"
import { useState } from "react"
import { withdraw } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { Dialog } from "../../../ui/dialog.tsx"
import { Field } from "../../../ui/field.tsx"
import { TextArea } from "../../../ui/input.tsx"
import { t } from "../../../words/words.ts"

const words = t.tickets.withdraw

export function WithdrawDialog({
  ticket,
  open,
  onOpenChange,
}: {
  ticket: ListedTicket
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ""
  const submit = () => {
    setTried(true)
    if (missing) return
    void withdraw(ticket.id, reason.trim())
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title(ticket.key)}
      description={words.text}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            {t.ui.cancel}
          </Button>
          <Button size="form" variant="danger-fill" onClick={submit}>
            {words.verb}
          </Button>
        </>
      }
    >
      <Field label={words.reason} required error={tried && missing ? words.need_reason : undefined}>
        <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  )
}
