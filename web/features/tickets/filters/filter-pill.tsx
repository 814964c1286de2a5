// One filter as a sentence of three buttons. Each part is changed where it stands.
import { useState } from "react"
import { Menu } from "../../../ui/menu.tsx"
import { Pill, PillPart } from "../../../ui/pill.tsx"
import { Popover } from "../../../ui/popover.tsx"
import { t } from "../../../words/words.ts"
import { FieldPanel } from "./field-panel.tsx"
import type { ValueField } from "./field-values.tsx"
import { canNegate, type Filter } from "./filter-model.ts"
import { FieldIcon, operatorWords, useValueWords } from "./filter-words.tsx"

export type FilterPillProps = {
  filter: Filter & { field: ValueField }
  project: string | undefined
  onChange: (filter: Filter) => void
  onRemove: () => void
  /** Other fields that this one can become. */
  onField: () => void
}

export function FilterPill({ filter, project, onChange, onRemove, onField }: FilterPillProps) {
  const words = t.tickets.filter
  const [open, setOpen] = useState(false)
  // While the list is open nothing may be ticked; the pill goes when it closes empty.
  const [empty, setEmpty] = useState(false)
  const { text, face } = useValueWords(filter, project)
  const operator = operatorWords(filter)
  const flip = (negated: boolean) => onChange({ ...filter, negated })
  const many = filter.values.length > 1
  return (
    <Pill label={words.sentence(words.field[filter.field], operator, text)} onRemove={onRemove}>
      <PillPart kind="field" title={words.change_field} onClick={onField}>
        <FieldIcon field={filter.field} />
        {words.field[filter.field]}
      </PillPart>
      <Menu
        label={words.change_operator}
        entries={[
          { label: many ? words.is_any : words.is, checked: !filter.negated, onSelect: () => flip(false) },
          ...(canNegate(filter.field)
            ? [{ label: many ? words.is_none : words.is_not, checked: filter.negated, onSelect: () => flip(true) }]
            : []),
        ]}
        trigger={
          <PillPart kind="operator" title={words.change_operator}>
            {operator}
          </PillPart>
        }
      />
      <Popover
        label={words.change_value}
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          if (!next && empty) onRemove()
          setEmpty(false)
        }}
        className="w-max max-w-[min(420px,calc(100vw-16px))] overflow-hidden"
        trigger={<PillPart kind="value">{face}</PillPart>}
      >
        <FieldPanel
          field={filter.field}
          project={project}
          values={empty ? [] : filter.values}
          onChange={(values) => {
            setEmpty(values.length === 0)
            if (values.length > 0) onChange({ ...filter, values })
          }}
        />
      </Popover>
    </Pill>
  )
}
