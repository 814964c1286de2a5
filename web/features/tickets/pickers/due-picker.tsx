// A due date: the near ones by name, any other in the field.
import { useState } from "react"
import { Button } from "../../../ui/button.tsx"
import { Field } from "../../../ui/field.tsx"
import { Input } from "../../../ui/input.tsx"
import { Popover } from "../../../ui/popover.tsx"
import { t } from "../../../words/words.ts"
import { changeAll } from "../actions.ts"
import { dayFrom } from "./days.ts"
import { sharedValue, type TicketPickerProps } from "./picker-props.ts"

type Props = TicketPickerProps & { field?: "dueDate" | "startDate" }

export function DuePicker({ tickets, trigger, open, onOpenChange, field = "dueDate", ...rest }: Props) {
  const [own, setOwn] = useState(false)
  const set = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const words = t.tickets.property
  const label = field === "dueDate" ? words.due : words.start
  const current = sharedValue(tickets, (ticket) => ticket[field])
  const choose = (day: string | null) => {
    if (day !== current) changeAll(tickets, { [field]: day })
    set(false)
  }
  const near = [
    { label: words.today, day: dayFrom(0) },
    { label: words.tomorrow, day: dayFrom(1) },
    { label: words.next_week, day: dayFrom(7) },
  ]
  return (
    <Popover {...rest} trigger={trigger} label={label} open={open ?? own} onOpenChange={set} className="w-[232px] p-3">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const day = new FormData(event.currentTarget).get("day")
          choose(typeof day === "string" && day !== "" ? day : null)
        }}
        className="flex flex-col gap-3"
      >
        <Field label={label}>
          <Input name="day" type="date" defaultValue={current ?? ""} min="1970-01-01" max="2999-12-31" />
        </Field>
        <div className="grid grid-cols-3 gap-1.5">
          {near.map((each) => (
            <Button key={each.day} size="mini" block onClick={() => choose(each.day)}>
              {each.label}
            </Button>
          ))}
        </div>
        <div className="flex justify-end gap-2">
          {current !== null && (
            <Button variant="ghost" onClick={() => choose(null)}>
              {words.clear}
            </Button>
          )}
          <Button type="submit" variant="primary">
            {words.set}
          </Button>
        </div>
      </form>
    </Popover>
  )
}
