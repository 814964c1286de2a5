// Stands where content will be, in its real geometry, and only after 180 ms: most answers come sooner and nothing flickers.
import { type ReactNode, useEffect, useState } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"

/** False for the first moments, then true. */
export function useDelayed(milliseconds = 180): boolean {
  const [past, setPast] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return past
}

/** One bar, or a disc with `round`; give it a width and, where it is not text, a height. */
export function Skeleton({ round = false, className }: { round?: boolean; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block shrink-0 animate-breath bg-chart-rest/60", round ? "rounded-full" : "rounded-xs", className ?? "h-2.5 w-24")}
    />
  )
}

/** Wrap a whole placeholder: waits, then announces once that something loads. */
export function Loading({ children, label = t.ui.loading }: { children: ReactNode; label?: string }) {
  const late = useDelayed()
  if (!late) return null
  return (
    <div role="status" aria-label={label} className="animate-fade-in">
      {children}
    </div>
  )
}

const widths = ["w-[46%]", "w-[62%]", "w-[38%]", "w-[54%]", "w-[30%]", "w-[58%]"]

/** Rows of a ticket list. */
export function SkeletonRows({ count = 12 }: { count?: number }) {
  return (
    <Loading>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={at} className="flex h-row items-center gap-3 px-5">
          <Skeleton className="h-2.5 w-16" />
          <Skeleton round className="size-3.5" />
          <Skeleton className="h-2.5 w-[70px] max-md:hidden" />
          <span className="min-w-0 flex-1">
            <Skeleton className={cx("h-2.5", widths[at % widths.length])} />
          </span>
          <Skeleton round className="size-5" />
        </div>
      ))}
    </Loading>
  )
}
