// One line of history, and a run of them folded into one.
import { type ReactNode, useState } from "react"
import { cx } from "../../../ui/cx.ts"
import { Icon } from "../../../ui/icon.tsx"
import { AppLink } from "../../../ui/link.tsx"
import { RelativeTime } from "../../../ui/relative-time.tsx"
import { type Priority, PriorityIcon, StatusIcon, TypeIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { shortName } from "../short-name.ts"
import type { Named, Part } from "./changed-fields.ts"
import { eventWords, plain } from "./event-words.ts"
import type { TimelineEvent } from "./feed.ts"

const line = "grid min-h-6 grid-cols-[28px_minmax(0,1fr)] items-start gap-3 text-12 text-muted max-md:text-13"
const mark = "mx-auto grid size-6 place-items-center text-faint"

function draw(part: Part, at: number): ReactNode {
  if (typeof part === "string")
    return part === t.tickets.event.arrow ? (
      <Icon key={at} name="right" size={12} label={part} className="inline-block align-[-2px] text-faint" />
    ) : (
      part
    )
  if ("status" in part) {
    const { name, category } = part.status
    return (
      <span key={at} className={cx("whitespace-nowrap", part.strong && "font-medium text-text")}>
        {category && <StatusIcon category={category} size={13} decorative className="mr-1 inline-block align-[-2px]" />}
        {name}
      </span>
    )
  }
  if ("priority" in part)
    return (
      <Strong
        key={at}
        icon={<PriorityIcon priority={part.priority as Priority} size={13} decorative className="mr-1 inline-block align-[-2px]" />}
        text={t.ui.priority[part.priority]}
      />
    )
  if ("type" in part)
    return (
      <Strong
        key={at}
        icon={<TypeIcon type={part.type} size={13} decorative className="mr-1 inline-block align-[-2px]" />}
        text={t.ui.type[part.type]}
      />
    )
  if ("ticket" in part)
    return (
      <AppLink key={at} href={ticketHref(part.ticket)} className="font-medium text-text tabular-nums hover:underline">
        {part.ticket}
      </AppLink>
    )
  return <Strong key={at} text={part.strong} />
}

function Strong({ icon, text }: { icon?: ReactNode; text: string }) {
  return (
    <b className="font-medium text-text wrap-anywhere">
      {icon}
      {text}
    </b>
  )
}

/** Blanks between the parts, none before a comma. */
function sentence(parts: readonly Part[]): ReactNode[] {
  return parts.flatMap((part, at) => (at === 0 || part === "," ? [draw(part, at)] : [" ", draw(part, at)]))
}

function EventLine({ event, named }: { event: TimelineEvent; named: Named }) {
  const { icon, parts } = eventWords(event, named)
  const words = t.tickets.feed
  return (
    <div className={line}>
      <span className={mark}>
        <Icon name={icon} size={14} />
      </span>
      <div className="min-w-0 py-[3px]">
        <b className="font-medium text-text">{event.actor?.name ?? words.system}</b> {sentence(parts)}
        <span className="whitespace-nowrap">
          {" · "}
          <RelativeTime at={event.at} form="clock" className="text-faint" />
          {event.imported && <span className="text-faint"> · {t.tickets.view.imported}</span>}
        </span>
        {event.note && <p className="mt-0.5 border-l-2 border-border pl-2 wrap-anywhere whitespace-pre-wrap text-muted">{event.note}</p>}
      </div>
    </div>
  )
}

const mostNamed = 3

/** A folded event in few words; who did it is said once in a row. */
function brief(event: TimelineEvent, before: TimelineEvent | undefined, named: Named): string {
  const words = plain(eventWords(event, named).parts)
  return before && before.actor?.id === event.actor?.id ? words : `${shortName(event.actor?.name ?? t.tickets.feed.system)} ${words}`
}

export function EventRun({ folded, shown, named }: { folded: readonly TimelineEvent[]; shown: readonly TimelineEvent[]; named: Named }) {
  const [open, setOpen] = useState(false)
  const named3 = folded
    .slice(-mostNamed)
    .map((event, at, all) => brief(event, all[at - 1], named))
    .join(", ")
  return (
    <div className="flex flex-col">
      {folded.length > 0 && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="grid min-h-6 grid-cols-[28px_minmax(0,1fr)] items-center gap-3 rounded-sm text-left text-12 text-muted hover:text-text max-md:min-h-9 max-md:text-13"
        >
          <span className={mark}>
            <Icon name={open ? "up" : "down"} size={14} />
          </span>
          <span className="truncate">{t.tickets.feed.earlier(folded.length, named3)}</span>
        </button>
      )}
      {open && folded.map((event) => <EventLine key={event.id} event={event} named={named} />)}
      {shown.map((event) => (
        <EventLine key={event.id} event={event} named={named} />
      ))}
    </div>
  )
}
