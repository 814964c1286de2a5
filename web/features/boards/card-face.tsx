// The face of a card: key and person above the title, below it priority, estimate, and at most three facts. Labels when wished for.
import type { ListedTicket } from "@docket/contract/tickets"
import type { ReactNode } from "react"
import { Avatar } from "../../ui/avatar.tsx"
import { LabelChip } from "../../ui/chip.tsx"
import { cx } from "../../ui/cx.ts"
import { Icon, type IconName } from "../../ui/icon.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { PriorityIcon, TypeIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { useBoardTools } from "./board-tools.ts"
import { dueOf, type SubItems } from "./card-facts.ts"

export const cardTitle = "line-clamp-2 leading-[1.36] font-row text-pretty wrap-anywhere max-md:text-15"

/** `children` stands before the person: the card's menu. */
export function CardHead({ ticket, children }: { ticket: ListedTicket; children?: ReactNode }) {
  return (
    <div className="flex h-5 items-center gap-1.5 text-12 text-faint tabular-nums max-md:text-13">
      <TypeIcon type={ticket.type} size={14} />
      {ticket.key}
      <span className="ml-auto flex items-center gap-1">
        {children}
        <Avatar person={ticket.assignee} size={20} />
      </span>
    </div>
  )
}

const tones = { plain: "text-muted", soon: "text-warn", over: "font-medium text-danger" }

function Fact({ icon, tone = "plain", children }: { icon: IconName; tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={cx("inline-flex items-center gap-1 text-12 whitespace-nowrap tabular-nums max-md:text-13", tones[tone])}>
      <Icon name={icon} size={13} />
      {children}
    </span>
  )
}

export function CardFacts({ ticket, subItems }: { ticket: ListedTicket; subItems: SubItems | undefined }) {
  const { display } = useBoardTools()
  const now = useMinute()
  const due = display.has("due") ? dueOf(ticket, now) : null
  return (
    <>
      <div className="flex min-h-5 flex-wrap items-center gap-x-2 gap-y-1">
        <PriorityIcon priority={ticket.priority} decorative />
        {display.has("estimate") && ticket.estimate !== null && (
          <span
            title={t.boards.card.estimate(ticket.estimate)}
            className="grid h-5 min-w-5 place-items-center rounded-xs bg-sunken px-[5px] text-12 text-muted tabular-nums"
          >
            {ticket.estimate}
          </span>
        )}
        {ticket.blocked && (
          <Fact icon="block" tone="over">
            {t.boards.card.blocked}
          </Fact>
        )}
        {due && (
          <Fact icon="calendar" tone={due.tone}>
            {due.text}
          </Fact>
        )}
        {display.has("sub_items") && subItems && <Fact icon="task">{t.boards.card.sub_items(subItems.done, subItems.all)}</Fact>}
      </div>
      {display.has("labels") && ticket.labels.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {ticket.labels.slice(0, 3).map((label) => (
            <LabelChip key={label} name={label} color={null} />
          ))}
          {ticket.labels.length > 3 && <span className="self-center text-12 text-faint tabular-nums">+{ticket.labels.length - 3}</span>}
        </div>
      )}
    </>
  )
}
