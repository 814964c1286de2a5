// One column as a whole screen: its cards, under the heads of their lanes where there are lanes. It scrolls alone.
import { useState } from "react"
import { GroupHead } from "../../ui/group-head.tsx"
import { t } from "../../words/words.ts"
import { BoardCell, type HeldCard } from "./board-cell.tsx"
import type { ColumnFeed } from "./board-props.ts"
import { fewCards } from "./cell-cards.tsx"
import { ColumnTail } from "./column-tail.tsx"
import type { BoardColumn } from "./columns.ts"
import { laneName } from "./lane-head.tsx"
import { cellKey, cellOf, type LaneChoice } from "./lanes.ts"
import type { BoardModel } from "./use-board-model.ts"

export type PhoneColumnProps = {
  column: BoardColumn
  feed: ColumnFeed | undefined
  model: BoardModel
  choice: LaneChoice
  closed: ReadonlySet<string>
  onToggleLane: (lane: string) => void
  held: HeldCard | null
  tabStop: string | null
}

export function PhoneColumn({ column, feed, model, choice, closed, onToggleLane, held, tabStop }: PhoneColumnProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const { shown } = model
  const lanes = shown.lanes.filter((lane) => lane.kind === "whole" || cellOf(shown, lane.id, column.key).length > 0)
  const empty = lanes.every((lane) => cellOf(shown, lane.id, column.key).length === 0)
  return (
    <section
      ref={setScroller}
      aria-label={t.boards.column(column.name, t.boards.cards(model.totals.get(column.key) ?? 0))}
      data-column={column.key}
      className="h-full w-full shrink-0 snap-center snap-always overflow-y-auto px-2 pb-24 paper-sunken"
    >
      {lanes.map((lane) => {
        const ids = cellOf(shown, lane.id, column.key)
        const open = !closed.has(lane.id)
        return (
          <div key={lane.id}>
            {lane.kind !== "whole" && (
              <div className="-mx-2">
                <GroupHead name={laneName(lane, choice)} count={ids.length} open={open} onToggle={() => onToggleLane(lane.id)} />
              </div>
            )}
            {open && (
              <BoardCell
                cell={cellKey(lane.id, column.key)}
                lane={lane.id}
                column={column.key}
                label={t.boards.cell(column.name, lane.kind === "whole" ? null : laneName(lane, choice))}
                ids={ids}
                ticketOf={model.ticketOf}
                subItemsOf={model.subItemsOf}
                touched={model.touched}
                tabStop={tabStop !== null && ids.includes(tabStop) ? tabStop : null}
                held={held && ids.includes(held.id) ? held : null}
                peeked={null}
                dropIndex={null}
                refused={false}
                note={null}
                scroller={scroller}
                last={false}
                many={choice === "none" || ids.length > fewCards}
              />
            )}
          </div>
        )
      })}
      {feed && <ColumnTail feed={feed} empty={empty} eager={choice !== "none"} />}
      {empty && feed?.status === "ready" && <p className="py-10 text-center text-faint">{t.boards.empty.column}</p>}
    </section>
  )
}
