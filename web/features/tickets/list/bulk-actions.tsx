// What can be done with the selected rows.
import { runCommand } from "../../../commands/active.ts"
import { BulkBar } from "../../../ui/bulk-bar.tsx"
import { Button } from "../../../ui/button.tsx"
import type { IconName } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"
import type { PickField } from "../pickers/anchored-picker.tsx"

const verbs: { field: PickField; command: string; icon: IconName; keys: string; label: string }[] = [
  { field: "status", command: "ticket.status", icon: "st-active", keys: "S", label: t.tickets.bulk.status },
  { field: "assignee", command: "ticket.assign", icon: "person-plus", keys: "A", label: t.tickets.bulk.assign },
  { field: "priority", command: "ticket.priority", icon: "pr-high", keys: "P", label: t.tickets.bulk.priority },
  { field: "labels", command: "ticket.labels", icon: "tag", keys: "L", label: t.tickets.bulk.label },
]

export function BulkActions({ count, onClear }: { count: number; onClear: () => void }) {
  if (count === 0) return null
  return (
    <BulkBar count={count} onClear={onClear}>
      {verbs.map((verb) => (
        <Button
          key={verb.field}
          variant="ghost"
          icon={verb.icon}
          keys={verb.keys}
          data-bulk={verb.field}
          onClick={() => runCommand(verb.command)}
        >
          {verb.label}
        </Button>
      ))}
    </BulkBar>
  )
}
