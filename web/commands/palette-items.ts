// What the palette shows for a query. Pure.
import { score } from "../ui/picker-options.ts"
import { t } from "../words/words.ts"
import { type Command, type CommandContext, type CommandGroup, keysOf, type PaletteItem } from "./command.ts"
import type { PaletteSource } from "./palette-state.ts"

export type PaletteGroup = {
  heading: string
  items: PaletteItem[] /** Concerns the ticket in hand: stands above what was found. */
  first?: boolean
}

const order: readonly CommandGroup[] = ["target", "view", "go", "create", "app"]

/** "u ama" → the source of people and "ama"; otherwise all sources and the whole query. */
export function splitPrefix(query: string, sources: readonly PaletteSource[]): { query: string; only: PaletteSource | null } {
  const match = /^(\p{L}) (.*)$/u.exec(query)
  const only = match ? (sources.find((source) => source.prefix === match[1]?.toLowerCase()) ?? null) : null
  return only ? { query: match?.[2]?.trim() ?? "", only } : { query: query.trim(), only: null }
}

/** Better matches first; ties keep their order. */
export function rank(items: readonly PaletteItem[], query: string): PaletteItem[] {
  if (query === "") return [...items]
  return items
    .map((item, at) => ({
      item,
      at,
      points: score({ value: item.id, label: item.code ? `${item.label} ${item.code}` : item.label, keywords: item.keywords }, query),
    }))
    .filter((each) => each.points > 0)
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .map((each) => each.item)
}

/** The commands that are possible now, in groups; the ones for the ticket in hand come first. */
export function commandGroups(
  commands: readonly Command[],
  context: CommandContext,
  query: string,
  toItem: (command: Command) => PaletteItem,
): PaletteGroup[] {
  const many = (context.target?.tickets.length ?? 0) > 1
  return order
    .map((group) => {
      const items = commands.filter((command) => command.group === group && !command.hidden).map(toItem)
      return {
        heading: group === "target" && many ? t.commands.group.target_many : t.commands.group[group],
        items: rank(items, query),
        first: group === "target",
      }
    })
    .filter((group) => group.items.length > 0)
}

export function commandItem(command: Command, label: string, run: () => unknown): PaletteItem {
  return {
    id: `command:${command.id}`,
    label,
    icon: command.icon,
    keys: keysOf(command)[0],
    keywords: command.words,
    asks: command.asks,
    run,
  }
}

/** One list of groups without anything twice: what stands above stays, what comes later is appended. */
export function append(groups: readonly PaletteGroup[], more: readonly PaletteGroup[]): PaletteGroup[] {
  const seen = new Set(groups.flatMap((group) => group.items.map((item) => item.id)))
  const result = groups.map((group) => ({ heading: group.heading, items: [...group.items] }))
  for (const group of more) {
    const fresh = group.items.filter((item) => !seen.has(item.id))
    if (fresh.length === 0) continue
    const same = result.find((each) => each.heading === group.heading)
    if (same) same.items.push(...fresh)
    else result.push({ heading: group.heading, items: fresh })
  }
  return result
}

/** The parts of a label, those that match the query marked. Compares without case and accents; the lengths must agree to mark. */
export function marked(label: string, query: string): { text: string; hit: boolean }[] {
  const fold = (text: string) => [...text].map((letter) => (letter.normalize("NFD").replace(/\p{M}/gu, "")[0] ?? letter).toLowerCase())
  const letters = [...label]
  const folded = fold(label)
  const words = query.trim().split(/\s+/).filter(Boolean).map(fold)
  const hits = new Array<boolean>(letters.length).fill(false)
  for (const word of words) {
    const at = folded.findIndex(
      (_, start) =>
        (start === 0 || /[^\p{L}\p{N}]/u.test(folded[start - 1] ?? "")) &&
        word.every((letter, offset) => folded[start + offset] === letter),
    )
    const found = at >= 0 ? at : folded.findIndex((_, start) => word.every((letter, offset) => folded[start + offset] === letter))
    if (found >= 0) hits.fill(true, found, found + word.length)
  }
  const parts: { text: string; hit: boolean }[] = []
  for (const [at, letter] of letters.entries()) {
    const last = parts.at(-1)
    if (last && last.hit === hits[at]) last.text += letter
    else parts.push({ text: letter, hit: hits[at] ?? false })
  }
  return parts
}
