// The board's commands: walking, opening, and moving cards without a pointer. The keys themselves stand in the registry of commands.
import type { KeyboardEvent } from "react"
import { useMemo } from "react"
import { useCommand, useCommandLayer } from "../../commands/active.ts"
import { type Direction, endOfColumn, nextCard, placeOf } from "./grid-moves.ts"
import type { BoardModel } from "./use-board-model.ts"
import type { CardFocus } from "./use-card-focus.ts"

export type BoardKeysInput = {
  model: BoardModel
  focus: CardFocus
  closed: ReadonlySet<string>
  toBottom: (id: string) => void
  open: (key: string) => void
  peek: string | null
  onPeek: (key: string | null) => void
  askStatus: () => void
}

const arrows: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" }

export function useBoardKeys(input: BoardKeysInput) {
  const { model, focus, closed, toBottom, open, peek, onPeek, askStatus } = input
  const { grid, ticketOf, actions, hold } = model
  const ticket = focus.active === null ? undefined : ticketOf(focus.active)
  const [id, key, title] = [ticket?.id, ticket?.key, ticket?.title]
  const target = useMemo(() => (id && key ? { tickets: [{ id, key, title: title ?? "" }] } : null), [id, key, title])
  useCommandLayer(["board"], target)

  const go = (direction: Direction) => () => {
    const next = nextCard(grid, focus.active, direction, closed)
    if (next) focus.focusCard(next)
    if (next && peek !== null) onPeek(ticketOf(next)?.key ?? null)
  }
  const shift = (direction: Direction) => () => {
    const at = focus.active === null ? null : placeOf(grid, focus.active)
    if (!at || !ticket || hold) return
    if (direction === "up" || direction === "down") {
      const step = direction === "up" ? -1 : 1
      actions.put(ticket.id, { ...at, index: Math.max(0, at.index + step) })
      return
    }
    // On top of the next column, as everywhere where keys change a status; a column that refuses says so.
    const column = grid.columns[grid.columns.indexOf(at.column) + (direction === "left" ? -1 : 1)]
    if (column) actions.put(ticket.id, { lane: at.lane, column, index: 0 })
  }
  const here = hold === null
  useCommand("list.next", go("down"), here)
  useCommand("list.previous", go("up"), here)
  useCommand("board.left", go("left"), here)
  useCommand("board.right", go("right"), here)
  useCommand("list.open", () => ticket && open(ticket.key), here)
  useCommand("list.peek", () => ticket && onPeek(peek === ticket.key ? null : ticket.key), here)
  useCommand("list.close", () => onPeek(null), here && peek !== null)
  useCommand("board.move", () => ticket && actions.beginCarry(ticket.id), here)
  useCommand("board.move_left", shift("left"), here)
  useCommand("board.move_right", shift("right"), here)
  useCommand("board.move_up", shift("up"), here)
  useCommand("board.move_down", shift("down"), here)
  useCommand("ticket.status", askStatus, here && (ticket?.can.includes("move") ?? false))

  /** On the board itself: what the registry does not know, and everything while a card is carried. */
  return (event: KeyboardEvent) => {
    const direction = arrows[event.key]
    if (hold?.kind === "carry") {
      if (event.key === "Tab") return
      event.preventDefault()
      if (direction) actions.carry(direction)
      else if (event.key === "Enter" || event.key === " ") actions.dropCarried()
      else if (event.key === "Escape") actions.cancel()
      return
    }
    const onCard = event.target instanceof HTMLElement && event.target.closest("[data-card] a") !== null
    if (!onCard || !ticket || hold) return
    if ((event.key === "Home" || event.key === "End") && !event.ctrlKey && !event.metaKey) {
      const next = endOfColumn(grid, ticket.id, event.key === "Home" ? "first" : "last", closed)
      if (next) focus.focusCard(next)
      event.preventDefault()
    } else if (event.altKey && event.shiftKey && (direction === "up" || direction === "down")) {
      const at = placeOf(grid, ticket.id)
      if (at && direction === "up") actions.put(ticket.id, { ...at, index: 0 })
      if (at && direction === "down") toBottom(ticket.id)
      event.preventDefault()
    }
  }
}
