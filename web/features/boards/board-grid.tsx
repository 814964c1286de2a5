// The board on a screen with room: heads that stay, lanes below them, one place that scrolls both ways.
import type { CSSProperties, ReactNode } from "react"
import { t } from "../../words/words.ts"
import { AskPanel } from "./ask-panel.tsx"
import { BoardCell, type HeldCard } from "./board-cell.tsx"
import { BoardLanes } from "./board-lanes.tsx"
import type { BoardProps, ColumnFeed } from "./board-props.ts"
import { pointsLeft } from "./card-facts.ts"
import { fewCards } from "./cell-cards.tsx"
import { ColumnHead } from "./column-head.tsx"
import { nextCard, placeOf } from "./grid-moves.ts"
import { LaneHead, laneName } from "./lane-head.tsx"
import { cellKey, cellOf, type Lane } from "./lanes.ts"
import type { BoardModel } from "./use-board-model.ts"
import type { CardFocus } from "./use-card-focus.ts"

export type BoardGridProps = {
  board: BoardProps
  model: BoardModel
  focus: CardFocus
  scroller: HTMLDivElement | null
  onScroller: (element: HTMLDivElement | null) => void
  closed: ReadonlySet<string>
  onToggleLane: (lane: string) => void
}

export function heldCardOf(model: BoardModel, focus: CardFocus): HeldCard | null {
  const { hold, actions, ticketOf } = model
  if (!hold) return null
  if (hold.kind === "drag") return { id: hold.id, as: "ghost", panel: null }
  if (hold.kind === "carry") return { id: hold.id, as: "dragged", panel: null }
  const ticketKey = ticketOf(hold.id)?.key ?? ""
  const { id, move, asks } = hold
  const then =
    <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      act(...given)
      focus.focusSoon(id)
    }
  const panel: ReactNode = (
    <AskPanel ticketKey={ticketKey} move={move} asks={asks} onAnswer={then(actions.answer)} onCancel={then(actions.cancel)} />
  )
  return { id: hold.id, as: "current", panel }
}

export function BoardGrid({ board, model, focus, scroller, onScroller, closed, onToggleLane }: BoardGridProps) {
  const { choice, columns, feeds } = board
  const { shown, hold, ticketOf } = model
  const visible = columns.filter((column) => shown.columns.includes(column.key))
  const feedOf = (key: string): ColumnFeed | undefined => feeds.find((feed) => feed.key === key)
  const style: CSSProperties = { gridTemplateColumns: `repeat(${visible.length}, minmax(248px, 340px))` }
  const dragged = hold?.kind === "drag" ? ticketOf(hold.id) : undefined
  const over = hold?.kind === "drag" ? hold.over : null
  const held = heldCardOf(model, focus)
  const peeked = model.idOf(board.peek)
  const tabStop = tabStopOf(model, focus, closed)
  const refused = new Set(
    dragged ? visible.filter((column) => model.verdictOf(dragged, column.key).kind === "refused").map((column) => column.key) : [],
  )

  const cells = (lane: Lane, last: boolean) => (
    <div className="grid flex-1 gap-x-3 px-5" style={style}>
      {visible.map((column) => {
        const ids = cellOf(shown, lane.id, column.key)
        const hovers = over !== null && over.lane === lane.id && over.column === column.key
        const feed = feedOf(column.key)
        return (
          <BoardCell
            key={column.key}
            cell={cellKey(lane.id, column.key)}
            lane={lane.id}
            column={column.key}
            label={t.boards.cell(column.name, lane.kind === "whole" ? null : laneName(lane, choice))}
            ids={ids}
            ticketOf={ticketOf}
            subItemsOf={model.subItemsOf}
            touched={model.touched}
            tabStop={tabStop !== null && ids.includes(tabStop) ? tabStop : null}
            held={held && ids.includes(held.id) ? held : null}
            peeked={peeked !== null && ids.includes(peeked) ? peeked : null}
            dropIndex={hovers && !refused.has(column.key) ? over.index : null}
            refused={refused.has(column.key)}
            note={hovers && dragged && refused.has(column.key) ? model.refusalOf(dragged, column.key) : null}
            scroller={scroller}
            last={last}
            many={choice === "none" || ids.length > fewCards}
            tail={last ? feed : undefined}
            eager={choice !== "none"}
          />
        )
      })}
    </div>
  )
  const head = (lane: Lane) => {
    const ids = visible.flatMap((column) => cellOf(shown, lane.id, column.key))
    return (
      <LaneHead
        lane={lane}
        choice={choice}
        count={ids.length}
        pointsLeft={model.complete ? pointsLeft(ids.flatMap((id) => ticketOf(id) ?? [])) : null}
        open={!closed.has(lane.id)}
        onToggle={() => onToggleLane(lane.id)}
        href={lane.kind === "ticket" ? board.hrefOf(lane.ticket.key) : null}
      />
    )
  }

  return (
    <div ref={onScroller} className="@container min-h-0 flex-1 snap-x snap-proximity scroll-pl-5 overflow-auto">
      <div className="flex min-h-full min-w-fit flex-col">
        <div className="sticky top-0 z-20 grid gap-x-3 px-5 pt-3 paper-surface" style={style}>
          {visible.map((column) => (
            <ColumnHead
              key={column.key}
              column={column}
              count={model.countOf(column.key)}
              refused={refused.has(column.key)}
              menu={[{ label: t.boards.hidden.hide(column.name), icon: "eye-off", onSelect: () => board.onToggleHidden(column.key) }]}
              onNew={board.newIn === column.key && board.onNew ? board.onNew : undefined}
            />
          ))}
        </div>
        {choice === "none" && shown.lanes[0] ? (
          cells(shown.lanes[0], true)
        ) : (
          <BoardLanes
            lanes={shown.lanes}
            closed={closed}
            scroller={scroller}
            kept={[hold?.id ?? null, tabStop].flatMap((id) => (id === null ? [] : (placeOf(shown, id)?.lane ?? [])))}
            revealLane={focus.revealLane}
            tallest={(lane) => Math.max(1, ...visible.map((column) => cellOf(shown, lane.id, column.key).length))}
            head={head}
            cells={cells}
          />
        )}
        <div aria-hidden="true" className="h-5 shrink-0" />
      </div>
    </div>
  )
}

/** The one card that the Tab key stops at: the active one, else the first. */
export function tabStopOf({ shown }: BoardModel, { active }: CardFocus, closed: ReadonlySet<string>): string | null {
  return active !== null && placeOf(shown, active) ? active : nextCard(shown, null, "down", closed)
}
