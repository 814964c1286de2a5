// A ticket as a page: /tickets/HELP-1042.
import { useParams } from "@tanstack/react-router"
import { useEffect, useMemo } from "react"
import { useCommand, useCommandLayer } from "../../commands/active.ts"
import { PageBar } from "../../shell/page-bar.tsx"
import { buttonClass } from "../../ui/button.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { AppLink, useNavigation } from "../../ui/link.tsx"
import { usePhone } from "../../ui/media.ts"
import { t } from "../../words/words.ts"
import { copyLinks } from "./actions.ts"
import { ticketHref } from "./address.ts"
import { TicketCommands } from "./ticket-commands.tsx"
import { type Neighbours, useTrail, visit } from "./trail.ts"
import { TicketActions } from "./view/ticket-actions.tsx"
import { type TicketHeadProps, TicketView } from "./view/ticket-view.tsx"

const words = t.tickets.view
const anchorOf = (field: string) => document.querySelector(`[data-property="${field}"]`)

export function TicketPage() {
  const { key = "" } = useParams({ strict: false })
  const ticketKey = key.toUpperCase()
  const around = useTrail(ticketKey)
  const { navigate } = useNavigation()
  useEffect(() => visit(ticketKey), [ticketKey])
  const to = (next: string | null | undefined) => next && navigate(ticketHref(next), { replace: true })
  useCommand("page.next", () => to(around?.next), Boolean(around?.next))
  useCommand("page.previous", () => to(around?.previous), Boolean(around?.previous))
  useCommand("list.close", () => navigate(around?.href ?? "/tickets"))
  return (
    <TicketView
      ticketKey={ticketKey}
      layout="page"
      wayOut={
        <AppLink href="/tickets" className={buttonClass({ variant: "primary", size: "form" })}>
          {t.tickets.empty.all_tickets}
        </AppLink>
      }
      head={(props) => <PageHead {...props} ticketKey={ticketKey} around={around} onTo={to} />}
    />
  )
}

type HeadProps = TicketHeadProps & { ticketKey: string; around: Neighbours | null; onTo: (key: string | null) => void }

function PageHead({ open, drafting, onEdit, ticketKey, around, onTo }: HeadProps) {
  const { ticket } = open
  const phone = usePhone()
  const { navigate } = useNavigation()
  const tickets = useMemo(() => (ticket ? [ticket] : []), [ticket])
  const target = useMemo(() => (ticket ? { tickets: [ticket] } : null), [ticket])
  useCommandLayer(["page", "ticket"], target)
  const home = ticket ? `/queue/${ticket.project.key}` : "/tickets"
  const back = around?.href ?? home
  const commands = <TicketCommands tickets={tickets} anchorOf={anchorOf} watching={ticket?.watching} />
  if (phone) {
    return (
      <header className="flex h-13 shrink-0 items-center gap-1 border-b border-border-soft px-1">
        <IconButton icon="left" label={words.back} size="touch" onClick={() => navigate(back)} />
        <span className="text-14 font-medium text-muted tabular-nums">{ticketKey}</span>
        <span className="ml-auto">
          {ticket && <TicketActions ticket={ticket} primary={false} touch menuOnly onEdit={onEdit} onGone={() => navigate(back)} />}
        </span>
        {commands}
      </header>
    )
  }
  return (
    <>
      <PageBar
        crumbs={[
          { label: around?.title ?? ticket?.project.name ?? t.tickets.list.all, href: back },
          ...(ticket?.parent ? [{ label: ticket.parent.key, href: ticketHref(ticket.parent.key) }] : []),
          { label: ticketKey },
        ]}
        beside={<IconButton icon="copy" label={words.copy_link} keys="Mod+Shift+," onClick={() => copyLinks([{ key: ticketKey }])} />}
        actions={
          <>
            {around && (
              <span className="flex items-center gap-0.5">
                <span className="mr-1 text-faint tabular-nums max-lg:hidden">{words.position(around.position, around.count)}</span>
                <IconButton icon="up" label={words.previous} keys="K" disabled={!around.previous} onClick={() => onTo(around.previous)} />
                <IconButton icon="down" label={words.next} keys="J" disabled={!around.next} onClick={() => onTo(around.next)} />
              </span>
            )}
            {ticket && <TicketActions ticket={ticket} primary={!drafting} onEdit={onEdit} onGone={() => navigate(back)} />}
          </>
        }
      />
      {commands}
    </>
  )
}
