// The values of a ticket's properties that are picked from a list. Each shows itself and, where one may, its picker.
import type { ListedTicket } from "@docket/contract/tickets"
import { type TicketType, ticketTypes } from "@docket/contract/tickets"
import { type ReactNode, useState } from "react"
import { useProject } from "../../../live/hooks.ts"
import { changeTicket } from "../../../live/mutations.ts"
import { Avatar } from "../../../ui/avatar.tsx"
import { LabelChip } from "../../../ui/chip.tsx"
import { Picker } from "../../../ui/picker.tsx"
import type { PickerOption } from "../../../ui/picker-options.ts"
import { PriorityIcon, StatusIcon, TypeIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { labelColor } from "../labels.ts"
import { AssigneePicker } from "../pickers/assignee-picker.tsx"
import { LabelPicker } from "../pickers/label-picker.tsx"
import { PriorityPicker } from "../pickers/priority-picker.tsx"
import { typeOptions, useCategoryOptions, useDepartmentOptions, usePeopleOptions, useTeamOptions } from "../pickers/sources.tsx"
import { StatusPicker } from "../pickers/status-picker.tsx"
import { ValueTrigger, Words } from "./property-look.tsx"

export type ValueProps = { ticket: ListedTicket }

/** Why a property is not to be changed here; false where it is. */
export const fixedFor = (ticket: ListedTicket, action: "edit" | "editPlan" | "assign" | "move"): string | false =>
  ticket.can.includes(action) ? false : t.tickets.view.read_only[action]

export function StatusValue({ ticket }: ValueProps) {
  const trigger = (
    <ValueTrigger fixed={fixedFor(ticket, "move")}>
      <StatusIcon category={ticket.statusCategory} decorative />
      <Words>{ticket.statusName}</Words>
    </ValueTrigger>
  )
  return ticket.can.includes("move") ? <StatusPicker tickets={[ticket]} trigger={trigger} /> : trigger
}

export function PriorityValue({ ticket }: ValueProps) {
  const name = t.ui.priority[ticket.priority]
  const trigger = (
    <ValueTrigger fixed={fixedFor(ticket, "editPlan")}>
      <PriorityIcon priority={ticket.priority} decorative />
      <Words>{name}</Words>
    </ValueTrigger>
  )
  return ticket.can.includes("editPlan") ? <PriorityPicker tickets={[ticket]} trigger={trigger} /> : trigger
}

export function AssigneeValue({ ticket }: ValueProps) {
  const name = ticket.assignee?.name ?? t.tickets.pick.nobody
  const trigger = (
    <ValueTrigger fixed={fixedFor(ticket, "assign")}>
      <Avatar person={ticket.assignee} size={18} decorative />
      <Words faint={!ticket.assignee}>{name}</Words>
    </ValueTrigger>
  )
  return ticket.can.includes("assign") ? <AssigneePicker tickets={[ticket]} trigger={trigger} /> : trigger
}

export function LabelsValue({ ticket }: ValueProps) {
  const fixed = fixedFor(ticket, "editPlan")
  const trigger = (
    <ValueTrigger fixed={fixed}>
      {ticket.labels.length === 0 ? (
        <Words faint>{fixed ? t.tickets.property.none : t.tickets.property.add_label}</Words>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1.5 py-1">
          {ticket.labels.map((label) => (
            <LabelChip key={label} name={label} color={labelColor(label)} />
          ))}
        </span>
      )}
    </ValueTrigger>
  )
  return fixed ? trigger : <LabelPicker tickets={[ticket]} trigger={trigger} />
}

type ChoiceProps = {
  label: string
  placeholder: string
  current: { id: string; name: string } | null
  options: readonly PickerOption[]
  fixed: string | false
  icon?: ReactNode
  clearable?: boolean
  onQuery?: (query: string) => void
  onChange: (value: string | null) => void
}

function Choice({ label, placeholder, current, options, fixed, icon, clearable = true, onQuery, onChange }: ChoiceProps) {
  const name = current?.name ?? t.tickets.property.none
  const trigger = (
    <ValueTrigger fixed={fixed}>
      {icon}
      <Words faint={!current}>{name}</Words>
    </ValueTrigger>
  )
  if (fixed) return trigger
  const none: PickerOption = { value: "", label: t.tickets.pick.none }
  return (
    <Picker
      trigger={trigger}
      label={label}
      placeholder={placeholder}
      options={clearable ? [none, ...options] : options}
      value={current?.id ?? (clearable ? "" : null)}
      clearable={clearable}
      onQuery={onQuery}
      onChange={(value) => {
        const chosen = value === "" ? null : value
        if (chosen !== (current?.id ?? null)) onChange(chosen)
      }}
    />
  )
}

const isType = (value: string | null): value is TicketType => ticketTypes.some((each) => each === value)

export function TypeValue({ ticket }: ValueProps) {
  const project = useProject(ticket.project.id)
  return (
    <Choice
      label={t.tickets.property.type}
      placeholder={t.tickets.pick.type}
      current={{ id: ticket.type, name: t.ui.type[ticket.type] }}
      icon={<TypeIcon type={ticket.type} decorative />}
      options={typeOptions(project?.types)}
      fixed={fixedFor(ticket, "editPlan")}
      clearable={false}
      onChange={(type) => isType(type) && void changeTicket(ticket.id, { type })}
    />
  )
}

export function CategoryValue({ ticket }: ValueProps) {
  const options = useCategoryOptions()
  const name = [ticket.category?.name, ticket.subcategory?.name].filter(Boolean).join(", ")
  const chosen = ticket.subcategory ?? ticket.category
  return (
    <Choice
      label={t.tickets.property.category}
      placeholder={t.tickets.pick.category}
      current={chosen && { id: chosen.id, name }}
      options={options}
      fixed={fixedFor(ticket, "editPlan")}
      onChange={(categoryId) => void changeTicket(ticket.id, { categoryId })}
    />
  )
}

export function TeamValue({ ticket }: ValueProps) {
  const options = useTeamOptions()
  return (
    <Choice
      label={t.tickets.property.team}
      placeholder={t.tickets.pick.team}
      current={ticket.team}
      options={options}
      fixed={fixedFor(ticket, "editPlan")}
      onChange={(teamId) => void changeTicket(ticket.id, { teamId })}
    />
  )
}

export function DepartmentValue({ ticket }: ValueProps) {
  const options = useDepartmentOptions()
  return (
    <Choice
      label={t.tickets.property.department}
      placeholder={t.tickets.pick.department}
      current={ticket.department}
      options={options}
      fixed={fixedFor(ticket, "editPlan")}
      onChange={(departmentId) => void changeTicket(ticket.id, { departmentId })}
    />
  )
}

export function OwnerValue({ ticket }: ValueProps) {
  const [query, setQuery] = useState("")
  const options = usePeopleOptions(query, ticket.project.id)
  return (
    <Choice
      label={t.tickets.property.owner}
      placeholder={t.tickets.property.owner}
      current={ticket.owner}
      icon={<Avatar person={ticket.owner} size={18} decorative />}
      options={options}
      onQuery={setQuery}
      fixed={fixedFor(ticket, "editPlan")}
      onChange={(ownerId) => void changeTicket(ticket.id, { ownerId })}
    />
  )
}
