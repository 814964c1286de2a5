// The foot of a ticket on a phone: one line to answer, and the next step.
import type { Ticket } from "@docket/contract/tickets"
import { useProject } from "../../../live/hooks.ts"
import { Icon } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"
import type { ComposeTab } from "../conversation/compose.ts"
import { useMe } from "../pickers/sources.tsx"
import { shortName } from "../short-name.ts"
import { Moves } from "./ticket-actions.tsx"

const words = t.tickets.compose

export function PhoneReply({ ticket, onStart }: { ticket: Ticket; onStart: (tab: ComposeTab) => void }) {
  const me = useMe()
  const project = useProject(ticket.project.id)
  const comments = ticket.reporter.id === me?.id || project?.kind === "work"
  const mayReply = ticket.can.includes("comment")
  const name = shortName(ticket.reporter.name)
  return (
    <div className="flex items-center gap-2">
      <span className="flex h-touch min-w-0 flex-1 items-center rounded-full bg-raised pr-1.5 edge-field">
        <button
          type="button"
          onClick={() => onStart(mayReply ? "public" : "internal")}
          className="h-full min-w-0 flex-1 truncate rounded-full px-4 text-left text-15 text-faint"
        >
          {!mayReply ? words.tab_note : comments ? words.placeholder_comment : words.tab_reply(name)}
        </button>
        {mayReply && ticket.can.includes("note") && (
          <button
            type="button"
            onClick={() => onStart("internal")}
            className="flex h-8 shrink-0 items-center gap-1.5 rounded-full px-2.5 text-12 text-muted edge-line"
          >
            <Icon name="lock" size={12} />
            {t.tickets.move.note}
          </button>
        )}
      </span>
      <Moves ticket={ticket} primary round />
    </div>
  )
}
