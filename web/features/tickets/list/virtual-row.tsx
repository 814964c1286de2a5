// One row in its place. Drawn anew only when something about it changes, not when the cursor moves past or the list scrolls.
import { type CSSProperties, type Dispatch, memo, type SetStateAction } from "react"
import { cx } from "../../../ui/cx.ts"
import { useMinute } from "../../../ui/minute-clock.ts"
import type { Cursor } from "./cursor.ts"
import { GroupRow } from "./group-row.tsx"
import type { Grouping, Item } from "./grouping.ts"
import { PhoneRow } from "./phone-row.tsx"
import { rowSentence } from "./row-sentence.ts"
import { type RowActions, type RowWidth, TicketRow } from "./ticket-row.tsx"

/** What is the same for all rows. */
export type RowsLook = {
  by: Grouping
  /** More may be on the server. */
  partial: boolean
  phone: boolean
  width: RowWidth
  plan: boolean
}

export type VirtualRowProps = {
  row: Item
  index: number
  start: number
  /** It lies at the top, below the bar. */
  stuck: boolean
  /** The one stop of the Tab key. */
  stop: boolean
  current: boolean
  selected: boolean
  selecting: boolean
  touched: boolean
  look: RowsLook
  actions: RowActions
  onToggle: (group: string) => void
  onCursor: Dispatch<SetStateAction<Cursor>>
  measure: (element: HTMLElement | null) => void
}

export const VirtualRow = memo(function VirtualRow(props: VirtualRowProps) {
  const { row, index, start, stuck, stop, selected, onCursor, measure } = props
  const now = useMinute()
  const place: CSSProperties = stuck
    ? { position: "sticky", top: 0, zIndex: 2 }
    : { position: "absolute", top: 0, insetInline: 0, transform: `translateY(${start}px)` }
  const ticket =
    row.kind === "ticket"
      ? {
          "data-row": row.key,
          tabIndex: stop ? 0 : -1,
          "aria-label": rowSentence(row.ticket, now),
          "aria-selected": selected,
          // The focus may come before the render that moved it here.
          onFocus: () => onCursor((cursor) => (cursor.current === row.key ? cursor : { ...cursor, current: row.key })),
        }
      : {}
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
    // biome-ignore lint/a11y/useFocusableInteractive: rows of tickets take the focus, heads have a button
    <div
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 1}
      style={place}
      className={cx("w-full", row.kind === "ticket" && "outline-none focus-visible:outline-2 focus-visible:-outline-offset-2")}
      {...ticket}
    >
      <Face {...props} />
    </div>
  )
})

function Face({ row, stuck, current, selected, selecting, touched, look, actions, onToggle }: VirtualRowProps) {
  if (row.kind === "group") {
    return <GroupRow group={row.group} by={look.by} open={row.open} partial={look.partial} stuck={stuck} onToggle={onToggle} />
  }
  const shared = { ticket: row.ticket, selected, selecting, touched, actions }
  return look.phone ? <PhoneRow {...shared} /> : <TicketRow {...shared} current={current} width={look.width} plan={look.plan} />
}
