/** What an import is asked for, and what it answers. */
import type { Finding } from "./findings.ts"

export type Progress = { phase: "reading" | "importing"; done: number; of: number; rows: number }
export type Wish = {
  path: string
  /** Key of the project; null for the import's own. */
  project: string | null
  /** Finds out what would happen and changes nothing. */
  dryRun: boolean
  progress: (progress: Progress) => void
  /** Stops between two batches; what is done stays done. */
  signal: AbortSignal
}
export type Summary = {
  project: string
  projectIsNew: boolean
  /** Rows of data in the file: each is told now, was told before, or is skipped. */
  rows: number
  incidents: number
  added: number
  continued: number
  unchanged: number
  told: number
  known: number
  skipped: number
  noted: number
  events: number
  people: number
  teams: number
  categories: number
  findings: Finding[]
  report: string | null
  /** Rows that an interrupted import of the same file had done before. */
  before: number | null
  seconds: number
  stopped: boolean
}
