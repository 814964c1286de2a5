// A board: cards in columns, carried from one to the other by pointer, menu or keys. It is given everything and only says what is wished for.
import { useCallback, useMemo, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { usePhone } from "../../ui/media.ts"
import { TicketCommands } from "../tickets/ticket-commands.tsx"
import { BoardGrid } from "./board-grid.tsx"
import type { BoardProps } from "./board-props.ts"
import { BoardToolsContext } from "./board-tools.ts"
import { cardMenu } from "./card-menu.ts"
import { CarryHint } from "./carry-hint.tsx"
import { DraggedCard } from "./dragged-card.tsx"
import { Glide } from "./glide.tsx"
import { type Place, placeOf } from "./grid-moves.ts"
import { HiddenColumns } from "./hidden-columns.tsx"
import { cellOf } from "./lanes.ts"
import { PhoneBoard } from "./phone-board.tsx"
import { StatusAsk } from "./status-ask.tsx"
import { useBoardDrag } from "./use-board-drag.ts"
import { useBoardKeys } from "./use-board-keys.ts"
import { useBoardMenu } from "./use-board-menu.tsx"
import { useBoardModel } from "./use-board-model.ts"
import { useCardFocus } from "./use-card-focus.ts"

export function Board(props: BoardProps) {
  const { columns, display, hrefOf, onOpen, peek, onPeek, lastOf } = props
  const phone = usePhone()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const model = useBoardModel(props, closed, phone)
  const { hold, actions, ticketOf, grid } = model
  const scroller = useRef<HTMLDivElement>(null)
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const onScroller = useCallback((attached: HTMLDivElement | null) => {
    scroller.current = attached
    setElement(attached)
  }, [])
  const focus = useCardFocus(scroller, model.shown)
  const active = focus.active === null ? undefined : ticketOf(focus.active)
  const [asking, setAsking] = useState(false)

  const toBottom = (id: string) => {
    const at = placeOf(grid, id)
    if (!at) return
    const bottom: Place = { ...at, index: cellOf(grid, at.lane, at.column).length - 1 }
    const feed = props.feeds.find((each) => each.key === at.column)
    if (!feed?.hasMore) actions.put(id, bottom)
    // The column goes on beyond what is loaded: its last card has to be asked for.
    else void lastOf(at.column).then((last) => last && actions.putBehind(id, bottom, last))
  }
  const keyDown = useBoardKeys({ model, focus, closed, toBottom, open: onOpen, peek, onPeek, askStatus: () => setAsking(true) })
  const menuFor = (id: string) => {
    const ticket = ticketOf(id)
    if (!ticket) return []
    const put = (each: string, to: Place) => {
      actions.put(each, to)
      focus.focusSoon(each)
    }
    const carry = (each: string) => {
      actions.beginCarry(each)
      focus.focusSoon(each)
    }
    return cardMenu({
      ticket,
      grid,
      columns,
      graph: props.graphOf(ticket.workflowVersionId),
      put,
      toBottom,
      carry: phone ? null : carry,
      open: onOpen,
      peek: onPeek,
    })
  }
  const latestMenu = useRef(menuFor)
  latestMenu.current = menuFor
  const { activate, registerCell } = focus
  const tools = useMemo(
    () => ({ display, hrefOf, activate, registerCell, draggable: !phone, menuFor: (id: string) => latestMenu.current(id) }),
    [display, hrefOf, activate, registerCell, phone],
  )

  const overlay = useRef<HTMLDivElement>(null)
  const dropped = useRef<{ id: string; x: number; y: number } | null>(null)
  const [width, setWidth] = useState(0)
  // A strip of a hidden column has no lanes: the card keeps its own.
  const settle = (place: Place | null): Place | null =>
    place?.lane === "" && hold ? { lane: hold.from.lane, column: place.column, index: 0 } : place
  useBoardDrag({
    board: scroller,
    overlay,
    dropped,
    onStart: (drag) =>
      flushSync(() => {
        setWidth(drag.width)
        focus.activate(drag.id)
        actions.beginDrag(drag.id)
      }),
    onOver: actions.dragOver,
    onDrop: (place) => flushSync(() => void actions.drop(settle(place))),
  })

  const held = hold && ticketOf(hold.id)
  const toggleLane = (lane: string) => setClosed((before) => before.symmetricDifference(new Set([lane])))
  const hidden = columns.filter((column) => !model.shown.columns.includes(column.key))
  const shared = { board: props, model, focus, scroller: element, onScroller, closed, onToggleLane: toggleLane }
  const menu = useBoardMenu(menuFor)
  return (
    <BoardToolsContext value={tools}>
      {/* biome-ignore lint/a11y/useSemanticElements: a board is no form */}
      <div
        id="list"
        tabIndex={-1}
        role="group"
        aria-label={props.label}
        onKeyDown={keyDown}
        onBlur={focus.leave}
        className="flex min-h-0 flex-1 outline-none"
      >
        {menu(
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <Glide board={scroller} layout={model.shown} dropped={dropped} still={hold?.kind === "drag"}>
              {phone ? <PhoneBoard {...shared} /> : <BoardGrid {...shared} />}
            </Glide>
          </div>,
        )}
        {!phone && (
          <HiddenColumns
            columns={hidden}
            countOf={model.countOf}
            over={hold?.kind === "drag" && hold.over?.lane === "" ? hold.over.column : null}
            reasonOf={(column) => (hold?.kind === "drag" && held ? model.refusalOf(held, column)?.rule : undefined)}
            onShow={props.onToggleHidden}
          />
        )}
      </div>
      {hold?.kind === "drag" && held && <DraggedCard ticket={held} place={overlay} width={width} subItems={model.subItemsOf(held.id)} />}
      {hold?.kind === "carry" && held && <CarryHint ticketKey={held.key} />}
      <TicketCommands tickets={active ? [active] : []} anchorOf={() => cardElement(scroller.current, focus.active)} status={false} />
      {asking && active && (
        <StatusAsk
          ticket={active}
          anchor={cardElement(scroller.current, active.id)}
          onMove={(column, given) => {
            const at = placeOf(grid, active.id)
            if (at) actions.putWith(active.id, { lane: at.lane, column, index: 0 }, given)
          }}
          onClose={() => {
            setAsking(false)
            focus.focusCard(active.id)
          }}
        />
      )}
    </BoardToolsContext>
  )
}

const cardElement = (board: HTMLElement | null, id: string | null): Element | null =>
  id === null ? null : (board?.querySelector(`[data-card="${CSS.escape(id)}"]`) ?? null)
