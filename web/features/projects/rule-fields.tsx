// How work behaves in a project: who sees it, how many work on one ticket, what a blocker does.
import { RadioGroup } from "../../ui/radio-group.tsx"
import { Switch } from "../../ui/switch.tsx"
import { t } from "../../words/words.ts"
import type { FieldsProps } from "./general-fields.tsx"
import { SavedInput } from "./saved-input.tsx"

const blockers = ["refuse", "warn"] as const

export function RuleFields({ project, readOnly, onSave }: FieldsProps) {
  const words = t.projects.settings
  const whole = (value: string) => (/^\d{1,4}$/.test(value.trim()) && Number(value) <= 1000 ? null : words.workload_wrong)
  return (
    <>
      <Switch
        label={words.restricted}
        hint={words.restricted_hint}
        checked={project.restricted}
        disabled={readOnly}
        onChange={(restricted) => onSave({ restricted })}
      />
      <Switch
        label={words.single_assignee}
        hint={words.single_hint}
        checked={project.singleAssignee}
        disabled={readOnly}
        onChange={(singleAssignee) => onSave({ singleAssignee })}
      />
      <div className="flex flex-col gap-2">
        <span className="font-medium">{words.blockers}</span>
        <RadioGroup
          label={words.blockers}
          value={project.blockers}
          onChange={(value) => onSave({ blockers: value })}
          options={blockers.map((value) => ({ value, label: words.blockers_options[value], disabled: readOnly }))}
        />
      </div>
      <SavedInput
        label={words.workload}
        hint={words.workload_hint}
        type="number"
        value={String(project.workloadLimit)}
        readOnly={readOnly}
        check={whole}
        onSave={(limit) => onSave({ workloadLimit: Number(limit) })}
      />
    </>
  )
}
