// Taking a request back, with the reason.
import { useState } from "react"
import { withdraw } from "../../live/mutations.ts"
import { Button } from "../../ui/button.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Field } from "../../ui/field.tsx"
import { TextArea } from "../../ui/input.tsx"
import { t } from "../../words/words.ts"

export function WithdrawDialog({
  ticketId,
  open,
  onOpenChange,
}: {
  ticketId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const words = t.portal.request
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (reason.trim() === "") return
    void withdraw(ticketId, reason.trim())
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.withdraw_title}
      description={words.withdraw_text}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            {t.ui.cancel}
          </Button>
          <Button size="form" variant="danger-fill" onClick={send}>
            {t.portal.action.withdraw}
          </Button>
        </>
      }
    >
      <Field label={words.withdraw_reason} required error={tried && reason.trim() === "" ? words.withdraw_needed : null}>
        <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  )
}
