// Name, description, status, manager, dates, colour of a project.
import type { Project } from "@docket/contract/projects"
import { useState } from "react"
import { Dot } from "../../ui/chip.tsx"
import { Field } from "../../ui/field.tsx"
import { PickerField } from "../../ui/picker.tsx"
import { t } from "../../words/words.ts"
import { personOption, usePeopleOptions } from "../tickets/pickers/sources.tsx"
import { ColorField } from "./color-field.tsx"
import { SavedInput } from "./saved-input.tsx"
import type { ProjectChanges } from "./settings-panel.tsx"
import { ProjectStatus, projectStatusOptions } from "./status-chip.tsx"

export type FieldsProps = { project: Project; readOnly: boolean; onSave: (changes: ProjectChanges) => void }

export function GeneralFields({ project, readOnly, onSave }: FieldsProps) {
  const words = t.projects.settings
  const needed = (value: string) => (value.trim() === "" ? t.projects.create.name_needed : null)
  return (
    <>
      <SavedInput
        label={words.name}
        value={project.name}
        maxLength={100}
        readOnly={readOnly}
        check={needed}
        onSave={(name) => onSave({ name })}
      />
      <SavedInput
        label={words.description}
        hint={words.description_hint}
        value={project.description}
        maxLength={10000}
        multiline
        readOnly={readOnly}
        onSave={(description) => onSave({ description })}
      />
      <Field label={words.status} hint={readOnly ? undefined : words.status_hint}>
        {readOnly ? (
          <span className="py-0.5">
            <ProjectStatus status={project.status} />
          </span>
        ) : (
          <PickerField
            label={words.status}
            options={projectStatusOptions}
            value={project.status}
            onChange={(value) => {
              const status = projectStatusOptions.find((option) => option.value === value)?.value
              if (status && status !== project.status) onSave({ status })
            }}
          />
        )}
      </Field>
      <Manager project={project} readOnly={readOnly} onSave={onSave} />
      <div className="grid grid-cols-2 gap-4">
        <SavedInput
          label={words.start}
          type="date"
          value={project.startDate ?? ""}
          readOnly={readOnly}
          onSave={(day) => onSave({ startDate: day || null })}
        />
        <SavedInput
          label={words.deadline}
          type="date"
          value={project.deadline ?? ""}
          readOnly={readOnly}
          onSave={(day) => onSave({ deadline: day || null })}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <span className="font-medium">{words.color}</span>
        {readOnly ? (
          <Dot square color={project.color} className="my-1 size-3.5!" />
        ) : (
          <ColorField value={project.color} onChange={(color) => onSave({ color })} />
        )}
      </div>
    </>
  )
}

function Manager({ project, readOnly, onSave }: FieldsProps) {
  const words = t.projects.settings
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query)
  const { manager } = project
  const options = manager && !people.some((person) => person.value === manager.id) ? [personOption(manager), ...people] : people
  if (readOnly) {
    return (
      <Field label={words.manager}>
        <span className="py-0.5">{manager?.name ?? words.manager_none}</span>
      </Field>
    )
  }
  return (
    <Field label={words.manager}>
      <PickerField
        label={words.manager}
        placeholder={words.manager_none}
        options={options}
        value={manager?.id ?? null}
        clearable
        onQuery={setQuery}
        onChange={(managerId) => managerId !== (manager?.id ?? null) && onSave({ managerId })}
      />
    </Field>
  )
}
