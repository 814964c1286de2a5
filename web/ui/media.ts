// Questions to the browser about the window and the pointer.
import { useCallback, useSyncExternalStore } from "react"

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener("change", listener)
      return () => list.removeEventListener("change", listener)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** Below 768: bottom tabs, sheets, two-line rows. */
export const usePhone = (): boolean => useMedia("(width < 768px)")
/** Below 1100: the sidebar is a drawer, properties become chips. */
export const useNarrow = (): boolean => useMedia("(width < 1100px)")
