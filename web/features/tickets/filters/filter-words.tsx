// A filter in words and pictures: field, operator, value.
import type { ReactNode } from "react"
import { Icon, type IconName } from "../../../ui/icon.tsx"
import { PillText } from "../../../ui/pill.tsx"
import { t } from "../../../words/words.ts"
import { useFieldOptions, type ValueField } from "./field-values.tsx"
import type { Filter, FilterField } from "./filter-model.ts"

const fieldIcons: Record<FilterField, IconName> = {
  status: "st-todo",
  statusCategory: "st-active",
  priority: "pr-high",
  assignee: "person",
  category: "box",
  label: "tag",
  type: "request",
  team: "people",
  department: "building",
  reporter: "person",
  project: "queue",
  q: "search",
}

export function operatorWords({ field, negated, values }: Filter): string {
  const words = t.tickets.filter
  if (field === "q") return words.contains
  if (values.length > 1) return negated ? words.is_none : words.is_any
  return negated ? words.is_not : words.is
}

/** The chosen values: icons of the first ones, and the name or the number of them. */
export function useValueWords(filter: Filter & { field: ValueField }, project: string | undefined): { text: string; face: ReactNode } {
  const options = useFieldOptions(filter.field, project, "", filter.values)
  const chosen = filter.values.map((value) => options.find((option) => option.value === value)).filter((option) => option !== undefined)
  const text = chosen.length === 1 ? (chosen[0]?.label ?? "") : t.tickets.filter.values(filter.values.length)
  const spoken = chosen.map((option) => option.label).join(", ")
  return {
    text: spoken,
    face: (
      <>
        {chosen.slice(0, 3).map((option) => option.icon && <span key={option.value}>{option.icon}</span>)}
        <span className="max-w-[180px] truncate">{text}</span>
      </>
    ),
  }
}

/** The filter without its buttons, as an empty list repeats it. */
export function FilterText({ filter, project }: { filter: Filter; project: string | undefined }) {
  if (filter.field === "q") return <PillText field={t.tickets.filter.field.q} operator={operatorWords(filter)} value={filter.values[0]} />
  return <ValueText filter={{ ...filter, field: filter.field }} project={project} />
}
function ValueText({ filter, project }: { filter: Filter & { field: ValueField }; project: string | undefined }) {
  const { text } = useValueWords(filter, project)
  return (
    <PillText
      field={t.tickets.filter.field[filter.field]}
      operator={operatorWords(filter)}
      value={<span className="max-w-[220px] truncate">{text}</span>}
    />
  )
}

export const FieldIcon = ({ field }: { field: FilterField }) => <Icon name={fieldIcons[field]} size={14} className="text-faint" />
