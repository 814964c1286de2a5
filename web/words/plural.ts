// Counts in words. Every language has its own forms; the catalogue's functions hide them.
const rules = new Intl.PluralRules("en")
const numbers = new Intl.NumberFormat("en-GB")

/** `plural(1204, "ticket", "tickets")` → "1,204 tickets" */
export function plural(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${rules.select(count) === "one" ? one : other}`
}

export function number(count: number): string {
  return numbers.format(count)
}
