// Keeps what has not changed identical from one layout of the board to the next, so that only the cells that did change render. Pure.
import type { Grid, Lane } from "./lanes.ts"

const same = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])

function sameLane(a: Lane, b: Lane): boolean {
  if (a.id !== b.id || a.kind !== b.kind) return false
  if (a.kind === "ticket" && b.kind === "ticket") return a.ticket === b.ticket
  return a.kind !== "person" || b.kind !== "person" || a.person.name === b.person.name
}

export function steady(before: Grid | null, now: Grid): Grid {
  if (!before) return now
  const lanes = now.lanes.map((lane) => before.lanes.find((each) => sameLane(each, lane)) ?? lane)
  const cells = new Map(
    [...now.cells].map(([key, ids]) => {
      const old = before.cells.get(key)
      return [key, old && same(old, ids) ? old : ids] as const
    }),
  )
  const unchanged =
    same(lanes, before.lanes) &&
    same(now.columns, before.columns) &&
    cells.size === before.cells.size &&
    [...cells].every(([key, ids]) => before.cells.get(key) === ids)
  return unchanged ? before : { lanes, columns: now.columns, cells }
}
