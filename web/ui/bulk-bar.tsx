// What can be done with the selection. Lists keep 96 px free at the end so that no row hides behind it.
import type { ReactNode } from "react"
import { t } from "../words/words.ts"
import { OnFloor } from "./floor.tsx"
import { IconButton } from "./icon-button.tsx"

export const bulkBarSpace = "pb-24"

/** The children are ghost Buttons with icon and key. */
export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  return (
    <OnFloor>
      <div
        role="toolbar"
        aria-label={t.ui.selected(count)}
        className="flex max-w-full animate-menu-in items-center gap-0.5 overflow-x-auto rounded-lg p-1.5 paper-raised edge-modal [--from:4px]"
      >
        <span className="px-3 font-strong whitespace-nowrap tabular-nums">{t.ui.selected(count)}</span>
        <i aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-border" />
        {children}
        <i aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-border" />
        <IconButton icon="x" label={t.ui.clear_selection} keys="Escape" side="top" onClick={onClear} />
      </div>
    </OnFloor>
  )
}
