// The cards of one cell. A long column draws only those in sight, and always the one that is held or has the focus, so that neither is lost.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual"
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { useBoardTools } from "./board-tools.ts"

const gap = 8
/** Up to here a cell among many draws all of its cards. */
export const fewCards = 30

export type CellCardsProps = {
  cell: string
  label: string
  ids: readonly string[]
  /** Drawn wherever they are. */
  kept: readonly (string | null)[]
  /** What the column scrolls in; null until it is there. */
  scroller: HTMLElement | null
  card: (id: string) => ReactNode
  /** A card would come to lie before this one. */
  dropIndex: number | null
  many: boolean
}

/** `many` decides once for a cell how its cards are drawn. */
export function CellCards(props: CellCardsProps) {
  return props.many ? <ManyCards {...props} /> : <FewCards {...props} />
}

function DropLine() {
  return <i aria-hidden="true" className="pointer-events-none absolute inset-x-0 -top-[5px] z-3 h-0.5 rounded-full bg-accent" />
}

function FewCards({ cell, label, ids, card, dropIndex }: CellCardsProps) {
  const { registerCell } = useBoardTools()
  useEffect(() => registerCell(cell, () => undefined), [cell, registerCell])
  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {ids.map((id, at) => (
        <li key={id} className="relative">
          {dropIndex === at && <DropLine />}
          {card(id)}
          {dropIndex === ids.length && at === ids.length - 1 && <EndLine />}
        </li>
      ))}
      {ids.length === 0 && dropIndex !== null && (
        <li aria-hidden="true" className="relative">
          <DropLine />
        </li>
      )}
    </ol>
  )
}

function EndLine() {
  return <i aria-hidden="true" className="pointer-events-none absolute inset-x-0 -bottom-[5px] z-3 h-0.5 rounded-full bg-accent" />
}

function ManyCards({ cell, label, ids, kept, scroller, card, dropIndex }: CellCardsProps) {
  const { registerCell } = useBoardTools()
  const list = useRef<HTMLOListElement>(null)
  const [margin, setMargin] = useState(0)
  const keptAt = kept.map((id) => (id === null ? -1 : ids.indexOf(id))).filter((at) => at >= 0)
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
    count: ids.length,
    getScrollElement: () => scroller,
    getItemKey: (at) => ids[at] ?? at,
    estimateSize: () => 100,
    gap,
    overscan: 6,
    scrollMargin: margin,
    rangeExtractor,
  })
  useEffect(() => registerCell(cell, (index) => virtual.scrollToIndex(index, { align: "center" })), [cell, registerCell, virtual])
  // Where the list begins inside of what scrolls; lanes above it may have grown.
  useLayoutEffect(() => {
    if (!list.current || !scroller) return
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
    if (Math.abs(top - margin) > 1) setMargin(top)
  })
  const items = virtual.getVirtualItems()
  return (
    <ol ref={list} aria-label={label} style={{ height: virtual.getTotalSize() }} className="relative">
      {items.map((item) => {
        const id = ids[item.index]
        if (id === undefined) return null
        return (
          <li
            key={id}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={ids.length}
            aria-posinset={item.index + 1}
            style={{ top: item.start - margin }}
            className="absolute inset-x-0"
          >
            {dropIndex === item.index && <DropLine />}
            {card(id)}
            {dropIndex === ids.length && item.index === ids.length - 1 && <EndLine />}
          </li>
        )
      })}
      {ids.length === 0 && dropIndex !== null && (
        <li aria-hidden="true" className="relative">
          <DropLine />
        </li>
      )}
    </ol>
  )
}
