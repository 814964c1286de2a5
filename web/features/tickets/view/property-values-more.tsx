// The values that are not one choice from a list: people beside the assignee, dates, numbers, a parent, and what never changes.
import type { ListedTicket, Ticket } from "@docket/contract/tickets"
import { useState } from "react"
import { assign, changeTicket, unwatch, watch } from "../../../live/mutations.ts"
import { Avatar, AvatarStack } from "../../../ui/avatar.tsx"
import { ClockChip } from "../../../ui/clock-chip.tsx"
import { AppLink } from "../../../ui/link.tsx"
import { useMinute } from "../../../ui/minute-clock.ts"
import { MultiPicker } from "../../../ui/picker.tsx"
import { Progress } from "../../../ui/progress.tsx"
import { RelativeTime } from "../../../ui/relative-time.tsx"
import { dayText } from "../../../ui/time-words.ts"
import { number } from "../../../words/plural.ts"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { dueWords } from "../list/due-clock.ts"
import { DuePicker } from "../pickers/due-picker.tsx"
import { EstimatePicker } from "../pickers/estimate-picker.tsx"
import { personOption, usePeopleOptions } from "../pickers/sources.tsx"
import { TicketPicker } from "../pickers/ticket-picker.tsx"
import { ValueTrigger, Words } from "./property-look.tsx"
import { fixedFor, type ValueProps } from "./property-values.tsx"

const words = t.tickets.property

export function OthersValue({ ticket }: ValueProps) {
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query, ticket.project.id)
  const [primary, ...others] = ticket.assignees
  const fixed = fixedFor(ticket, "assign")
  const trigger = (
    <ValueTrigger fixed={fixed}>
      {others.length > 0 ? <AvatarStack people={others} size={20} max={5} /> : <Words faint>{words.none}</Words>}
    </ValueTrigger>
  )
  if (fixed) return trigger
  const unseen = others.filter((person) => !people.some((option) => option.value === person.id)).map((person) => personOption(person))
  return (
    <MultiPicker
      trigger={trigger}
      label={words.others}
      placeholder={t.tickets.pick.others}
      options={[...people, ...unseen].filter((option) => option.value !== primary?.id)}
      values={others.map((person) => person.id)}
      onQuery={setQuery}
      onChange={(ids) => void assign(ticket.id, primary ? [primary.id, ...ids] : ids)}
    />
  )
}

export function WatchersValue({ ticket }: { ticket: ListedTicket & Partial<Pick<Ticket, "watchers">> }) {
  const [query, setQuery] = useState("")
  const people = usePeopleOptions(query)
  const watchers = ticket.watchers ?? []
  const trigger = (
    <ValueTrigger>
      {watchers.length > 0 ? <AvatarStack people={watchers} size={20} max={5} /> : <Words faint>{t.tickets.watchers.nobody}</Words>}
    </ValueTrigger>
  )
  const unseen = watchers.filter((person) => !people.some((option) => option.value === person.id)).map((person) => personOption(person))
  return (
    <MultiPicker
      trigger={trigger}
      label={words.watchers}
      placeholder={t.tickets.watchers.add}
      options={query === "" ? [...unseen, ...people] : people}
      values={watchers.map((person) => person.id)}
      onQuery={setQuery}
      onChange={(ids) => {
        const added = ids.find((id) => !watchers.some((person) => person.id === id))
        const gone = watchers.find((person) => !ids.includes(person.id))
        if (added) void watch(ticket.id, added)
        else if (gone) void unwatch(ticket.id, gone.id)
      }}
    />
  )
}

export function DueValue({ ticket }: ValueProps) {
  const now = useMinute()
  const fixed = fixedFor(ticket, "editPlan")
  const open = ticket.resolvedAt === null && ticket.closedAt === null
  const clock = ticket.dueDate ? dueWords(ticket.dueDate, now) : null
  const trigger = (
    <ValueTrigger fixed={fixed}>
      {clock && open && <ClockChip state={clock.state} text={clock.text} chip />}
      {clock && !open && <Words>{dayText(ticket.dueDate ?? "", now)}</Words>}
      {!clock && <Words faint>{fixed ? words.none : words.set_due}</Words>}
    </ValueTrigger>
  )
  return fixed ? trigger : <DuePicker tickets={[ticket]} trigger={trigger} />
}

