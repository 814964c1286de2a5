// The list of a field's values, ticked as they are chosen.
import { useEffect, useRef, useState } from "react"
import { PickerPanel } from "../../../ui/picker-panel.tsx"
import { t } from "../../../words/words.ts"
import { searchedFields, useFieldOptions, type ValueField } from "./field-values.tsx"

export function FieldPanel({
  field,
  project,
  values,
  onChange,
}: {
  field: ValueField
  project: string | undefined
  values: readonly string[]
  onChange: (values: string[]) => void
}) {
  const [query, setQuery] = useState("")
  const options = useFieldOptions(field, project, query, values)
  const box = useRef<HTMLDivElement>(null)
  // It may take the place of another list in an open popover, which then has no focus.
  useEffect(() => box.current?.querySelector("input")?.focus(), [])
  return (
    <div ref={box}>
      <PickerPanel
        label={t.tickets.filter.field[field]}
        options={options}
        selected={values}
        multiple
        onQuery={searchedFields.has(field) ? setQuery : undefined}
        onPick={(value) => onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])}
        onClear={() => onChange(values.slice(0, -1))}
      />
    </div>
  )
}
