// A list and, beside it, the open ticket. Below 1180 the peek lies over the list, below 768 it is the page. Not modal: the list stays usable.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react"
import { cx } from "../ui/cx.ts"
import { t } from "../words/words.ts"

const least = 440
const most = 720
const stored = "docket.peek-width"

function initialWidth(): number {
  try {
    const width = Number(localStorage.getItem(stored))
    return width >= least && width <= most ? width : 520
  } catch {
    return 520
  }
}

/** `peek` is the open ticket or null; `peekLabel` its key. */
export function SplitView({ children, peek, peekLabel }: { children: ReactNode; peek: ReactNode; peekLabel?: string }) {
  const [width, setWidth] = useState(initialWidth)
  const aside = useRef<HTMLElement>(null)
  const keep = (next: number) => {
    const clamped = Math.round(Math.min(most, Math.max(least, next)))
    setWidth(clamped)
    try {
      localStorage.setItem(stored, String(clamped))
    } catch {
      // Kept for this page only.
    }
  }
  const style: CSSProperties & { "--peek": string } = { "--peek": `${width}px` }
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">{children}</div>
      {peek && (
        <aside
          ref={aside}
          aria-label={peekLabel}
          style={style}
          className={cx(
            "z-10 flex min-h-0 w-(--peek) shrink-0 animate-peek-in flex-col border-l border-border paper-raised edge-peek",
            "max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:max-w-[calc(100%-48px)]",
            "max-md:fixed max-md:inset-0 max-md:w-full max-md:max-w-none max-md:border-0",
          )}
        >
          <Divider width={width} onWidth={keep} edge={() => aside.current?.getBoundingClientRect().right ?? window.innerWidth} />
          {peek}
        </aside>
      )}
    </div>
  )
}

function Divider({ width, onWidth, edge }: { width: number; onWidth: (width: number) => void; edge: () => number }) {
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(edge() - event.clientX)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") onWidth(width + 20)
    else if (event.key === "ArrowRight") onWidth(width - 20)
    else if (event.key === "Home") onWidth(most)
    else if (event.key === "End") onWidth(least)
    else return
    event.preventDefault()
  }
  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t.shell.peek_width}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={keyDown}
      onDoubleClick={() => onWidth(520)}
      className="absolute inset-y-0 -left-1 z-10 h-auto w-2 cursor-col-resize touch-none border-0 hover:bg-focus/25 focus-visible:bg-focus/40 focus-visible:outline-none max-md:hidden"
    />
  )
}
