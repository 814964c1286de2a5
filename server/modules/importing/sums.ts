import type { BatchResult } from "./import-batch.ts"
import type { Target } from "./target.ts"
import type { Summary } from "./wish.ts"

/** What the batches add up to. */
export type Sums = Omit<Summary, "rows" | "incidents" | "skipped" | "noted" | "findings" | "report" | "seconds">
export const noSums = (target: Target, before: number | null): Sums => ({
  project: target.key,
  projectIsNew: target.isNew,
  added: 0,
  continued: 0,
  unchanged: 0,
  told: 0,
  known: 0,
  events: 0,
  people: 0,
  teams: 0,
  categories: 0,
  before,
  stopped: false,
})

export function count(sums: Sums, result: Omit<BatchResult, "ids" | "refused">): void {
  sums.added += result.added
  sums.continued += result.continued
  sums.unchanged += result.unchanged
  sums.told += result.rows
  sums.known += result.known
  sums.events += result.events
  sums.people += result.named.person
  sums.teams += result.named.team
  sums.categories += result.named.category
}
