// The values that a field may have, as options: for the list in a pill and for the words on it.
import type { WorkflowGraph } from "@docket/contract/workflows"
import { useMemo } from "react"
import { Avatar } from "../../../ui/avatar.tsx"
import type { PickerOption } from "../../../ui/picker-options.ts"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { useNames, useStatuses } from "../names.ts"
import {
  personOption,
  priorityOptions,
  statusCategoryOptions,
  typeOptions,
  useCategoryOptions,
  useDepartmentOptions,
  useLabelOptions,
  usePeopleOptions,
  useProjectOptions,
  useTeamOptions,
} from "../pickers/sources.tsx"
import type { FilterField } from "./filter-model.ts"

export type ValueField = Exclude<FilterField, "q">
type Source = (given: { query: string; project: string | undefined; chosen: readonly string[] }) => PickerOption[]

const allTypes = typeOptions()
const me: PickerOption = { value: "me", label: t.tickets.filter.me, icon: <Avatar person={null} size={18} decorative /> }
const nobody: PickerOption = { value: "none", label: t.tickets.filter.nobody, icon: <Avatar person={null} size={18} decorative /> }

function statusOptions(statuses: WorkflowGraph["statuses"]): PickerOption[] {
  return statuses.map((status) => ({ value: status.key, label: status.name, icon: <StatusIcon category={status.category} decorative /> }))
}

/** People whom the search does not show keep their names as long as they are chosen. */
function usePeople(fixed: readonly PickerOption[], query: string, project: string | undefined, chosen: readonly string[]): PickerOption[] {
  const found = usePeopleOptions(query, project)
  const unseen = chosen.filter((id) => !found.some((option) => option.value === id) && !fixed.some((option) => option.value === id))
  const names = useNames(unseen)
  return [
    ...fixed.filter((option) => query === "" || option.label.toLowerCase().startsWith(query.toLowerCase())),
    ...found,
    ...unseen.map((id) => personOption({ id, name: names(id) ?? t.tickets.filter.unknown })),
  ]
}

const useAssignees: Source = ({ query, project, chosen }) => usePeople([me, nobody], query, project, chosen)
const useReporters: Source = ({ query, chosen }) => usePeople([me], query, undefined, chosen)
const useStatusSource: Source = ({ project }) => {
  const statuses = useStatuses(project)
  return useMemo(() => statusOptions(statuses), [statuses])
}

const sources: Record<ValueField, Source> = {
  status: useStatusSource,
  statusCategory: () => statusCategoryOptions,
  priority: () => priorityOptions,
  type: () => allTypes,
  assignee: useAssignees,
  reporter: useReporters,
  category: () => useCategoryOptions(),
  label: ({ project }) => useLabelOptions(project),
  team: () => useTeamOptions(),
  department: () => useDepartmentOptions(),
  project: () => useProjectOptions(),
}

export const searchedFields: ReadonlySet<FilterField> = new Set<FilterField>(["assignee", "reporter"])

/** A component keeps its field for life (give it a key), so that it always calls the same hook. */
export function useFieldOptions(field: ValueField, project: string | undefined, query: string, chosen: readonly string[]): PickerOption[] {
  const useSource = sources[field]
  const options = useSource({ query, project, chosen })
  const unknown = chosen.filter((value) => !options.some((option) => option.value === value))
  // Labels, statuses and projects are named by their value; an id says nothing.
  const named = field === "label" || field === "status" || field === "project"
  return unknown.length === 0
    ? options
    : [...options, ...unknown.map((value) => ({ value, label: named ? value : t.tickets.filter.unknown }))]
}
