// Where in a cell the pointer is. Pure.
/** How many of the other cards lie above the pointer. Cards that are not drawn, far above or below, count by the order of `ids`. */
export function indexAt(
  boxes: readonly { id: string; middle: number }[],
  pointer: number,
  ids: readonly string[],
  dragged: string,
): number {
  const others = ids.filter((id) => id !== dragged)
  const drawn = boxes.filter((box) => box.id !== dragged).sort((a, b) => a.middle - b.middle)
  const above = drawn.findLast((box) => box.middle <= pointer)
  if (above) return others.indexOf(above.id) + 1
  const below = drawn[0]
  return below ? Math.max(0, others.indexOf(below.id)) : 0
}
