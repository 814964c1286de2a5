// Labels of one ticket or many: ticked is what all have, toggling changes all of them. What is typed and unknown becomes a new label.
import { useState } from "react"
import { Dot } from "../../../ui/chip.tsx"
import { MultiPicker } from "../../../ui/picker.tsx"
import { t } from "../../../words/words.ts"
import { toggleLabel } from "../actions.ts"
import { labelColor } from "../labels.ts"
import { sharedProject, type TicketPickerProps } from "./picker-props.ts"
import { useLabelOptions } from "./sources.tsx"

export function LabelPicker({ tickets, ...rest }: TicketPickerProps) {
  const known = useLabelOptions(sharedProject(tickets))
  const [made, setMade] = useState<string[]>([])
  const names = new Set(known.map((option) => option.value))
  const extra = [...new Set([...tickets.flatMap((ticket) => ticket.labels), ...made])].filter((label) => !names.has(label))
  const options = [...extra.map((label) => ({ value: label, label, icon: <Dot color={labelColor(label)} /> })), ...known]
  const all = options.map((option) => option.value).filter((label) => tickets.every((ticket) => ticket.labels.includes(label)))
  const toggle = (label: string) => toggleLabel(tickets, label, !all.includes(label))
  return (
    <MultiPicker
      {...rest}
      label={t.tickets.pick.label_label}
      placeholder={t.tickets.pick.label}
      keys="L"
      options={options}
      values={all}
      onChange={(values) => {
        const changed = values.find((value) => !all.includes(value)) ?? all.find((value) => !values.includes(value))
        if (changed !== undefined) toggle(changed)
      }}
      create={{
        label: t.tickets.pick.create_label,
        run: (typed) => {
          const label = typed.replaceAll(",", " ").replace(/\s+/g, " ").trim().slice(0, 50)
          if (label === "") return
          setMade((now) => [...now, label])
          toggleLabel(tickets, label, true)
        },
      }}
    />
  )
}