export function StartValue({ ticket }: ValueProps) {
  const now = useMinute()
  const fixed = fixedFor(ticket, "editPlan")
  const text = ticket.startDate ? dayText(ticket.startDate, now) : words.none
  const trigger = (
    <ValueTrigger fixed={fixed}>
      <Words faint={!ticket.startDate}>{text}</Words>
    </ValueTrigger>
  )
  return fixed ? trigger : <DuePicker tickets={[ticket]} field="startDate" trigger={trigger} />
}

export function EstimateValue({ ticket }: ValueProps) {
  const fixed = fixedFor(ticket, "editPlan")
  const text = ticket.estimate === null ? words.none : number(ticket.estimate)
  const trigger = (
    <ValueTrigger fixed={fixed}>
      <Words faint={ticket.estimate === null}>{text}</Words>
    </ValueTrigger>
  )
  return fixed ? trigger : <EstimatePicker tickets={[ticket]} trigger={trigger} />
}

export function ParentValue({ ticket }: ValueProps) {
  const fixed = fixedFor(ticket, "editPlan")
  const text = ticket.parent ? `${ticket.parent.key} ${ticket.parent.title}` : words.none
  const trigger = (
    <ValueTrigger fixed={fixed}>
      {ticket.parent && <span className="shrink-0 text-faint tabular-nums">{ticket.parent.key}</span>}
      <Words faint={!ticket.parent}>{ticket.parent?.title ?? text}</Words>
    </ValueTrigger>
  )
  if (fixed) {
    return ticket.parent ? (
      <AppLink
        href={ticketHref(ticket.parent.key)}
        className="flex min-h-control min-w-0 items-center gap-[7px] rounded-sm px-2 font-row hover:bg-hover"
      >
        <span className="shrink-0 text-faint tabular-nums">{ticket.parent.key}</span>
        <Words>{ticket.parent.title}</Words>
      </AppLink>
    ) : (
      trigger
    )
  }
  return (
    <TicketPicker
      trigger={trigger}
      label={words.parent}
      placeholder={t.tickets.pick.parent}
      without={new Map([[ticket.id, t.tickets.links.self]])}
      current={ticket.parent?.id ?? null}
      onChoose={(parent) => void changeTicket(ticket.id, { parentId: parent?.id ?? null })}
      clearable
    />
  )
}

export function ProgressValue({ ticket }: ValueProps) {
  return (
    <ValueTrigger fixed={t.tickets.view.read_only.fixed}>
      <Progress value={ticket.progress} max={100} label={words.progress} className="w-16" />
      <Words>{words.percent(ticket.progress)}</Words>
    </ValueTrigger>
  )
}

export function RequesterValue({ ticket }: ValueProps) {
  return (
    <ValueTrigger fixed={t.tickets.view.read_only.fixed}>
      <Avatar person={ticket.reporter} size={18} decorative />
      <Words>{ticket.reporter.name}</Words>
    </ValueTrigger>
  )
}

const fact = (read: (ticket: ListedTicket) => string | null) =>
  function Fact({ ticket }: ValueProps) {
    const text = read(ticket) ?? words.none
    return (
      <ValueTrigger fixed={text}>
        <Words>{text}</Words>
      </ValueTrigger>
    )
  }
const time = (read: (ticket: ListedTicket) => string | null) =>
  function Time({ ticket }: ValueProps) {
    const at = read(ticket)
    return <span className="flex min-h-control items-center px-2 font-row">{at && <RelativeTime at={at} />}</span>
  }

export const ProjectValue = fact((ticket) => ticket.project.name)
export const SourceValue = fact((ticket) => t.tickets.view.by[ticket.source])
export const ReferenceValue = fact((ticket) => ticket.externalRef)
export const CreatedValue = time((ticket) => ticket.createdAt)
export const UpdatedValue = time((ticket) => ticket.updatedAt)
export const ResolvedValue = time((ticket) => ticket.resolvedAt)
export const ClosedValue = time((ticket) => ticket.closedAt)
