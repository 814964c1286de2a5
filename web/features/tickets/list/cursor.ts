// Where the keyboard is in a list and what is selected. Pure: the list hands in the order of its rows.
export type Cursor = {
  /** The row that has the focus or would get it. */
  current: string | null
  /** Where a range began. */
  anchor: string | null
  selected: ReadonlySet<string>
}

export const start: Cursor = { current: null, anchor: null, selected: new Set() }

const at = (order: readonly string[], id: string | null): number => (id === null ? -1 : order.indexOf(id))

/** One row further (or `by` rows). With `extend` the selection grows to there and shrinks again on the way back. */
export function step(cursor: Cursor, order: readonly string[], by: number, extend = false): Cursor {
  if (order.length === 0) return cursor
  const here = at(order, cursor.current)
  const there = here < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, here + by))
  const current = order[there] ?? null
  if (!extend || here < 0) return { ...cursor, current, anchor: extend ? current : null }
  return { ...stretch({ ...cursor, anchor: cursor.anchor ?? cursor.current }, order, there), current }
}

/** To a named row. */
export const goTo = (cursor: Cursor, id: string): Cursor => ({ ...cursor, current: id, anchor: null })

export function toEnd(cursor: Cursor, order: readonly string[], end: "first" | "last"): Cursor {
  const id = end === "first" ? order[0] : order.at(-1)
  return id === undefined ? cursor : goTo(cursor, id)
}

/** The range from anchor to a row replaces the range that ended at the current one. */
function stretch(cursor: Cursor, order: readonly string[], there: number): Cursor {
  const from = at(order, cursor.anchor)
  const selected = new Set(cursor.selected)
  const range = (a: number, b: number) => order.slice(Math.min(a, b), Math.max(a, b) + 1)
  for (const id of range(from, at(order, cursor.current))) selected.delete(id)
  for (const id of range(from, there)) selected.add(id)
  return { ...cursor, selected }
}

/** Selects a row or lets it go. With `range` everything since the last one selected comes too. */
export function toggle(cursor: Cursor, order: readonly string[], id: string, range = false): Cursor {
  const there = at(order, id)
  if (there < 0) return cursor
  const selected = new Set(cursor.selected)
  const from = at(order, cursor.anchor ?? cursor.current)
  if (range && from >= 0) {
    for (const each of order.slice(Math.min(from, there), Math.max(from, there) + 1)) selected.add(each)
  } else if (!selected.delete(id)) selected.add(id)
  return { current: id, anchor: id, selected }
}

export const selectAll = (cursor: Cursor, order: readonly string[]): Cursor => ({ ...cursor, selected: new Set(order) })
export const clear = (cursor: Cursor): Cursor => ({ ...cursor, anchor: null, selected: new Set() })

/** After the rows changed: what has gone is no longer selected, and the place stays where it was. */
export function settle(cursor: Cursor, before: readonly string[], now: readonly string[]): Cursor {
  const there = new Set(now)
  const lost = cursor.current !== null && !there.has(cursor.current)
  const keeps = [...cursor.selected].every((id) => there.has(id))
  if (!lost && keeps) return cursor
  const place = Math.max(0, at(before, cursor.current))
  return {
    current: lost ? (now[Math.min(place, now.length - 1)] ?? null) : cursor.current,
    anchor: cursor.anchor !== null && there.has(cursor.anchor) ? cursor.anchor : null,
    selected: keeps ? cursor.selected : new Set([...cursor.selected].filter((id) => there.has(id))),
  }
}

/** What a command acts on: the selection in the order of the rows, else the current row. */
export function targets(cursor: Cursor, order: readonly string[]): string[] {
  if (cursor.selected.size > 0) return order.filter((id) => cursor.selected.has(id))
  return cursor.current !== null && order.includes(cursor.current) ? [cursor.current] : []
}
