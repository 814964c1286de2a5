// One line of a list: time first, then what, then who. Columns have fixed widths, so that titles start on one line down the page.

import type { ListedTicket } from "@docket/contract/tickets"
import { type MouseEvent, memo } from "react"
import { Avatar } from "../../../ui/avatar.tsx"
import { Checkbox } from "../../../ui/checkbox.tsx"
import { cx } from "../../../ui/cx.ts"
import { IconButton } from "../../../ui/icon-button.tsx"
import { AppLink } from "../../../ui/link.tsx"
import { PriorityIcon, StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import type { PickField } from "../pickers/anchored-picker.tsx"
import { Cell } from "./cell.tsx"
import { ClockCell, UpdatedAge } from "./clock-cell.tsx"
import { RowButton } from "./row-button.tsx"
import { RowSignals } from "./row-signals.tsx"

export type RowWidth = "wide" | "narrow" | "tight"
export type RowActions = {
  onSelect: (id: string, range: boolean) => void
  onOpen: (ticket: ListedTicket, event: MouseEvent) => void
  onPeek: (ticket: ListedTicket) => void
  onPick: (field: PickField, ticket: ListedTicket, anchor: Element) => void
}
export type RowProps = {
  ticket: ListedTicket
  current: boolean
  selected: boolean
  /** Checkboxes stand in every row as soon as one is ticked. */
  selecting: boolean
  touched: boolean
  width: RowWidth
  /** In a work project: parent and estimate instead of requester and department. */
  plan: boolean
  actions: RowActions
}

const columns: Record<RowWidth, string> = {
  wide: "grid-cols-[16px_84px_16px_var(--key)_16px_minmax(0,1fr)_auto_116px_84px_20px_30px] gap-x-3",
  narrow: "grid-cols-[16px_80px_16px_var(--key)_16px_minmax(0,1fr)_auto_20px_28px] gap-x-2",
  tight: "grid-cols-[16px_80px_16px_var(--key)_16px_minmax(0,1fr)_20px] gap-x-2",
}

export const TicketRow = memo(function TicketRow({ ticket, current, selected, selecting, touched, width, plan, actions }: RowProps) {
  const pick = (field: PickField) => (event: MouseEvent<HTMLButtonElement>) => actions.onPick(field, ticket, event.currentTarget)
  const may = (action: ListedTicket["can"][number]) => ticket.can.includes(action)
  return (
    <div
      className={cx(
        "group/row relative grid h-row items-center pr-4 pl-3",
        columns[width],
        current || selected ? "paper-selected" : "hover:bg-hover",
        touched && "animate-touched",
      )}
    >
      {current && <i aria-hidden="true" className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <Cell
        className={cx(
          "relative z-[1] grid",
          !selecting && !current && !selected && "opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100",
        )}
      >
        <Checkbox
          tabIndex={-1}
          aria-label={t.tickets.list.select(ticket.key)}
          checked={selected}
          onChange={(_, { shiftKey }) => actions.onSelect(ticket.id, shiftKey)}
        />
      </Cell>
      <Cell>
        <ClockCell ticket={ticket} />
      </Cell>
      <RowButton field="priority" title={t.ui.priority[ticket.priority]} editable={may("editPlan")} onClick={pick("priority")}>
        <PriorityIcon priority={ticket.priority} />
      </RowButton>
      <Cell className="truncate text-faint tabular-nums">{ticket.key}</Cell>
      <RowButton field="status" title={ticket.statusName} editable={may("move")} onClick={pick("status")}>
        <StatusIcon category={ticket.statusCategory} name={ticket.statusName} />
      </RowButton>
      <Cell className="flex min-w-0">
        <AppLink
          href={ticketHref(ticket.key)}
          tabIndex={-1}
          draggable={false}
          onClick={(event) => actions.onOpen(ticket, event)}
          className="truncate font-row outline-none after:absolute after:inset-0"
          title={ticket.title.length > 60 ? ticket.title : undefined}
        >
          {ticket.title}
        </AppLink>
      </Cell>
      {width !== "tight" && (
        <Cell>
          <RowSignals ticket={ticket} roomy={width === "wide"} />
        </Cell>
      )}
      {width === "wide" && (
        <>
          {/* A queue asks for whom, planned work asks what for. */}
          <Cell className="truncate text-muted">{plan ? ticket.parent?.title : ticket.reporter.name}</Cell>
          <Cell className="truncate text-faint">
            {plan ? ticket.estimate !== null && t.tickets.list.points(ticket.estimate) : ticket.department?.name}
          </Cell>
        </>
      )}
      <RowButton
        field="assignee"
        title={ticket.assignee?.name ?? t.tickets.filter.nobody}
        editable={may("assign")}
        onClick={pick("assignee")}
      >
        <Avatar person={ticket.assignee} />
      </RowButton>
      {width !== "tight" && (
        <Cell className="relative grid justify-items-end">
          <span className="group-hover/row:invisible">
            <UpdatedAge at={ticket.updatedAt} />
          </span>
          <IconButton
            icon="panel"
            label={t.tickets.list.peek}
            keys="Space"
            // A tooltip of its own in each row would cost more than the row.
            tooltip={false}
            title={t.tickets.list.peek}
            size="mini"
            tabIndex={-1}
            onClick={() => actions.onPeek(ticket)}
            className="invisible absolute -right-1 z-[1] self-center group-hover/row:visible"
          />
        </Cell>
      )}
    </div>
  )
})
