// Under the page bar: pills, "+ Filter", "Clear" from two pills on; display options at the right. Scrolls sideways on phones.
import type { ReactNode } from "react"
import { Button } from "../ui/button.tsx"
import { t } from "../words/words.ts"

export type FilterBarProps = {
  /** Pills. */
  children?: ReactNode
  /** The "+ Filter" button; usually a Picker's trigger. */
  add?: ReactNode
  /** How many pills there are: decides about "Clear". */
  count?: number
  onClear?: () => void
  /** Grouping, display. */
  options?: ReactNode
}

export function FilterBar({ children, add, count = 0, onClear, options }: FilterBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of pills, not a search form
    <div
      role="group"
      aria-label={t.shell.filters}
      className="flex min-h-11 shrink-0 items-center gap-1.5 border-b border-border-soft pr-4 pl-5 max-md:px-4"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 py-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:[scrollbar-width:none]">
        {children}
        {add}
        {count > 1 && onClear && (
          <Button variant="ghost" onClick={onClear}>
            {t.shell.clear_filters}
          </Button>
        )}
      </div>
      {options && <div className="flex shrink-0 items-center gap-1 max-md:hidden">{options}</div>}
    </div>
  )
}
