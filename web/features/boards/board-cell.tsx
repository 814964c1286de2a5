// One column in one lane: cards, a place to drop on, and what it says when it refuses.
import type { ListedTicket } from "@docket/contract/tickets"
import { memo, type ReactNode, useRef } from "react"
import { cx } from "../../ui/cx.ts"
import { BoardCard } from "./board-card.tsx"
import type { ColumnFeed } from "./board-props.ts"
import type { SubItems } from "./card-facts.ts"
import { CellCards } from "./cell-cards.tsx"
import { ColumnTail } from "./column-tail.tsx"
import { RefusalNote } from "./refusal-note.tsx"
import type { RefusalWords } from "./refusal-words.ts"
import { useCellDrop } from "./use-cell-drop.ts"

type CellState = {
  /** The card that hovers here would come to lie at this index. */
  dropIndex: number | null
  /** The held card may not go into this column. */
  refused: boolean
  /** Said while the card hovers here. */
  note: RefusalWords | null
}
export type HeldCard = { id: string; as: "ghost" | "dragged" | "current"; panel: ReactNode }

export type BoardCellProps = CellState & {
  cell: string
  lane: string
  column: string
  label: string
  ids: readonly string[]
  ticketOf: (id: string) => ListedTicket | undefined
  subItemsOf: (id: string) => SubItems | undefined
  touched: ReadonlySet<string>
  tabStop: string | null
  held: HeldCard | null
  /** The one that lies open beside the board. */
  peeked: string | null
  scroller: HTMLElement | null
  last: boolean
  many: boolean
  /** The column goes on below this cell, or ends with it. */
  tail?: ColumnFeed
  /** Everything is fetched, because lanes spread a column over the whole board. */
  eager?: boolean
}

export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const {
    cell,
    lane,
    column,
    label,
    ids,
    ticketOf,
    subItemsOf,
    touched,
    tabStop,
    held,
    peeked,
    scroller,
    last,
    many,
    tail,
    eager = false,
  } = props
  const { dropIndex, refused, note } = props
  const element = useRef<HTMLElement>(null)
  useCellDrop(element, lane, column, ids)
  const others = held && ids.includes(held.id) ? ids.filter((id) => id !== held.id) : ids
  // The line is drawn among all cards, the index counts without the held one.
  const lineAt = dropIndex === null ? null : dropIndex >= others.length ? ids.length : ids.indexOf(others[dropIndex] ?? "")
  const card = (id: string) => {
    const ticket = ticketOf(id)
    if (!ticket) return null
    const own = held?.id === id ? held : null
    return (
      <>
        <BoardCard
          ticket={ticket}
          state={own ? own.as : refused ? "refused" : peeked === id ? "current" : "rest"}
          tabStop={tabStop === id}
          touched={touched.has(id)}
          subItems={subItemsOf(id)}
        />
        {own?.panel}
      </>
    )
  }
  return (
    <section
      ref={element}
      aria-label={label}
      className={cx("relative min-w-0 p-2 paper-sunken", refused && "hatched", last && "rounded-b-xl pb-4")}
    >
      {note && <RefusalNote {...note} />}
      <CellCards
        cell={cell}
        label={label}
        ids={ids}
        kept={[held?.id ?? null, tabStop]}
        scroller={scroller}
        card={card}
        dropIndex={lineAt}
        many={many}
      />
      {tail && <ColumnTail feed={tail} empty={ids.length === 0} eager={eager} />}
    </section>
  )
})
