// The facts of a new ticket, each a chip that opens its picker.

import type { Project } from "@docket/contract/projects"
import { type Priority, priorities, type TicketType, ticketTypes } from "@docket/contract/tickets"
import { type ComponentProps, type ReactNode, useState } from "react"
import { Avatar } from "../../../ui/avatar.tsx"
import { Dot } from "../../../ui/chip.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { MultiPicker, Picker } from "../../../ui/picker.tsx"
import { PriorityIcon, TypeIcon } from "../../../ui/state-icons.tsx"
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx"
import { t } from "../../../words/words.ts"
import { labelColor } from "../labels.ts"
import { priorityOptions, typeOptions, useLabelOptions, usePeopleOptions, useProjectOptions } from "../pickers/sources.tsx"
import { chosenType, type NewDraft } from "./new-draft.ts"

const words = t.tickets.create

function Chip({ name, children, ...rest }: ComponentProps<"button"> & { name: string; children: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className="flex h-control max-w-[220px] shrink-0 items-center gap-1.5 rounded-full bg-raised px-2.5 font-nav whitespace-nowrap edge-line hover:bg-hover data-[state=open]:bg-pressed max-md:h-touch max-md:px-3.5 max-md:text-14"
    >
      <VisuallyHidden>{name}: </VisuallyHidden>
      {children}
    </button>
  )
}

type Props = { draft: NewDraft; project: Project; onChange: (part: Partial<NewDraft>) => void }
const isPriority = (value: string | null): value is Priority => priorities.some((each) => each === value)
const isType = (value: string | null): value is TicketType => ticketTypes.some((each) => each === value)

export function DraftChips({ draft, project, onChange }: Props) {
  const projects = useProjectOptions()
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query, project.key)
  const known = useLabelOptions(project.key)
  const type = chosenType(project, draft)
  const mayAssign = project.kind === "work" || project.myRole !== null || people.length > 0
  const labels = [
    ...draft.labels
      .filter((label) => !known.some((option) => option.value === label))
      .map((label) => ({ value: label, label, icon: <Dot color={labelColor(label)} /> })),
    ...known,
  ]
  return (
    <div className="flex flex-wrap gap-1.5">
      <Picker
        label={words.project}
        placeholder={t.tickets.pick.project}
        options={projects}
        value={project.key}
        onChange={(key) => key && onChange({ project: key, assignee: null })}
        trigger={
          <Chip name={words.project}>
            <Dot square color={project.color} />
            <span className="truncate">{project.name}</span>
          </Chip>
        }
      />
      {type && (
        <Picker
          label={words.type}
          placeholder={t.tickets.pick.type}
          options={typeOptions(project.types)}
          value={type}
          onChange={(value) => isType(value) && onChange({ type: value })}
          trigger={
            <Chip name={words.type}>
              <TypeIcon type={type} decorative />
              {t.ui.type[type]}
            </Chip>
          }
        />
      )}
      <Picker
        label={words.priority}
        placeholder={t.tickets.pick.priority}
        numbered
        options={priorityOptions}
        value={draft.priority}
        onChange={(value) => isPriority(value) && onChange({ priority: value })}
        trigger={
          <Chip name={words.priority}>
            <PriorityIcon priority={draft.priority} decorative />
            {t.ui.priority[draft.priority]}
          </Chip>
        }
      />
      {mayAssign && (
        <Picker
          label={words.assignee}
          placeholder={t.tickets.pick.assignee}
          options={people}
          value={draft.assignee?.id ?? null}
          clearable
          onQuery={setQuery}
          onChange={(value) => {
            const person = people.find((option) => option.value === value)
            onChange({ assignee: person ? { id: person.value, name: person.label } : null })
          }}
          trigger={
            <Chip name={words.assignee}>
              <Avatar person={draft.assignee} size={18} decorative />
              <span className="truncate">{draft.assignee?.name ?? words.assignee}</span>
            </Chip>
          }
        />
      )}
      <MultiPicker
        label={words.labels}
        placeholder={t.tickets.pick.label}
        options={labels}
        values={draft.labels}
        onChange={(values) => onChange({ labels: values })}
        create={{
          label: t.tickets.pick.create_label,
          run: (label) => onChange({ labels: [...draft.labels, label.replaceAll(",", " ").trim().slice(0, 50)] }),
        }}
        trigger={
          <Chip name={words.labels}>
            <Icon name="tag" size={14} className="text-muted" />
            <span className="truncate">{draft.labels.join(", ") || words.labels}</span>
          </Chip>
        }
      />
    </div>
  )
}
