// Where the choices of pickers and filters come from, with their pictures. Each is a hook; a screen mounts one at a time.
import type { Category } from "@docket/contract/organization"
import { priorities, type TicketType, ticketTypes } from "@docket/contract/tickets"
import { statusCategories } from "@docket/contract/workflows"
import { useMemo } from "react"
import { useSession } from "../../../api/session.ts"
import { useCategories, useDepartments, useLabels, usePeople, useProjects, useTeams } from "../../../live/hooks.ts"
import { Avatar } from "../../../ui/avatar.tsx"
import { Dot } from "../../../ui/chip.tsx"
import type { PickerOption } from "../../../ui/picker-options.ts"
import { PriorityIcon, StatusIcon, TypeIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { labelColor } from "../labels.ts"

export function useMe(): { id: string; name: string } | null {
  const { me } = useSession()
  return useMemo(() => (me ? { id: me.user.id, name: me.user.fullName } : null), [me])
}

/** Most urgent first: the number keys count the same way. */
export const priorityOptions: PickerOption[] = [...priorities]
  .reverse()
  .map((priority) => ({ value: priority, label: t.ui.priority[priority], icon: <PriorityIcon priority={priority} decorative /> }))

export const typeOptions = (types: readonly TicketType[] = ticketTypes): PickerOption[] =>
  types.map((type) => ({ value: type, label: t.ui.type[type], icon: <TypeIcon type={type} decorative /> }))

export const statusCategoryOptions: PickerOption[] = statusCategories.map((category) => ({
  value: category,
  label: t.ui.status_category[category],
  icon: <StatusIcon category={category} decorative />,
}))

export const personOption = (person: { id: string; name: string }, note?: string): PickerOption => ({
  value: person.id,
  label: person.name,
  icon: <Avatar person={person} size={18} decorative />,
  note,
})

/** Me first, then as the server orders them. */
export function usePeopleOptions(query: string, project?: string): PickerOption[] {
  const people = usePeople(query, project)
  const me = useMe()
  return useMemo(() => {
    const mine = people.filter((person) => person.id === me?.id)
    const others = people.filter((person) => person.id !== me?.id)
    return [...mine.map((person) => personOption(person, t.tickets.pick.me_note)), ...others.map((person) => personOption(person))]
  }, [people, me])
}

export function useProjectOptions(): PickerOption[] {
  const projects = useProjects()
  return useMemo(
    () =>
      projects.map((project) => ({
        value: project.key,
        label: project.name,
        note: project.key,
        keywords: project.key,
        icon: <Dot square color={project.color} />,
      })),
    [projects],
  )
}

/** Sub-categories stand below their category, under its name. */
function categoryOptions(categories: readonly Category[]): PickerOption[] {
  const named = (category: Category): PickerOption => ({ value: category.id, label: category.name })
  const parents = categories.filter((category) => category.parentId === null)
  return parents.flatMap((parent) => {
    const children = categories.filter((category) => category.parentId === parent.id)
    return [named(parent), ...children.map((child) => ({ ...named(child), label: `${parent.name}, ${child.name}` }))]
  })
}

export function useCategoryOptions(): PickerOption[] {
  const categories = useCategories()
  return useMemo(() => categoryOptions(categories), [categories])
}
export function useTeamOptions(): PickerOption[] {
  const teams = useTeams()
  return useMemo(() => teams.map((team) => ({ value: team.id, label: team.name })), [teams])
}
export function useDepartmentOptions(): PickerOption[] {
  const departments = useDepartments()
  return useMemo(() => departments.map((department) => ({ value: department.id, label: department.name })), [departments])
}
export function useLabelOptions(project?: string): PickerOption[] {
  const labels = useLabels(project)
  return useMemo(() => labels.map((label) => ({ value: label, label, icon: <Dot color={labelColor(label)} /> })), [labels])
}
