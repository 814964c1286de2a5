// An estimate, typed where it stands.
import { useState } from "react"
import { Button } from "../../../ui/button.tsx"
import { Field } from "../../../ui/field.tsx"
import { Input } from "../../../ui/input.tsx"
import { Popover } from "../../../ui/popover.tsx"
import { t } from "../../../words/words.ts"
import { changeAll } from "../actions.ts"
import { estimateFrom } from "./days.ts"
import { sharedValue, type TicketPickerProps } from "./picker-props.ts"

export function EstimatePicker({ tickets, trigger, open, onOpenChange, ...rest }: TicketPickerProps) {
  const [own, setOwn] = useState(false)
  const [wrong, setWrong] = useState(false)
  const set = (next: boolean) => {
    setOwn(next)
    setWrong(false)
    onOpenChange?.(next)
  }
  const words = t.tickets.property
  const current = sharedValue(tickets, (ticket) => ticket.estimate)
  return (
    <Popover {...rest} trigger={trigger} label={words.estimate} open={open ?? own} onOpenChange={set} className="w-[232px] p-3">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const value = estimateFrom(String(new FormData(event.currentTarget).get("estimate") ?? ""))
          if (value === undefined) return setWrong(true)
          if (value !== current) changeAll(tickets, { estimate: value })
          set(false)
        }}
        className="flex flex-col gap-3"
      >
        <Field label={words.estimate} hint={words.estimate_hint} error={wrong ? words.estimate_wrong : undefined}>
          <Input name="estimate" inputMode="decimal" autoComplete="off" defaultValue={current ?? ""} />
        </Field>
        <Button type="submit" variant="primary" className="self-end">
          {words.set}
        </Button>
      </form>
    </Popover>
  )
}
