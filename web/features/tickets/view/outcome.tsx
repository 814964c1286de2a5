// How it ended: the resolution that the requester reads, or the reason it was taken back or refused.
import type { Ticket } from "@docket/contract/tickets"
import { Icon } from "../../../ui/icon.tsx"
import { Markdown } from "../../../ui/markdown.tsx"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"

export function Outcome({ ticket }: { ticket: Ticket }) {
  const ended = ticket.resolvedAt !== null || ticket.closedAt !== null || ticket.statusCategory === "cancelled"
  const parts = [
    { label: t.tickets.view.resolution, text: ticket.resolution },
    { label: t.tickets.view.reason, text: ticket.reason },
  ].filter((part) => part.text?.trim())
  if (!ended || parts.length === 0) return null
  return (
    <div className="mt-4 flex flex-col gap-2 rounded-md px-4 py-3 edge-line">
      {parts.map((part) => (
        <section key={part.label} aria-label={part.label}>
          <h2 className="mb-1 flex items-center gap-1.5 text-12 font-medium text-muted">
            {ticket.statusCategory === "cancelled" ? (
              <StatusIcon category="cancelled" size={14} decorative />
            ) : (
              <Icon name="check" size={14} className="text-success" />
            )}
            {part.label}
          </h2>
          <Markdown source={part.text ?? ""} ticketHref={ticketHref} />
        </section>
      ))}
    </div>
  )
}
