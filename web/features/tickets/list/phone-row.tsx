// A row on a phone: the title in up to two lines, below it the facts in the same order as everywhere. A long press selects.

import { memo, useRef } from "react"
import { Avatar } from "../../../ui/avatar.tsx"
import { Checkbox } from "../../../ui/checkbox.tsx"
import { cx } from "../../../ui/cx.ts"
import { AppLink } from "../../../ui/link.tsx"
import { PriorityIcon, StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { Cell } from "./cell.tsx"
import { ClockCell } from "./clock-cell.tsx"
import type { RowProps } from "./ticket-row.tsx"

const longPressMs = 450

export const PhoneRow = memo(function PhoneRow({
  ticket,
  selected,
  selecting,
  touched,
  actions,
}: Omit<RowProps, "width" | "current" | "plan">) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pressed = useRef(false)
  const press = () => {
    pressed.current = false
    timer.current = setTimeout(() => {
      pressed.current = true
      actions.onSelect(ticket.id, false)
    }, longPressMs)
  }
  const release = () => clearTimeout(timer.current)
  return (
    <div
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerMove={(event) => Math.abs(event.movementX) + Math.abs(event.movementY) > 6 && release()}
      className={cx(
        "relative grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-[11px] border-b border-border-soft px-4 py-2.5 text-15 select-none [-webkit-touch-callout:none]",
        selected ? "paper-selected" : "active:bg-hover",
        touched && "animate-touched",
      )}
    >
      <Cell className="relative z-[1] grid h-5 place-items-center">
        {selecting ? (
          <Checkbox
            tabIndex={-1}
            aria-label={t.tickets.list.select(ticket.key)}
            checked={selected}
            onChange={() => actions.onSelect(ticket.id, false)}
          />
        ) : (
          <StatusIcon category={ticket.statusCategory} name={ticket.statusName} />
        )}
      </Cell>
      <Cell className="min-w-0">
        <AppLink
          href={ticketHref(ticket.key)}
          tabIndex={-1}
          draggable={false}
          onClick={(event) => {
            if (pressed.current || selecting) {
              event.preventDefault()
              if (!pressed.current) actions.onSelect(ticket.id, false)
            } else actions.onOpen(ticket, event)
          }}
          className="line-clamp-2 leading-[1.32] font-medium outline-none after:absolute after:inset-0"
        >
          {ticket.title}
        </AppLink>
        <span className="mt-[3px] flex items-center gap-2 text-13 whitespace-nowrap text-faint">
          <ClockCell ticket={ticket} />
          <PriorityIcon priority={ticket.priority} size={14} />
          <span className="tabular-nums">{ticket.key}</span>
          <span className="truncate">{ticket.reporter.name}</span>
        </span>
      </Cell>
      <Cell className="pt-px">
        <Avatar person={ticket.assignee} size={24} />
      </Cell>
    </div>
  )
})
