// Where tickets may go next: allowed moves first, the others greyed with the rule that forbids them. What a move needs is asked in the same place.
import { type ReactNode, useState } from "react"
import { useProject, useWorkflow } from "../../../live/hooks.ts"
import { Picker } from "../../../ui/picker.tsx"
import type { PickerOption } from "../../../ui/picker-options.ts"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { moveAll } from "../actions.ts"
import { MoveForm } from "./move-form.tsx"
import { type Given, needsOf } from "./move-needs.ts"
import type { TicketPickerProps } from "./picker-props.ts"
import { type StatusChoice, sharedChoices, statusChoices } from "./status-options.ts"

type Props = TicketPickerProps & {
  start?: string
  /** Instead of just moving them: a board also chooses the place. */
  onMove?: (choice: StatusChoice, given: Given) => void
}

export function StatusPicker({ tickets, onOpenChange, onMove, ...rest }: Props) {
  const [first] = tickets
  const graph = useWorkflow(first?.workflowVersionId)
  const project = useProject(first?.project.id)
  const [asking, setAsking] = useState<StatusChoice | null>(null)
  const choices = tickets.length === 1 && first ? statusChoices(first, graph) : sharedChoices(tickets)
  const change = (open: boolean) => {
    if (!open) setAsking(null)
    onOpenChange?.(open)
  }
  const needs = (choice: StatusChoice) => needsOf(choice, tickets, project?.blockers ?? "refuse")
  const move = onMove ?? ((choice: StatusChoice, given: Given) => moveAll(tickets, choice, given))
  let panel: ReactNode
  if (asking) {
    panel = (
      <MoveForm
        verb={asking.verb ?? asking.name}
        needs={needs(asking)}
        onBack={() => setAsking(null)}
        onMove={(given) => {
          move(asking, given)
          change(false)
        }}
      />
    )
  }
  return (
    <Picker
      {...rest}
      onOpenChange={change}
      panel={panel}
      label={t.tickets.pick.status_label}
      placeholder={t.tickets.pick.status}
      keys="S"
      numbered
      options={choices.map((choice) => option(choice, tickets.length))}
      value={tickets.length === 1 ? (first?.status ?? null) : null}
      onChange={(value) => {
        const choice = choices.find((each) => each.key === value)
        if (!choice || choice.current) return
        if (needs(choice).length > 0) {
          setAsking(choice)
          return false
        }
        move(choice, {})
      }}
    />
  )
}

function option(choice: StatusChoice & { count?: number }, all: number): PickerOption {
  return {
    value: choice.key,
    label: choice.name,
    keywords: choice.verb ?? undefined,
    icon: <StatusIcon category={choice.category} decorative />,
    note: choice.count === undefined ? undefined : t.tickets.pick.several_may(choice.count, all),
    disabledReason: choice.refusal ?? undefined,
  }
}
