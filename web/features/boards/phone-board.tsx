// The board on a phone: one column per screen. The head is a picker of columns; swiping goes to the next one.
import { useEffect, useRef, useState } from "react"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { Picker } from "../../ui/picker.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { type BoardGridProps, heldCardOf, tabStopOf } from "./board-grid.tsx"
import { placeOf } from "./grid-moves.ts"
import { PhoneColumn } from "./phone-column.tsx"

export function PhoneBoard({ board, model, focus, scroller, onScroller, closed, onToggleLane }: BoardGridProps) {
  const { columns, feeds, choice } = board
  const visible = columns.filter((column) => model.shown.columns.includes(column.key))
  const [current, setCurrent] = useState(visible[0]?.key ?? "")
  const at = Math.max(
    0,
    visible.findIndex((column) => column.key === current),
  )
  const column = visible[at]
  const held = heldCardOf(model, focus)
  const tabStop = tabStopOf(model, focus, closed)
  const moving = useRef(false)

  const goTo = (key: string, smooth = true) => {
    const pane = scroller?.querySelector<HTMLElement>(`[data-column="${CSS.escape(key)}"]`)
    if (!pane || !scroller) return
    setCurrent(key)
    moving.current = smooth
    scroller.scrollTo({ left: pane.offsetLeft, behavior: smooth ? "smooth" : "instant" })
  }
  // A card that is moved takes the screen along.
  const heldColumn = model.hold ? placeOf(model.shown, model.hold.id)?.column : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the held card changes its column
  useEffect(() => {
    if (heldColumn && heldColumn !== current) goTo(heldColumn)
  }, [heldColumn])
  const scrolled = () => {
    const box = scroller
    if (!box) return
    const seen = visible[Math.round(Math.abs(box.scrollLeft) / box.clientWidth)]
    if (moving.current && seen?.key !== current) return
    moving.current = false
    if (seen && seen.key !== current) setCurrent(seen.key)
  }
  if (!column) return null
  const step = (by: number) => visible[at + by]
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center border-b border-border-soft px-1">
        <IconButton
          icon="left"
          size="touch"
          label={step(-1)?.name ?? t.boards.previous_column}
          disabled={!step(-1)}
          tooltip={false}
          onClick={() => goTo(step(-1)?.key ?? "")}
        />
        <Picker
          label={t.boards.display.columns}
          value={column.key}
          onChange={(key) => key && goTo(key)}
          align="center"
          options={visible.map((each) => ({
            value: each.key,
            label: each.name,
            note: model.countOf(each.key),
            icon: <StatusIcon category={each.category} decorative />,
          }))}
          trigger={
            <button type="button" className="flex h-touch min-w-0 flex-1 items-center justify-center gap-2 rounded-sm text-15 font-medium">
              <StatusIcon category={column.category} decorative />
              <span className="truncate">{column.name}</span>
              <span className="font-text text-faint tabular-nums">{model.countOf(column.key)}</span>
              <Icon name="down" size={14} className="text-faint" />
            </button>
          }
        />
        <IconButton
          icon="right"
          size="touch"
          label={step(1)?.name ?? t.boards.next_column}
          disabled={!step(1)}
          tooltip={false}
          onClick={() => goTo(step(1)?.key ?? "")}
        />
      </div>
      <div
        ref={onScroller}
        onScroll={scrolled}
        className="flex min-h-0 flex-1 snap-x snap-mandatory overflow-x-auto overflow-y-hidden overscroll-x-contain [scrollbar-width:none]"
      >
        {visible.map((each) => (
          <PhoneColumn
            key={each.key}
            column={each}
            feed={feeds.find((feed) => feed.key === each.key)}
            model={model}
            choice={choice}
            closed={closed}
            onToggleLane={onToggleLane}
            held={held}
            tabStop={tabStop}
          />
        ))}
      </div>
      <div aria-hidden="true" className="flex h-5 shrink-0 items-center justify-center gap-1.5 border-t border-border-soft paper-surface">
        {visible.map((each, index) => (
          <i
            key={each.key}
            className={index === at ? "size-1.5 rounded-full bg-text" : "size-1.5 rounded-full bg-border-control opacity-50"}
          />
        ))}
      </div>
    </div>
  )
}
