// Makes a card draggable by the pointer. What follows the pointer is drawn by the board itself (dragged-card.tsx), so the browser's own picture is switched off.
import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter"
import { disableNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview"
import { type RefObject, useEffect, useRef } from "react"

export type CardDrag = { kind: "card"; id: string; grip: { x: number; y: number }; width: number; height: number }

export function readCardDrag(data: Record<string | symbol, unknown>): CardDrag | null {
  return data.kind === "card" ? (data as CardDrag) : null
}

export function useCardDraggable(id: string, enabled: boolean): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || !enabled) return
    return draggable({
      element,
      getInitialData: ({ input }): CardDrag => {
        const box = element.getBoundingClientRect()
        return { kind: "card", id, grip: { x: input.clientX - box.left, y: input.clientY - box.top }, width: box.width, height: box.height }
      },
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    })
  }, [id, enabled])
  return ref
}
