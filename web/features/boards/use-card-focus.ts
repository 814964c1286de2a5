// Which card keys act on, and the focus on it. The focus stays on a card that moves to another cell, and finds cards that are not drawn yet.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react"
import { placeOf } from "./grid-moves.ts"
import { cellKey, type Grid } from "./lanes.ts"

const patience = 6

export function useCardFocus(board: RefObject<HTMLElement | null>, grid: Grid) {
  const [active, setActive] = useState<string | null>(null)
  const cells = useRef(new Map<string, (index: number) => void>())
  const revealLane = useRef<(lane: string) => void>(() => undefined)
  /** The card that has, or had until it was taken from its cell, the focus. */
  const focused = useRef<string | null>(null)
  const latest = useRef(grid)
  latest.current = grid

  const linkOf = (id: string) => board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`) ?? null

  const focusCard = useCallback(
    (id: string, tries = 0) => {
      setActive(id)
      focused.current = id
      const link = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)
      if (link) {
        link.focus({ preventScroll: true })
        link.closest("[data-card]")?.scrollIntoView({ block: "nearest", inline: "nearest" })
        return
      }
      const place = placeOf(latest.current, id)
      if (!place || tries >= patience) return
      const reveal = cells.current.get(cellKey(place.lane, place.column))
      if (reveal) reveal(place.index)
      else revealLane.current(place.lane)
      requestAnimationFrame(() => focusCard(id, tries + 1))
    },
    [board],
  )

  // A focused element that is taken out leaves the focus to the page; it belongs to the card's new place.
  useLayoutEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (focused.current !== null && lost) linkOf(focused.current)?.focus({ preventScroll: true })
  })

  /** Once whatever has the focus now has given it up: a menu that is closing. */
  const focusSoon = useCallback(
    (id: string) => {
      const wait = (frames: number) => {
        const free = document.activeElement === document.body || board.current?.closest("#list")?.contains(document.activeElement)
        if (free) focusCard(id)
        else if (frames > 0) requestAnimationFrame(() => wait(frames - 1))
      }
      requestAnimationFrame(() => wait(120))
    },
    [board, focusCard],
  )

  const registerCell = useCallback((cell: string, reveal: (index: number) => void) => {
    cells.current.set(cell, reveal)
    return () => {
      if (cells.current.get(cell) === reveal) cells.current.delete(cell)
    }
  }, [])

  return {
    active,
    focusCard,
    focusSoon,
    registerCell,
    revealLane,
    activate: useCallback((id: string) => {
      focused.current = id
      setActive(id)
    }, []),
    /** The person went somewhere else. */
    leave: useCallback(() => {
      focused.current = null
    }, []),
  }
}

export type CardFocus = ReturnType<typeof useCardFocus>
