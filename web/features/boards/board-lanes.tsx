// The lanes of a board below its heads. Only lanes in sight are drawn, and the one that holds the held or focused card.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual"
import { type CSSProperties, type ReactNode, type RefObject, useCallback, useEffect } from "react"
import type { Lane } from "./lanes.ts"

export type BoardLanesProps = {
  lanes: readonly Lane[]
  closed: ReadonlySet<string>
  scroller: HTMLElement | null
  /** Lanes drawn wherever they are. */
  kept: readonly string[]
  revealLane: RefObject<(lane: string) => void>
  /** How many cards the fullest cell of a lane has: a first guess at its height. */
  tallest: (lane: Lane) => number
  head: (lane: Lane) => ReactNode
  cells: (lane: Lane, last: boolean) => ReactNode
}

const headHeight = 36

export function BoardLanes({ lanes, closed, scroller, kept, revealLane, tallest, head, cells }: BoardLanesProps) {
  const keptAt = kept.map((id) => lanes.findIndex((lane) => lane.id === id)).filter((at) => at >= 0)
  const keptKey = keptAt.join(" ")
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = new Set(defaultRangeExtractor(range))
      for (const at of keptKey.split(" ").filter(Boolean).map(Number)) wanted.add(at)
      return [...wanted].sort((a, b) => a - b)
    },
    [keptKey],
  )
  const virtual = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller,
    getItemKey: (at) => lanes[at]?.id ?? at,
    estimateSize: (at) => {
      const lane = lanes[at]
      return headHeight + (lane && !closed.has(lane.id) ? Math.min(40, tallest(lane)) * 100 + 16 : 0)
    },
    overscan: 1,
    rangeExtractor,
  })
  useEffect(() => {
    revealLane.current = (id) => {
      const at = lanes.findIndex((lane) => lane.id === id)
      if (at >= 0) virtual.scrollToIndex(at, { align: "start" })
    }
  }, [lanes, revealLane, virtual])
  const style: CSSProperties = { height: virtual.getTotalSize() }
  return (
    <div style={style} className="relative">
      {virtual.getVirtualItems().map((item) => {
        const lane = lanes[item.index]
        if (!lane) return null
        return (
          <div
            key={lane.id}
            ref={virtual.measureElement}
            data-index={item.index}
            style={{ top: item.start }}
            className="absolute inset-x-0"
          >
            {head(lane)}
            {!closed.has(lane.id) && cells(lane, item.index === lanes.length - 1)}
          </div>
        )
      })}
    </div>
  )
}
