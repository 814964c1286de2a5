// How fast a board scrolls while a card is held near its edge. Pure.
const reach = 72
const fastest = 22

/** Pixels per frame along one axis: negative towards the start, 0 away from the edges. Faster the nearer, and beyond the edge at full speed. */
export function edgeSpeed(pointer: number, start: number, end: number): number {
  const zone = Math.min(reach, (end - start) / 4)
  const near = (distance: number) => Math.ceil(fastest * Math.min(1, Math.max(0, (zone - distance) / zone)) ** 2)
  return near(end - pointer) - near(pointer - start)
}
