// How a picker narrows and orders its options. Pure.
import type { ReactNode } from "react"

export type PickerOption = {
  value: string
  label: string
  icon?: ReactNode
  /** At the right: "2 of 3 active". */
  note?: ReactNode
  /** Found by these words too. */
  keywords?: string
  /** Why it cannot be chosen now: "after Resolved". It is shown, greyed, after the others. */
  disabledReason?: string
  /** Options of one section stand together under its name. */
  section?: string
}

export type PickerGroup = { section: string | undefined; options: PickerOption[] }

/** Lower case without marks, so that "tomas" finds Tomás. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

/** 0: not found; higher is better: start of the label, start of a word, anywhere, keywords. */
export function score(option: PickerOption, query: string): number {
  const needle = fold(query.trim())
  if (needle === "") return 1
  const label = fold(option.label)
  if (label.startsWith(needle)) return 5
  const words = needle.split(/\s+/)
  const labelWords = label.split(/[\s/\-_.,:]+/)
  if (words.every((word) => labelWords.some((each) => each.startsWith(word)))) return 4
  if (label.includes(needle)) return 3
  const all = `${label} ${fold(option.keywords ?? "")}`
  return words.every((word) => all.includes(word)) ? 2 : 0
}

/** The options that match, best first (ties keep their order), forbidden ones last, in groups by section. */
export function arrange(options: readonly PickerOption[], query: string, limit = 100): { groups: PickerGroup[]; hidden: number } {
  const found = options.map((option, at) => ({ option, at, points: score(option, query) })).filter((each) => each.points > 0)
  found.sort(
    (a, b) => Number(Boolean(a.option.disabledReason)) - Number(Boolean(b.option.disabledReason)) || b.points - a.points || a.at - b.at,
  )
  const groups: PickerGroup[] = []
  for (const { option } of found.slice(0, limit)) {
    const group = groups.find((each) => each.section === option.section)
    if (group) group.options.push(option)
    else groups.push({ section: option.section, options: [option] })
  }
  return { groups, hidden: Math.max(0, found.length - limit) }
}
