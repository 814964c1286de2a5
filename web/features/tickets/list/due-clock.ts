// The clock column: when it is due, where a date was set, else how long it has been open, else when it ended.
import type { ListedTicket } from "@docket/contract/tickets"
import { finalCategories } from "@docket/contract/workflows"
import type { ClockState } from "../../../ui/clock-chip.tsx"
import { briefTime, calendarDays } from "../../../ui/time-words.ts"
import { t } from "../../../words/words.ts"

export type RowClock = { kind: "due"; state: ClockState; text: string } | { kind: "age" | "ended"; text: string }
type Timed = Pick<ListedTicket, "dueDate" | "createdAt" | "statusCategory" | "closedAt" | "resolvedAt" | "updatedAt">

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" })
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric" })
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric" })

/** A due date in words: "2 d over", "Today", "Tomorrow", "Tue 25", then "9 Dec". */
export function dueWords(dueDate: string, now: Date): { state: ClockState; text: string } {
  const due = new Date(`${dueDate}T00:00:00`)
  const days = calendarDays(due, now)
  if (days < 0) return { state: "breached", text: t.tickets.clock.over(-days) }
  if (days === 0) return { state: "approaching", text: t.tickets.clock.today }
  if (days === 1) return { state: "pending", text: t.tickets.clock.tomorrow }
  return { state: "pending", text: days < 7 ? weekday.format(due) : days < 300 ? day.format(due) : month.format(due) }
}

/** "7m", "20h", "39d", "14mo", "3y": an age is never a date. */
export function ageWords(since: string, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(since).getTime()) / 86_400_000)
  if (days < 1) return briefTime(since, now)
  if (days < 60) return t.time.brief_days(days)
  return days < 730 ? t.tickets.clock.months(Math.floor(days / 30.44)) : t.tickets.clock.years(Math.floor(days / 365.25))
}

export function rowClock(ticket: Timed, now: Date): RowClock {
  if (finalCategories.includes(ticket.statusCategory) || ticket.resolvedAt) {
    return { kind: "ended", text: ageWords(ticket.closedAt ?? ticket.resolvedAt ?? ticket.updatedAt, now) }
  }
  if (ticket.dueDate) return { kind: "due", ...dueWords(ticket.dueDate, now) }
  return { kind: "age", text: ageWords(ticket.createdAt, now) }
}

/** The same as a part of a sentence: "due tomorrow", "open for 3 d". */
export function spokenClock(ticket: Timed, now: Date): string {
  const clock = rowClock(ticket, now)
  if (clock.kind === "due") return clock.state === "breached" ? clock.text : t.tickets.clock.due(clock.text)
  return clock.kind === "age" ? t.tickets.clock.open_for(clock.text) : t.tickets.clock.ended(clock.text)
}
