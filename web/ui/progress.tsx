// How much is done, as a short bar. The number stands beside it in words.
import type { CSSProperties } from "react"
import { cx } from "./cx.ts"

export function Progress({
  value,
  max = 100,
  label,
  tone = "done",
  className,
}: {
  value: number
  max?: number
  label: string
  tone?: "done" | "accent"
  className?: string
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const style: CSSProperties = { width: `${share * 100}%` }
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cx("inline-block h-1 overflow-hidden rounded-full bg-chart-rest", className ?? "w-[72px]")}
    >
      <i style={style} className={cx("block h-full", tone === "done" ? "bg-status-done" : "bg-accent")} />
    </span>
  )
}
