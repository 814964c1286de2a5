// Hands tickets to another person or team, with the reason.
import type { ListedTicket } from "@docket/contract/tickets"
import { useState } from "react"
import { together, transfer } from "../../../live/mutations.ts"
import { Button } from "../../../ui/button.tsx"
import { Dialog } from "../../../ui/dialog.tsx"
import { Field } from "../../../ui/field.tsx"
import { TextArea } from "../../../ui/input.tsx"
import { PickerField } from "../../../ui/picker.tsx"
import { t } from "../../../words/words.ts"
import { sharedProject } from "../pickers/picker-props.ts"
import { usePeopleOptions, useTeamOptions } from "../pickers/sources.tsx"

const words = t.tickets.transfer
type Props = { tickets: readonly ListedTicket[]; open: boolean; onOpenChange: (open: boolean) => void }

export function TransferDialog(props: Props) {
  return props.open ? <Form {...props} /> : null
}

function Form({ tickets, open, onOpenChange }: Props) {
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query, sharedProject(tickets))
  const teams = useTeamOptions()
  const [person, setPerson] = useState<string | null>(null)
  const [team, setTeam] = useState<string | null>(null)
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const noTarget = person === null && team === null
  const noReason = reason.trim() === ""
  const submit = () => {
    setTried(true)
    if (noTarget || noReason) return
    const to = { ...(person === null ? {} : { assigneeId: person }), ...(team === null ? {} : { teamId: team }), reason: reason.trim() }
    void together(words.done, () => tickets.map((ticket) => transfer(ticket.id, to)))
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={tickets.length === 1 ? words.title(tickets[0]?.key ?? "") : words.title_many(tickets.length)}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            {t.ui.cancel}
          </Button>
          <Button size="form" variant="primary" onClick={submit}>
            {words.verb}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={words.person} error={tried && noTarget ? words.need_target : undefined}>
          <PickerField
            label={words.person}
            placeholder={words.nobody}
            options={people}
            value={person}
            onQuery={setQuery}
            clearable
            onChange={setPerson}
          />
        </Field>
        <Field label={words.team}>
          <PickerField label={words.team} placeholder={words.no_team} options={teams} value={team} clearable onChange={setTeam} />
        </Field>
        <Field label={words.reason} hint={words.reason_hint} required error={tried && noReason ? words.need_reason : undefined}>
          <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
