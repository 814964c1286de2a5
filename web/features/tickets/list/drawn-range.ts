// Which rows are drawn: those near the window, the head above them, and the row that has the focus wherever it is.

/** The last head at or above a row; -1 where there is none. */
export function headAbove(heads: readonly number[], index: number): number {
  let found = -1
  for (const head of heads) {
    if (head > index) break
    found = head
  }
  return found
}

type Range = { startIndex: number; endIndex: number; overscan: number; count: number }

export function drawnRange(range: Range, also: readonly (number | undefined)[]): number[] {
  const from = Math.max(0, range.startIndex - range.overscan)
  const to = Math.min(range.count - 1, range.endIndex + range.overscan)
  const drawn = new Set<number>()
  for (let index = from; index <= to; index += 1) drawn.add(index)
  for (const index of also) if (index !== undefined && index >= 0 && index < range.count) drawn.add(index)
  return [...drawn].sort((a, b) => a - b)
}
