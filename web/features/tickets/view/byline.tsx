// Who asked, how and when; and whether its history comes from another system.
import type { Ticket } from "@docket/contract/tickets"
import { Avatar } from "../../../ui/avatar.tsx"
import { Chip } from "../../../ui/chip.tsx"
import { RelativeTime } from "../../../ui/relative-time.tsx"
import { t } from "../../../words/words.ts"

export function Byline({ ticket }: { ticket: Ticket }) {
  const words = t.tickets.view
  const imported = ticket.source === "import" || ticket.timeline.some((item) => item.event?.imported)
  const asked = ticket.type === "incident" || ticket.type === "request" || ticket.type === "support"
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 text-muted max-md:text-14">
      <Avatar person={ticket.reporter} size={20} decorative />
      <span className="min-w-0">
        <b className="font-medium text-text">{ticket.reporter.name}</b> {asked ? words.asked : words.raised}
        {ticket.source !== "import" && ` ${words.by[ticket.source]}`}, <RelativeTime at={ticket.createdAt} />
      </span>
      {imported && (
        <Chip icon="download" title={ticket.externalRef ? words.imported_from(ticket.externalRef) : undefined}>
          {words.imported}
          {ticket.externalRef && ` ${ticket.externalRef}`}
        </Chip>
      )}
    </div>
  )
}
