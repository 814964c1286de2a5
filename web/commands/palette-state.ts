// Whether the palette is open, and on which page.
import { useSyncExternalStore } from "react"
import type { PaletteItem, PalettePage } from "./command.ts"

/** Where the palette looks besides commands: tickets, projects, people. */
export type PaletteSource = {
  id: string
  heading: string
  /** "u": typing "u " asks this source alone. */
  prefix?: string
  /** "people", for the footer. */
  things?: string
  /** What is at hand, at once. */
  find?: (query: string) => PaletteItem[]
  /** What the server knows; appended below, never above what is already there. */
  search?: (query: string, signal: AbortSignal) => Promise<PaletteItem[]>
  /** The thing with exactly this key ("abc123" for ABC-123): always first. */
  exact?: (query: string) => PaletteItem | null
}

type State = { open: boolean; help: boolean; pages: readonly PalettePage[]; sources: readonly PaletteSource[] }

let state: State = { open: false, help: false, pages: [], sources: [] }
const listeners = new Set<() => void>()

function set(next: Partial<State>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const palette = {
  open: (page?: PalettePage) => set({ open: true, help: false, pages: page ? [page] : [] }),
  push: (page: PalettePage) => set({ pages: [...state.pages, page] }),
  back: () => set({ pages: state.pages.slice(0, -1) }),
  close: () => set({ open: false, pages: [] }),
  help: (help: boolean) => set({ help, open: false, pages: [] }),
  addSource: (source: PaletteSource) => {
    set({ sources: [...state.sources, source] })
    return () => set({ sources: state.sources.filter((each) => each !== source) })
  },
  current: () => state,
}

export function usePalette(): State {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  )
}
