// Where cards go on a laid-out board: a card taken out and put in elsewhere, its new neighbours, and where the arrows lead. Pure.
import { cellKey, cellOf, type Grid } from "./lanes.ts"

/** A card's place; `index` counts the other cards of the cell that lie above it. */
export type Place = { lane: string; column: string; index: number }
export type Direction = "up" | "down" | "left" | "right"

export function placeOf(grid: Grid, id: string): Place | null {
  for (const lane of grid.lanes) {
    for (const column of grid.columns) {
      const index = cellOf(grid, lane.id, column).indexOf(id)
      if (index >= 0) return { lane: lane.id, column, index }
    }
  }
  return null
}

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.lane === b.lane && a.column === b.column && a.index === b.index)

/** The board as it looks with the card at this place. */
export function withCardAt(grid: Grid, id: string, to: Place): Grid {
  const from = placeOf(grid, id)
  if (samePlace(from, to)) return grid
  const cells = new Map(grid.cells)
  if (from) {
    const key = cellKey(from.lane, from.column)
    cells.set(
      key,
      (cells.get(key) ?? []).filter((each) => each !== id),
    )
  }
  const key = cellKey(to.lane, to.column)
  cells.set(key, (cells.get(key) ?? []).toSpliced(to.index, 0, id))
  return { ...grid, cells }
}

export type Neighbours = { beforeId: string | null; afterId: string | null }

/** Whom the card comes to lie between; both null in an empty cell, where its rank may stay as it is. */
export function neighboursAt(grid: Grid, id: string, to: Place): Neighbours {
  const others = cellOf(grid, to.lane, to.column).filter((each) => each !== id)
  const index = Math.min(to.index, others.length)
  return { beforeId: others[index - 1] ?? null, afterId: others[index] ?? null }
}

/** How many cards of the column lie above, over all lanes, and how many there are: "position 2 of 9". */
export function positionOf(grid: Grid, id: string): { position: number; of: number } | null {
  const place = placeOf(grid, id)
  if (!place) return null
  const column = grid.lanes.flatMap((lane) => cellOf(grid, lane.id, place.column))
  return { position: column.indexOf(id) + 1, of: column.length }
}

/** The card an arrow leads to from this one; null where there is none. `closed` lanes are passed over. */
export function nextCard(grid: Grid, id: string | null, direction: Direction, closed: ReadonlySet<string>): string | null {
  const open = grid.lanes.filter((lane) => !closed.has(lane.id))
  const at = id === null ? null : placeOf(grid, id)
  if (!at || closed.has(at.lane)) return open.flatMap((lane) => grid.columns.flatMap((column) => cellOf(grid, lane.id, column)))[0] ?? null
  if (direction === "up" || direction === "down") {
    const column = open.flatMap((lane) => cellOf(grid, lane.id, at.column))
    return column[column.indexOf(id ?? "") + (direction === "up" ? -1 : 1)] ?? null
  }
  const step = direction === "left" ? -1 : 1
  for (let to = grid.columns.indexOf(at.column) + step; to >= 0 && to < grid.columns.length; to += step) {
    const cell = cellOf(grid, at.lane, grid.columns[to] ?? "")
    if (cell.length > 0) return cell[Math.min(at.index, cell.length - 1)] ?? null
  }
  return null
}

/** First or last card of the card's column. */
export function endOfColumn(grid: Grid, id: string, end: "first" | "last", closed: ReadonlySet<string>): string | null {
  const at = placeOf(grid, id)
  if (!at) return null
  const column = grid.lanes.filter((lane) => !closed.has(lane.id)).flatMap((lane) => cellOf(grid, lane.id, at.column))
  return (end === "first" ? column[0] : column.at(-1)) ?? null
}

/**
 * The next place of a card that is carried by the keyboard. Up and down walk on into the next open lane; left and right pass over columns
 * that refuse it (`skipped` says which, so that the reason can be said). Null `to`: it cannot go further.
 */
export function carry(
  grid: Grid,
  id: string,
  at: Place,
  direction: Direction,
  accepts: (column: string) => boolean,
  closed: ReadonlySet<string>,
): { to: Place | null; skipped: string[] } {
  const others = (lane: string, column: string) => cellOf(grid, lane, column).filter((each) => each !== id)
  if (direction === "left" || direction === "right") {
    const step = direction === "left" ? -1 : 1
    const skipped: string[] = []
    for (let next = grid.columns.indexOf(at.column) + step; next >= 0 && next < grid.columns.length; next += step) {
      const column = grid.columns[next] ?? ""
      if (accepts(column)) return { to: { lane: at.lane, column, index: Math.min(at.index, others(at.lane, column).length) }, skipped }
      skipped.push(column)
    }
    return { to: null, skipped }
  }
  const index = at.index + (direction === "up" ? -1 : 1)
  if (index >= 0 && index <= others(at.lane, at.column).length) return { to: { ...at, index }, skipped: [] }
  const open = grid.lanes.filter((lane) => !closed.has(lane.id) || lane.id === at.lane)
  const lane = open[open.findIndex((each) => each.id === at.lane) + (direction === "up" ? -1 : 1)]
  if (!lane) return { to: null, skipped: [] }
  return { to: { lane: lane.id, column: at.column, index: direction === "up" ? others(lane.id, at.column).length : 0 }, skipped: [] }
}
