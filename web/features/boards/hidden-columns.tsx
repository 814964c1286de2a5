// Columns that are put away stand as strips at the right edge: they still take cards, and a click brings them back.
import { useRef } from "react"
import { cx } from "../../ui/cx.ts"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { VisuallyHidden } from "../../ui/visually-hidden.tsx"
import { t } from "../../words/words.ts"
import type { BoardColumn } from "./columns.ts"
import { useCellDrop } from "./use-cell-drop.ts"

type StripProps = { column: BoardColumn; count: string; refused: boolean; over: boolean; reason: string | undefined; onShow: () => void }
const none: readonly string[] = []

function Strip({ column, count, refused, over, reason, onShow }: StripProps) {
  const element = useRef<HTMLButtonElement>(null)
  useCellDrop(element, null, column.key, none)
  return (
    <button
      ref={element}
      type="button"
      title={reason}
      onClick={onShow}
      className={cx(
        "flex min-h-24 flex-1 items-center gap-2 rounded-xl px-2 py-3 text-muted paper-sunken [writing-mode:vertical-rl] hover:text-text",
        refused && "hatched text-faint",
        over && !refused && "bg-accent-tint text-accent-text outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <StatusIcon category={column.category} decorative />
      <VisuallyHidden>{t.boards.hidden.show}</VisuallyHidden>
      <span className="max-h-40 min-h-0 truncate font-medium">{column.name}</span>
      <span className="text-faint tabular-nums">{count}</span>
    </button>
  )
}

export type HiddenColumnsProps = {
  columns: readonly BoardColumn[]
  countOf: (column: string) => string
  /** Why the dragged card may not go there; undefined where it may, or nothing is dragged. */
  reasonOf: (column: string) => string | undefined
  over: string | null
  onShow: (column: string) => void
}

export function HiddenColumns({ columns, countOf, reasonOf, over, onShow }: HiddenColumnsProps) {
  if (columns.length === 0) return null
  return (
    <section
      aria-label={t.boards.hidden.title}
      className="flex w-14 shrink-0 flex-col gap-2 overflow-y-auto border-l border-border-soft px-2.5 py-3"
    >
      {columns.map((column) => (
        <Strip
          key={column.key}
          column={column}
          count={countOf(column.key)}
          refused={reasonOf(column.key) !== undefined}
          reason={reasonOf(column.key)}
          over={over === column.key}
          onShow={() => onShow(column.key)}
        />
      ))}
    </section>
  )
}
