// The head of a group inside the grid.

import type { ListedTicket } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { Avatar } from "../../../ui/avatar.tsx"
import { Dot } from "../../../ui/chip.tsx"
import { cx } from "../../../ui/cx.ts"
import { GroupHead } from "../../../ui/group-head.tsx"
import { type Priority, PriorityIcon, StatusIcon } from "../../../ui/state-icons.tsx"
import { number } from "../../../words/plural.ts"
import { t } from "../../../words/words.ts"
import { Cell } from "./cell.tsx"
import type { Group, Grouping } from "./grouping.ts"

/** One status alone in its category gives the group its name: "Open" says more than "To do". */
function statusName(tickets: readonly ListedTicket[], category: StatusCategory): string {
  const names = new Set(tickets.filter((ticket) => ticket.statusCategory === category).map((ticket) => ticket.statusName))
  const [only] = names
  return names.size === 1 && only ? only : t.ui.status_category[category]
}

function face(group: Group, by: Grouping) {
  const first = group.tickets[0]
  if (by === "status") {
    const category = group.key as StatusCategory
    return { icon: <StatusIcon category={category} decorative />, name: statusName(group.tickets, category) }
  }
  if (by === "priority") {
    const priority = group.key as Priority
    return { icon: <PriorityIcon priority={priority} decorative />, name: t.ui.priority[priority] }
  }
  if (by === "assignee") {
    const person = first?.assignee ?? null
    return { icon: <Avatar person={person} size={18} decorative />, name: person?.name ?? t.tickets.filter.nobody }
  }
  return { icon: <Dot square color={null} />, name: first?.project.name ?? "" }
}

export function GroupRow({
  group,
  by,
  open,
  partial,
  stuck,
  onToggle,
}: {
  group: Group
  by: Grouping
  open: boolean
  /** More of them may be on the server. */
  partial: boolean
  stuck: boolean
  onToggle: (key: string) => void
}) {
  const { icon, name } = face(group, by)
  return (
    <Cell className={cx("relative", !stuck && "before:absolute before:inset-x-0 before:-top-px before:h-px before:bg-border-soft")}>
      <GroupHead
        name={name}
        icon={icon}
        count={`${number(group.tickets.length)}${partial ? "+" : ""}`}
        open={open}
        onToggle={() => onToggle(group.key)}
      />
    </Cell>
  )
}
