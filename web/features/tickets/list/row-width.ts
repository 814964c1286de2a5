// How much of a row fits: decided by the room of the list, not of the window, because an open ticket takes some of it.
import { type RefCallback, useCallback, useState } from "react"
import type { RowWidth } from "./ticket-row.tsx"

function rowWidth(pixels: number): RowWidth {
  if (pixels >= 900) return "wide"
  return pixels >= 560 ? "narrow" : "tight"
}

export function useRowWidth(): [RefCallback<HTMLElement>, RowWidth] {
  const [width, setWidth] = useState<RowWidth>("wide")
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(rowWidth(entry.contentRect.width)))
    setWidth(rowWidth(element.getBoundingClientRect().width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
