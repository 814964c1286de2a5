// The three drawings that stand for a ticket's state: status (shape by category), priority (slips in a pile), type (line drawing).
import type { Priority, TicketType } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { Icon, type IconName, type IconSize } from "./icon.tsx"

export type { Priority, StatusCategory, TicketType }

export const statusColor: Record<StatusCategory, string> = {
  backlog: "text-status-backlog",
  todo: "text-status-todo",
  active: "text-status-active",
  waiting: "text-status-waiting",
  review: "text-status-review",
  done: "text-status-done",
  cancelled: "text-status-cancelled",
}
const priorityColor: Record<Priority, string> = {
  low: "text-priority-low",
  medium: "text-priority-medium",
  high: "text-priority-high",
  critical: "text-priority-critical",
}

type StateIconProps = { size?: IconSize; className?: string /** Where the words stand beside it anyway. */; decorative?: boolean }

export function StatusIcon({
  category,
  name,
  size,
  className,
  decorative = false,
}: StateIconProps & { category: StatusCategory /** The status' own name, "PO review". */; name?: string }) {
  const icon: IconName = `st-${category}`
  return (
    <Icon
      name={icon}
      size={size}
      label={decorative ? undefined : (name ?? t.ui.status_category[category])}
      className={cx(statusColor[category], className)}
    />
  )
}

export function PriorityIcon({ priority, size, className, decorative = false }: StateIconProps & { priority: Priority }) {
  const icon: IconName = `pr-${priority}`
  return (
    <Icon
      name={icon}
      size={size}
      label={decorative ? undefined : t.ui.priority_of[priority]}
      className={cx(priorityColor[priority], className)}
    />
  )
}

export function TypeIcon({ type, size, className, decorative = false }: StateIconProps & { type: TicketType }) {
  return <Icon name={type} size={size} label={decorative ? undefined : t.ui.type[type]} className={cx("text-faint", className)} />
}
