/** The day so many days from now in the viewer's calendar, as a `date`: "2026-11-25". */
export function dayFrom(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  const two = (part: number) => String(part).padStart(2, "0")
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** What a person typed as an estimate; undefined where it is none. */
export function estimateFrom(text: string): number | null | undefined {
  const typed = text.trim().replace(",", ".")
  if (typed === "") return null
  const value = Number(typed)
  return Number.isFinite(value) && value >= 0 && value <= 100_000 ? value : undefined
}
