/**
 * The order of one incident's rows. Three witnesses say it: the count of its updates, their times, and where they stand in the file. Where
 * one of them is wrong, as happens in such logs, the other two agree, so each row goes to the middle one of its three places. A file that
 * is not sorted is no witness; then the times decide, by which the history is read.
 */
type Placed = { modCount: number; at: string; line: number }

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byCount = (a: Placed, b: Placed) => a.modCount - b.modCount || byText(a.at, b.at) || a.line - b.line
const byTime = (a: Placed, b: Placed) => byText(a.at, b.at) || a.modCount - b.modCount || a.line - b.line
const byLine = (a: Placed, b: Placed) => a.line - b.line

export function inOrder<T extends Placed>(rows: readonly T[]): T[] {
  const counted = [...rows].sort(byCount)
  const timed = [...rows].sort(byTime)
  if (counted.every((row, at) => row === timed[at])) return counted
  const listed = [...rows].sort(byLine)
  if (!isSorted(listed)) return timed
  const places = [counted, timed, listed].map((list) => new Map(list.map((row, at) => [row, at])))
  const middle = new Map(rows.map((row) => [row, places.map((of) => of.get(row) ?? 0).sort((a, b) => a - b)[1] ?? 0]))
  return counted.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || byCount(a, b))
}

/** Mostly: of three neighbours in the file at least two follow each other in time. */
function isSorted(listed: readonly Placed[]): boolean {
  const follows = listed.filter((row, at) => at > 0 && row.at >= (listed[at - 1]?.at ?? "")).length
  return follows * 3 >= (listed.length - 1) * 2
}

/** Did this happen before that, by count and by time alike? */
export const isEarlier = (a: Omit<Placed, "line">, b: Omit<Placed, "line">): boolean => a.modCount <= b.modCount && a.at < b.at
