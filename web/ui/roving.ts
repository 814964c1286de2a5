// Roving focus: a list or grid is one stop of the Tab key, the arrows walk inside it. The arithmetic is pure, the hook carries it out.
import { type KeyboardEvent, type RefObject, useCallback } from "react"

export type GridPosition = { row: number; column: number }

/** Where a key leads in a grid whose rows have these numbers of cells; null: the key is not ours. Columns keep their place where they can. */
export function nextInGrid(rows: readonly number[], at: GridPosition, key: string, page = 10): GridPosition | null {
  const clampRow = (row: number) => Math.min(rows.length - 1, Math.max(0, row))
  const to = (row: number, column: number): GridPosition => ({ row, column: Math.max(0, Math.min((rows[row] ?? 1) - 1, column)) })
  if (rows.length === 0) return null
  switch (key) {
    case "ArrowDown":
    case "j":
      return to(clampRow(at.row + 1), at.column)
    case "ArrowUp":
    case "k":
      return to(clampRow(at.row - 1), at.column)
    case "ArrowRight":
      return to(at.row, at.column + 1)
    case "ArrowLeft":
      return to(at.row, at.column - 1)
    case "Home":
      return to(0, at.column)
    case "End":
      return to(rows.length - 1, at.column)
    case "PageDown":
      return to(clampRow(at.row + page), at.column)
    case "PageUp":
      return to(clampRow(at.row - page), at.column)
    default:
      return null
  }
}

/** For a list of elements marked `data-roving` inside `container`: arrows, Home and End move the focus. Put the result on the container. */
export function useRovingFocus(
  container: RefObject<HTMLElement | null>,
  orientation: "vertical" | "horizontal" = "vertical",
): { onKeyDown: (event: KeyboardEvent) => void } {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const stops = [...(container.current?.querySelectorAll<HTMLElement>("[data-roving]:not([aria-disabled=true])") ?? [])]
      const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1
      if (at < 0) return
      const turned: Record<string, string> = orientation === "horizontal" ? { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" } : {}
      const next = nextInGrid(
        stops.map(() => 1),
        { row: at, column: 0 },
        turned[event.key] ?? event.key,
      )
      const stop = next && stops[next.row]
      if (!stop || event.key.length === 1) return
      event.preventDefault()
      for (const each of stops) each.tabIndex = each === stop ? 0 : -1
      stop.focus()
    },
    [container, orientation],
  )
  return { onKeyDown }
}
