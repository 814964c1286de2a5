// A project's key, suggested from its name. Pure.
import { fold } from "../../ui/picker-options.ts"

export const keyPattern = /^[A-Z][A-Z0-9]{1,9}$/

/** "Customer portal" → "CP", "Website" → "WEB", "Clean-room upgrade 2" → "CRU2"; another one where `taken` has it already. */
export function keyFromName(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  const initials = words.map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1))).join("")
  const first = words.find((word) => /^[A-Z]/.test(word)) ?? ""
  const tidy = (text: string) => text.replace(/^[^A-Z]+/, "").slice(0, 10)
  const wishes = [words.length > 1 ? initials : first.slice(0, 3), first.slice(0, 4), first, initials]
    .map(tidy)
    .filter((key) => keyPattern.test(key))
  const free = wishes.find((key) => !taken.has(key))
  if (free) return free
  const base = (wishes[0] ?? tidy(first)).slice(0, 8)
  for (let number = 2; base !== "" && number < 100; number += 1) if (!taken.has(`${base}${number}`)) return `${base}${number}`
  return ""
}
