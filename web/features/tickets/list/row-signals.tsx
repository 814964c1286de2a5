// What a row tells beside its title: labels, that it is blocked, how much has been said.
import type { ListedTicket } from "@docket/contract/tickets"
import { Chip, LabelChip } from "../../../ui/chip.tsx"
import { Icon } from "../../../ui/icon.tsx"
import { t } from "../../../words/words.ts"
import { labelColor } from "../labels.ts"

const mostLabels = 2

export function RowSignals({ ticket, roomy }: { ticket: ListedTicket; roomy: boolean }) {
  const more = ticket.labels.length - mostLabels
  return (
    <span className="flex items-center gap-1.5">
      {roomy &&
        ticket.labels.slice(0, mostLabels).map((label) => (
          <span key={label} className="max-w-[120px]">
            <LabelChip name={label} color={labelColor(label)} />
          </span>
        ))}
      {roomy && more > 0 && <Chip title={ticket.labels.slice(mostLabels).join(", ")}>+{more}</Chip>}
      {ticket.blocked && <Icon name="block" size={14} label={t.tickets.blocked} className="text-danger" />}
      {ticket.commentCount > 0 && (
        <span
          title={t.tickets.comments(ticket.commentCount)}
          className="inline-flex items-center gap-[3px] text-12 text-faint tabular-nums"
        >
          <Icon name="chat" size={13} label={t.tickets.comments(ticket.commentCount)} />
          <span aria-hidden="true">{ticket.commentCount}</span>
        </span>
      )}
    </span>
  )
}
