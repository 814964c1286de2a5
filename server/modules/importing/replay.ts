/** From the rows of one incident to what has to happen to its ticket. Pure: the same rows and the same memory give the same plan. */
import type { ProjectKind } from "@docket/contract/projects"
import type { StatusCategory } from "@docket/contract/workflows"
import type { Iso } from "#platform/context"
import { detailChanges, fieldsAfter, type LogFields } from "./fields.ts"
import { fingerprint } from "./fingerprint.ts"
import { contentOf, type LogRow, type WrongRow } from "./log-row.ts"
import { inOrder, isEarlier } from "./order.ts"
import { categoryOf, type Mapped } from "./states.ts"

/** All that a file says of one incident. */
export type Incident = { number: string; rows: readonly LogRow[]; wrong: readonly WrongRow[] }

/** What is kept of an incident between two imports: which updates are in, and where the log stood then. */
export type Memory = {
  rows: string[]
  last: LogFields
  modCount: number
  at: Iso
  resolvedSince: Iso | null
  endedSince: Iso | null
}

export type LogStep = { line: number; at: Iso; by: string | null; before: LogFields; after: LogFields; note: string | null }
export type Plan = {
  /** How it began; of use where the ticket is new. */
  raised: { at: Iso; by: string | null; fields: LogFields; first: Partial<LogRow> }
  steps: LogStep[]
  resolvedAt: Iso | null
  closedAt: Iso | null
  memory: Memory
}

/** Where the log goes to. */
export type How = {
  kind: ProjectKind
  status: (state: string) => Mapped
  /** Whether the history has to keep what the log called this state. */
  keeps: (state: string) => boolean
  now: Iso
}

/** Takes out rows that are the same update again. Answers them with the line of the one that stays. */
export function withoutDoubles(rows: readonly LogRow[]): { rows: LogRow[]; doubles: { line: number; of: number }[] } {
  const first = new Map<string, LogRow>()
  const doubles: { line: number; of: number }[] = []
  for (const row of rows) {
    const content = contentOf(row)
    const known = first.get(content)
    if (known === undefined) first.set(content, row)
    else doubles.push({ line: row.line, of: known.line })
  }
  return { rows: [...first.values()], doubles }
}

const idOf = (row: LogRow) => fingerprint(contentOf(row))

/** What is new of an incident. Null where there is nothing. */
export function planFor(incident: Incident, known: Memory | null, how: How): Plan | null {
  const ordered = inOrder(incident.rows)
  const ids = ordered.map(idOf)
  const raised = raisedBy(incident, ordered, how)
  if (known === null) {
    const walked = ordered.reduce((walk, row) => stepOn(walk, row, how), begin(raised.fields, raised.at, raised.first, how))
    return { ...outcome(walked, ids, how), raised }
  }
  const seen = new Set(known.rows)
  const lastSeen = ids.findLastIndex((id) => seen.has(id))
  const fresh = ordered.flatMap((row, at) =>
    seen.has(ids[at] ?? "") ? [] : [{ row, isLate: at < lastSeen || (seen.size > 0 && isEarlier(row, known)) }],
  )
  if (fresh.length === 0) return null
  const start: Walk = { ...known, isNew: false, steps: [], row: {} }
  const walked = fresh.reduce((walk, { row, isLate }) => (isLate ? late(walk, row) : stepOn(walk, row, how)), start)
  return { ...outcome(walked, [...new Set([...known.rows, ...ids])], how), raised }
}

/** How it began. Of an incident all of whose rows are wrong, whatever can be read of them is better than no ticket. */
function raisedBy({ wrong }: Incident, ordered: readonly LogRow[], { now }: How): Plan["raised"] {
  const readable = wrong.map(({ row }) => row).filter((row) => Object.keys(row).length > 0)
  const first: Partial<LogRow> = ordered[0] ?? readable[0] ?? {}
  const opened = [...ordered, ...readable].find(({ openedAt }) => openedAt)?.openedAt
  const at = opened ?? first.at ?? first.resolvedAt ?? first.closedAt ?? now
  return { at, by: first.openedBy ?? first.by ?? null, fields: fieldsAfter(first, null), first }
}

/** On the way through the rows: where the log stands, and what has to be told of it. */
type Walk = Omit<Memory, "rows"> & { isNew: boolean; steps: LogStep[]; row: Partial<LogRow> }

const begin = (fields: LogFields, at: Iso, row: Partial<LogRow>, how: How): Walk => ({
  isNew: true,
  last: fields,
  row,
  steps: [],
  modCount: 0,
  at,
  ...since({ resolvedSince: null, endedSince: null }, fields, at, how),
})

function stepOn(walk: Walk, row: LogRow, how: How): Walk {
  const before = walk.last
  const after = fieldsAfter(row, before)
  const { line, at, by, modCount } = row
  walk.steps.push({ line, at, by, before, after, note: noteOf(row, before, after, walk.isNew && walk.steps.length === 0, how) })
  return { ...walk, row, last: after, modCount, at, ...since(walk, after, at, how) }
}

/** What has happened since cannot be told anew, so an update that comes too late is told as what it was, and changes nothing. */
function late(walk: Walk, row: LogRow): Walk {
  const said = [row.state, row.team, row.assignee].filter(Boolean).join(", ")
  const note = `An earlier update, imported later${said === "" ? "" : `: ${said}`}`
  walk.steps.push({ line: row.line, at: row.at, by: row.by, before: walk.last, after: walk.last, note })
  return walk
}

function noteOf(row: LogRow, before: LogFields, after: LogFields, isFirst: boolean, how: How): string | null {
  const original = (isFirst || before.state !== after.state) && how.keeps(after.state) ? [`State in ServiceNow: ${after.state}`] : []
  const unread = row.notes.length > 0 ? [`In the log: ${row.notes.join("; ")}`] : []
  return [...original, ...detailChanges(before.details, after.details), ...unread].join("\n") || null
}

const isEnd = (category: StatusCategory) => category === "done" || category === "cancelled"
const isResolved = (category: StatusCategory, kind: ProjectKind) => category === "done" || (category === "review" && kind === "desk")

/** Since when it has been resolved and ended, as long as it is. */
function since(before: Pick<Memory, "resolvedSince" | "endedSince">, { state }: LogFields, at: Iso, { status, kind }: How) {
  const { category } = status(state)
  return {
    resolvedSince: isResolved(category, kind) ? (before.resolvedSince ?? at) : null,
    endedSince: isEnd(category) ? (before.endedSince ?? at) : null,
  }
}

/** When it was resolved and closed is what the log says of it, else when it came there. */
function outcome(walk: Walk, rows: string[], { status, kind }: How): Omit<Plan, "raised"> {
  const { steps, row, last, modCount, at, resolvedSince, endedSince } = walk
  const { category } = status(last.state)
  const saysClosed = isEnd(categoryOf(last.state)) ? row.closedAt : null
  return {
    steps,
    resolvedAt: isResolved(category, kind) ? (row.resolvedAt ?? resolvedSince) : null,
    closedAt: isEnd(category) ? (saysClosed ?? endedSince) : null,
    memory: { rows, last, modCount, at, resolvedSince, endedSince },
  }
}
