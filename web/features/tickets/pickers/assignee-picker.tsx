// Who is responsible: the primary assignee of one ticket or many. Others who are assigned stay.
import { useState } from "react"
import { Avatar } from "../../../ui/avatar.tsx"
import { Picker } from "../../../ui/picker.tsx"
import { t } from "../../../words/words.ts"
import { setAssignee } from "../actions.ts"
import { sharedProject, sharedValue, type TicketPickerProps } from "./picker-props.ts"
import { usePeopleOptions } from "./sources.tsx"

const nobody = "nobody"

export function AssigneePicker({ tickets, ...rest }: TicketPickerProps) {
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query, sharedProject(tickets))
  const options =
    query === ""
      ? [{ value: nobody, label: t.tickets.pick.nobody, icon: <Avatar person={null} size={18} decorative /> }, ...people]
      : people
  const current = sharedValue(tickets, (ticket) => ticket.assignee?.id ?? nobody)
  return (
    <Picker
      {...rest}
      label={t.tickets.pick.assignee_label}
      placeholder={t.tickets.pick.assignee}
      keys="A"
      options={options}
      value={current}
      clearable
      onQuery={setQuery}
      onChange={(value) => {
        const chosen = people.find((option) => option.value === value)
        setAssignee(tickets, chosen ? { id: chosen.value, name: chosen.label } : null)
      }}
    />
  )
}
