// Follows a dragged card over the board: draws it under the pointer, tells where it hovers, scrolls near the edges, and lets go.
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter"
import { type RefObject, useEffect, useRef } from "react"
import { edgeSpeed } from "./edge-scroll.ts"
import type { Place } from "./grid-moves.ts"
import { type CardDrag, readCardDrag } from "./use-card-draggable.ts"
import { readCellDrop } from "./use-cell-drop.ts"

export type BoardDragInput = {
  board: RefObject<HTMLElement | null>
  overlay: RefObject<HTMLElement | null>
  dropped: RefObject<{ id: string; x: number; y: number } | null>
  onStart: (drag: CardDrag) => void
  onOver: (place: Place | null) => void
  onDrop: (place: Place | null) => void
}

export function useBoardDrag(input: BoardDragInput): void {
  const latest = useRef(input)
  latest.current = input
  useEffect(() => {
    let pointer = { x: 0, y: 0 }
    let frame = 0
    const move = (drag: CardDrag, at: { clientX: number; clientY: number }) => {
      pointer = { x: at.clientX, y: at.clientY }
      const overlay = latest.current.overlay.current
      if (overlay) overlay.style.transform = `translate3d(${at.clientX - drag.grip.x}px, ${at.clientY - drag.grip.y}px, 0)`
    }
    const scroll = () => {
      const board = latest.current.board.current
      const box = board?.getBoundingClientRect()
      if (board && box) board.scrollBy(edgeSpeed(pointer.x, box.left, box.right), edgeSpeed(pointer.y, box.top, box.bottom))
      frame = requestAnimationFrame(scroll)
    }
    const stop = monitorForElements({
      canMonitor: ({ source }) => readCardDrag(source.data) !== null,
      onDragStart: ({ source, location }) => {
        const drag = readCardDrag(source.data)
        if (!drag) return
        latest.current.onStart(drag)
        // The overlay is drawn by then: the board renders it at once.
        requestAnimationFrame(() => move(drag, location.current.input))
        move(drag, location.current.input)
        frame = requestAnimationFrame(scroll)
      },
      onDrag: ({ source, location }) => {
        const drag = readCardDrag(source.data)
        if (!drag) return
        move(drag, location.current.input)
        latest.current.onOver(readCellDrop(location.current.dropTargets[0]?.data))
      },
      onDrop: ({ source, location }) => {
        cancelAnimationFrame(frame)
        const drag = readCardDrag(source.data)
        if (!drag) return
        latest.current.dropped.current = { id: drag.id, x: pointer.x - drag.grip.x, y: pointer.y - drag.grip.y }
        latest.current.onDrop(readCellDrop(location.current.dropTargets[0]?.data))
      },
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [])
}
