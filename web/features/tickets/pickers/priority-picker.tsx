// Priority of one ticket or many; the number keys choose.
import { type Priority, priorities } from "@docket/contract/tickets"
import { Picker } from "../../../ui/picker.tsx"
import { t } from "../../../words/words.ts"
import { setPriority } from "../actions.ts"
import { sharedValue, type TicketPickerProps } from "./picker-props.ts"
import { priorityOptions } from "./sources.tsx"

const isPriority = (value: string | null): value is Priority => priorities.some((each) => each === value)

export function PriorityPicker({ tickets, ...rest }: TicketPickerProps) {
  return (
    <Picker
      {...rest}
      label={t.tickets.pick.priority_label}
      placeholder={t.tickets.pick.priority}
      keys="P"
      numbered
      options={priorityOptions}
      value={sharedValue(tickets, (ticket) => ticket.priority)}
      onChange={(value) => {
        if (isPriority(value)) setPriority(tickets, value)
      }}
    />
  )
}
