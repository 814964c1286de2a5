// A cell of the board as a place to drop on. Where in the cell the pointer is, the cards' own boxes tell.
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter"
import { type RefObject, useEffect, useRef } from "react"
import { indexAt } from "./cell-place.ts"
import type { Place } from "./grid-moves.ts"
import { readCardDrag } from "./use-card-draggable.ts"

type CellDrop = { kind: "cell"; place: Place }

export function readCellDrop(data: Record<string | symbol, unknown> | undefined): Place | null {
  return data?.kind === "cell" ? (data as CellDrop).place : null
}

export function useCellDrop(cell: RefObject<HTMLElement | null>, lane: string | null, column: string, ids: readonly string[]): void {
  const latest = useRef(ids)
  latest.current = ids
  useEffect(() => {
    const element = cell.current
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => readCardDrag(source.data) !== null,
      getData: ({ input, source }): CellDrop => {
        const boxes = [...element.querySelectorAll<HTMLElement>("[data-card]")].map((card) => {
          const box = card.getBoundingClientRect()
          return { id: card.dataset.card ?? "", middle: box.top + box.height / 2 }
        })
        const index = indexAt(boxes, input.clientY, latest.current, readCardDrag(source.data)?.id ?? "")
        return { kind: "cell", place: { lane: lane ?? "", column, index } }
      },
    })
  }, [cell, lane, column])
}
