// Collects what the palette shows: commands and local finds at once, the server's finds when they come.
import { useEffect, useState } from "react"
import { t } from "../words/words.ts"
import { useRegistry } from "./active.ts"
import type { PaletteItem, PalettePage } from "./command.ts"
import { append, commandGroups, commandItem, type PaletteGroup, rank, splitPrefix } from "./palette-items.ts"
import { type PaletteSource, usePalette } from "./palette-state.ts"
import { recentItems } from "./preferences.ts"

const pause = 120

export type Found = { groups: PaletteGroup[]; query: string; busy: boolean }

/** `open(href)` goes to a recent place. */
export function usePaletteGroups(typed: string, page: PalettePage | null, open: (href: string) => void): Found {
  const registry = useRegistry()
  const { sources } = usePalette()
  const { query, only } = page ? { query: typed.trim(), only: null } : splitPrefix(typed, sources)
  const remote = useRemote(query, page, only, sources)
  const shown = remote.for === searchKey(query, page, only) ? remote.groups : []
  const busy = remote.busy && query !== ""
  if (page) {
    const headings = [...new Set(page.items.map((item) => item.heading ?? ""))]
    const local = headings.map((heading) => ({
      heading,
      items: rank(
        page.items.filter((item) => (item.heading ?? "") === heading),
        query,
      ),
    }))
    return {
      groups: append(
        local.filter((group) => group.items.length > 0),
        shown,
      ),
      query,
      busy,
    }
  }
  const local = (only ? [only] : sources).map((source) => ({
    heading: source.heading,
    items: query === "" && !only ? [] : (source.find?.(query) ?? []),
  }))
  if (only)
    return {
      groups: append(
        local.filter((group) => group.items.length > 0),
        shown,
      ),
      query,
      busy,
    }
  const context = registry.context()
  const commands = commandGroups(registry.available(context), context, query, (command) =>
    commandItem(command, registry.label(command, context), () => registry.run(command.id)),
  )
  const exact = query === "" ? [] : sources.flatMap((source) => source.exact?.(query) ?? [])
  const first: PaletteGroup[] = exact.length > 0 ? [{ heading: "", items: exact }] : []
  const target = commands.filter((group) => group.first)
  const others = commands.filter((group) => !group.first)
  const found = local.filter((group) => group.items.length > 0)
  return { groups: append(append(append(append(first, target), query === "" ? recentGroup(open) : found), others), shown), query, busy }
}

function recentGroup(open: (href: string) => void): PaletteGroup[] {
  const items = recentItems()
    .slice(0, 5)
    .map(
      (recent): PaletteItem => ({
        id: `recent:${recent.href}`,
        label: recent.label,
        code: recent.code,
        icon: "clock",
        href: recent.href,
        run: () => open(recent.href),
      }),
    )
  return items.length > 0 ? [{ heading: t.commands.recent, items }] : []
}

function searchKey(query: string, page: PalettePage | null, only: PaletteSource | null): string {
  return `${page?.id ?? ""}\u0000${only?.id ?? ""}\u0000${query}`
}

type Remote = { for: string; groups: PaletteGroup[]; busy: boolean }

function useRemote(query: string, page: PalettePage | null, only: PaletteSource | null, sources: readonly PaletteSource[]): Remote {
  const key = searchKey(query, page, only)
  const [remote, setRemote] = useState<Remote>({ for: "", groups: [], busy: false })
  useEffect(() => {
    const asked = page
      ? page.search
        ? [{ heading: "", search: page.search }]
        : []
      : (only ? [only] : sources).flatMap((source) => (source.search ? [{ heading: source.heading, search: source.search }] : []))
    if (query === "" || asked.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setRemote({ for: key, groups: [], busy: true })
      const answers = await Promise.all(
        asked.map(async ({ heading, search }) => ({ heading, items: await search(query, abort.signal).catch(() => []) })),
      )
      if (!abort.signal.aborted) setRemote({ for: key, groups: answers, busy: false })
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key, query, page, only, sources])
  return remote
}
