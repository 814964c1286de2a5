// The clock that leads a row. Fixed in its place; its words change with the minute, never its width.
import type { ListedTicket } from "@docket/contract/tickets"
import { memo } from "react"
import { ClockChip } from "../../../ui/clock-chip.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { useMinute } from "../../../ui/minute-clock.ts"
import { exactTime } from "../../../ui/time-words.ts"
import { t } from "../../../words/words.ts"
import { ageWords, rowClock } from "./due-clock.ts"

const fullDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "full" })

function clockTitle(ticket: ListedTicket): string {
  const ended = ticket.closedAt ?? ticket.resolvedAt
  if (ended) return t.tickets.clock.ended_title(exactTime(ended))
  if (ticket.dueDate) return t.tickets.clock.due_title(fullDay.format(new Date(`${ticket.dueDate}T00:00:00`)))
  return t.tickets.clock.open_title(exactTime(ticket.createdAt))
}

/** When it last changed, at the end of a row. */
export const UpdatedAge = memo(function UpdatedAge({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)} className="text-12 whitespace-nowrap text-faint">
      {ageWords(at, useMinute())}
    </time>
  )
})

export const ClockCell = memo(function ClockCell({ ticket }: { ticket: ListedTicket }) {
  const clock = rowClock(ticket, useMinute())
  const title = clockTitle(ticket)
  if (clock.kind === "due") return <ClockChip state={clock.state} text={clock.text} title={title} />
  return (
    <span title={title} className="inline-flex items-center gap-[5px] whitespace-nowrap text-faint tabular-nums">
      <Icon name={clock.kind === "ended" ? "check" : "clock"} size={14} className="opacity-60" />
      {clock.kind === "ended" ? clock.text : t.tickets.clock.age(clock.text)}
    </span>
  )
})
