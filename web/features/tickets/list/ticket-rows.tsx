// The rows themselves: only those near the window are drawn, thousands cost what thirty cost. One stop of the Tab key; the focus lies on the row.
import { type Range, useVirtualizer } from "@tanstack/react-virtual"
import {
  type CSSProperties,
  type Dispatch,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type SetStateAction,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react"
import { useDensity } from "../../../theme.ts"
import { useMedia } from "../../../ui/media.ts"
import { t } from "../../../words/words.ts"
import { type Cursor, goTo, step, toEnd } from "./cursor.ts"
import { drawnRange, headAbove } from "./drawn-range.ts"
import type { Item } from "./grouping.ts"
import type { RowActions } from "./ticket-row.tsx"
import { type RowsLook, VirtualRow } from "./virtual-row.tsx"

export type RowsHandle = { focus: (id: string) => void; reveal: (id: string) => void; element: (id: string) => HTMLElement | null }
export type RowsProps = {
  ref: Ref<RowsHandle>
  rows: readonly Item[]
  order: readonly string[]
  total: number
  cursor: Cursor
  onCursor: Dispatch<SetStateAction<Cursor>>
  onEnd: () => void
  touched: ReadonlySet<string>
  look: RowsLook
  actions: RowActions
  onToggle: (group: string) => void
  /** Room below the last row: for the bulk bar, or for what is still loading. */
  footer: ReactNode
  keyWidth: number
}

export function TicketRows(props: RowsProps) {
  const { ref, rows, order, total, cursor, onCursor, onEnd, touched, look, actions, onToggle, footer, keyWidth } = props
  const { phone } = look
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const [density] = useDensity()
  const coarse = useMedia("(pointer: coarse)")
  const rowHeight = phone ? 84 : coarse ? 52 : density === "comfortable" ? 44 : 36
  const heads = useMemo(() => rows.flatMap((row, at) => (row.kind === "group" ? [at] : [])), [rows])
  const at = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const current = cursor.current === null ? undefined : at.get(cursor.current)
  const sticky = useRef(-1)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === "group" ? (phone ? 36 : 34) : rowHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: heads.length > 0 ? 36 : 0,
    scrollPaddingEnd: 8,
    rangeExtractor: useCallback(
      (range: Range) => {
        sticky.current = headAbove(heads, range.startIndex)
        return drawnRange(range, [sticky.current, current])
      },
      [heads, current],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when rows become higher
  useEffect(() => virtual.measure(), [rowHeight])

  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - 12) onEnd()
  }, [last, rows.length, onEnd])

  const element = useCallback((id: string) => scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null, [])
  useEffect(() => {
    const id = wanted.current
    if (id === null) return
    const index = at.get(id)
    if (index !== undefined) virtual.scrollToIndex(index, { align: "auto" })
    const row = element(id)
    if (row === null) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  useImperativeHandle(
    ref,
    () => ({
      element,
      focus: (id) => {
        wanted.current = id
        const index = at.get(id)
        if (index !== undefined) virtual.scrollToIndex(index, { align: "auto" })
        element(id)?.focus({ preventScroll: true })
      },
      reveal: (id) => {
        const index = at.get(id)
        if (index !== undefined) virtual.scrollToIndex(index, { align: "auto" })
      },
    }),
    [element, at, virtual],
  )

  const walk = (next: Cursor) => {
    wanted.current = next.current
    onCursor(next)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined || event.metaKey || event.ctrlKey || event.altKey)
      return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    if (event.key === "Home") walk(toEnd(cursor, order, "first"))
    else if (event.key === "End") walk(toEnd(cursor, order, "last"))
    else if (event.key === "PageDown") walk(step(cursor, order, page))
    else if (event.key === "PageUp") walk(step(cursor, order, -page))
    else return
    event.preventDefault()
  }
  const style: CSSProperties & { "--key": string } = { "--key": `${keyWidth}px` }
  const stop = cursor.current ?? order[0]

  return (
    <div ref={scroller} style={style} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
      <div
        id="list"
        role="grid"
        aria-label={t.tickets.list.label}
        aria-rowcount={total}
        aria-multiselectable="true"
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target !== event.currentTarget) return
          if (stop !== undefined) walk(goTo(cursor, stop))
        }}
        onKeyDown={keyDown}
        className="relative w-full outline-none"
        style={{ height: virtual.getTotalSize() }}
      >
        {drawn.map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <VirtualRow
                key={row.key}
                row={row}
                index={item.index}
                start={item.start}
                stuck={item.index === sticky.current}
                stop={row.key === stop}
                current={row.key === cursor.current}
                selected={cursor.selected.has(row.key)}
                selecting={cursor.selected.size > 0}
                touched={touched.has(row.key)}
                look={look}
                actions={actions}
                onToggle={onToggle}
                onCursor={onCursor}
                measure={virtual.measureElement}
              />
            )
          )
        })}
      </div>
      {footer}
    </div>
  )
}
