// A feature offers what it can find to the palette while it is mounted.
import { useEffect, useRef } from "react"
import { type PaletteSource, palette } from "./palette-state.ts"

/** `source` may close over anything: its newest form answers. Heading, prefix and things must not change. */
export function usePaletteSource(id: string, source: () => Omit<PaletteSource, "id">): void {
  const latest = useRef(source)
  latest.current = source
  useEffect(() => {
    const { heading, prefix, things } = latest.current()
    return palette.addSource({
      id,
      heading,
      prefix,
      things,
      find: (query) => latest.current().find?.(query) ?? [],
      search: (query, signal) => latest.current().search?.(query, signal) ?? Promise.resolve([]),
      exact: (query) => latest.current().exact?.(query) ?? null,
    })
  }, [id])
}
