// The filters of a list: a pill each, then "+ Filter". Which field a new filter has is asked first, its values in the same place.
import { type ReactNode, useState } from "react"
import { useCommand } from "../../../commands/active.ts"
import { FilterBar } from "../../../shell/filter-bar.tsx"
import { Button } from "../../../ui/button.tsx"
import { Picker } from "../../../ui/picker.tsx"
import { t } from "../../../words/words.ts"
import { FieldPanel } from "./field-panel.tsx"
import type { ValueField } from "./field-values.tsx"
import { type Filter, type FilterField, filterFields, withFilter } from "./filter-model.ts"
import { FilterPill } from "./filter-pill.tsx"
import { FieldIcon } from "./filter-words.tsx"
import { TextPill } from "./text-pill.tsx"

export type FilterStripProps = {
  filters: readonly Filter[]
  onFilters: (filters: Filter[]) => void
  /** Fields that mean nothing here: the project inside a project. */
  without?: readonly FilterField[]
  project: string | undefined
  options: ReactNode
  /** Asked for by a chip on a phone. */
  openAtOnce?: boolean
  onClosed?: () => void
}

export function FilterStrip({ filters, onFilters, without = [], project, options, openAtOnce = false, onClosed }: FilterStripProps) {
  const words = t.tickets.filter
  const [open, setOpen] = useState(openAtOnce)
  const [field, setField] = useState<ValueField | null>(null)
  const [texting, setTexting] = useState(0)
  const text = filters.find((filter) => filter.field === "q")
  const fields = filterFields.filter((each) => !without.includes(each))
  const remove = (gone: FilterField) => onFilters(filters.filter((filter) => filter.field !== gone))
  const put = (filter: Filter) => onFilters(withFilter(filters, filter))
  const change = (next: boolean) => {
    setOpen(next)
    if (next) return
    setField(null)
    onClosed?.()
  }
  const startText = () => setTexting((now) => now + 1)
  useCommand("list.filter", () => change(true))
  const clear = () => {
    setTexting(0)
    onFilters([])
  }
  useCommand("list.clear_filters", clear, filters.length > 0 || texting > 0)
  useCommand("app.search", startText)

  const values = filters.find((filter) => filter.field === field)?.values ?? []
  const add = (
    <Picker
      open={open}
      onOpenChange={change}
      label={words.add_label}
      placeholder={words.add_placeholder}
      keys="F"
      value={null}
      options={fields.map((each) => ({ value: each, label: words.field[each], icon: <FieldIcon field={each} /> }))}
      onChange={(chosen) => {
        const next = fields.find((each) => each === chosen)
        if (next === "q") {
          setTimeout(startText)
          return
        }
        if (next) setField(next)
        return false
      }}
      panel={
        field && (
          <FieldPanel
            key={field}
            field={field}
            project={project}
            values={values}
            onChange={(next) => put({ field, negated: false, values: next })}
          />
        )
      }
      trigger={
        <Button variant="ghost" icon="plus" keys="F">
          {words.add}
        </Button>
      }
    />
  )
  return (
    <FilterBar add={add} count={filters.length} onClear={clear} options={options}>
      {filters.map((filter) =>
        filter.field === "q" ? null : (
          <FilterPill
            key={filter.field}
            filter={{ ...filter, field: filter.field }}
            project={project}
            onChange={put}
            onRemove={() => remove(filter.field)}
            onField={() => {
              remove(filter.field)
              change(true)
            }}
          />
        ),
      )}
      {(text || texting > 0) && (
        <TextPill
          text={text?.values[0] ?? ""}
          focus={texting}
          onChange={(typed) => put({ field: "q", negated: false, values: typed.trim() === "" ? [] : [typed] })}
          onRemove={() => {
            setTexting(0)
            remove("q")
          }}
        />
      )}
    </FilterBar>
  )
}
