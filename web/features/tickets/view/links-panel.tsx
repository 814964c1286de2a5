// Relations to other tickets and the tickets below this one.

import type { LinkKind, Ticket, TicketLink } from "@docket/contract/tickets"
import { finalCategories } from "@docket/contract/workflows"
import { useState } from "react"
import { link, unlink } from "../../../live/mutations.ts"
import { cx } from "../../../ui/cx.ts"
import { Icon } from "../../../ui/icon.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { AppLink } from "../../../ui/link.tsx"
import { Menu } from "../../../ui/menu.tsx"
import { Progress } from "../../../ui/progress.tsx"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { afterMenu } from "../after-menu.ts"
import { TicketPicker } from "../pickers/ticket-picker.tsx"

const words = t.tickets.links
const offered: LinkKind[] = ["relates", "blocked_by", "blocks", "duplicates", "caused_by", "causes"]
type Other = TicketLink["ticket"]

export function LinksPanel({ ticket, partial }: { ticket: Ticket; partial: boolean }) {
  const may = ticket.can.includes("link") && !partial
  const kinds = [...new Set(ticket.links.map((each) => each.kind))]
  return (
    <>
      {ticket.children.length > 0 && <Children ticket={ticket} />}
      {(may || ticket.links.length > 0) && (
        <section aria-label={words.title} className="flex flex-col">
          <div className="flex h-6 items-center px-2">
            <h2 className="text-12 font-medium text-faint">{words.title}</h2>
            {may && <AddLink ticket={ticket} />}
          </div>
          {kinds.map((kind) => (
            <div key={kind}>
              {(kind !== "relates" || kinds.length > 1) && (
                <h3 className={cx("px-2 pt-1 text-12", tone(kind, ticket))}>{words.kind[kind]}</h3>
              )}
              {ticket.links
                .filter((each) => each.kind === kind)
                .map((each) => (
                  <div key={each.id} className="group/link relative flex items-center">
                    <OtherTicket other={each.ticket} room={may} />
                    {may && (
                      <IconButton
                        icon="x"
                        label={words.remove(each.ticket.key)}
                        size="mini"
                        onClick={() => void unlink(ticket.id, each.id)}
                        className="absolute right-1 opacity-0 group-focus-within/link:opacity-100 group-hover/link:opacity-100 max-lg:opacity-100"
                      />
                    )}
                  </div>
                ))}
            </div>
          ))}
        </section>
      )}
    </>
  )
}

/** A blocker that is done warns no longer. */
function tone(kind: LinkKind, ticket: Ticket): string {
  const stands = ticket.links.some((each) => each.kind === kind && !finalCategories.includes(each.ticket.statusCategory))
  return kind === "blocked_by" && stands ? "font-medium text-danger" : "text-faint"
}

/** `room`: a button appears at its end. */
function OtherTicket({ other, room = false }: { other: Other; room?: boolean }) {
  return (
    <AppLink
      href={ticketHref(other.key)}
      className={cx(
        "flex min-h-control min-w-0 flex-1 items-center gap-[7px] rounded-sm px-2 hover:bg-hover",
        room && "group-focus-within/link:pr-8 group-hover/link:pr-8 max-lg:pr-8",
      )}
    >
      <StatusIcon category={other.statusCategory} name={other.statusName} />
      <span className="shrink-0 text-faint tabular-nums">{other.key}</span>
      <span className="truncate font-row" title={other.title.length > 30 ? other.title : undefined}>
        {other.title}
      </span>
    </AppLink>
  )
}

function Children({ ticket }: { ticket: Ticket }) {
  const counted = ticket.children.filter((child) => child.statusCategory !== "cancelled")
  const done = counted.filter((child) => child.statusCategory === "done").length
  return (
    <section aria-label={words.children} className="flex flex-col">
      <div className="flex h-6 items-center gap-2 px-2">
        <h2 className="text-12 font-medium text-faint">{words.children}</h2>
        <Progress
          value={done}
          max={Math.max(1, counted.length)}
          label={words.children_done(done, counted.length)}
          className="ml-auto w-14"
        />
        <span className="text-12 text-faint tabular-nums">
          {done}/{counted.length}
        </span>
      </div>
      {ticket.children.map((child) => (
        <OtherTicket key={child.id} other={child} />
      ))}
    </section>
  )
}

/** First how they are related, then to which ticket. */
function AddLink({ ticket }: { ticket: Ticket }) {
  const [choosing, setChoosing] = useState(false)
  const [kind, setKind] = useState<LinkKind | null>(null)
  const without = new Map([
    [ticket.id, words.self],
    ...ticket.links.filter((each) => each.kind === kind).map((each) => [each.ticket.id, words.already] as const),
  ])
  return (
    <span className="relative ml-auto grid">
      <Menu
        label={words.choose_kind}
        align="end"
        open={choosing}
        onOpenChange={setChoosing}
        entries={offered.map((each) => ({ label: words.kind[each], onSelect: () => afterMenu(() => setKind(each)) }))}
        trigger={
          <button
            type="button"
            aria-label={words.add}
            className="grid size-mini place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
          >
            <Icon name="plus" size={14} />
          </button>
        }
      />
      {kind && (
        <TicketPicker
          open
          onOpenChange={(open) => !open && setKind(null)}
          label={words.kind[kind]}
          placeholder={t.tickets.pick.link}
          without={without}
          onChoose={(other) => {
            if (other) void link(ticket.id, kind, other.id)
          }}
          trigger={<span aria-hidden="true" className="absolute inset-0 -z-10" />}
        />
      )}
    </span>
  )
}
