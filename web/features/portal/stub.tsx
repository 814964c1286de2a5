// The stub of a slip: where the request was raised over its number, and the tear line.
import type { CSSProperties } from "react"
import { cx } from "../../ui/cx.ts"

export function Stub({ ticketKey, tinted = false, large = false }: { ticketKey: string; tinted?: boolean; large?: boolean }) {
  const cut = ticketKey.lastIndexOf("-")
  const tear: CSSProperties & { "--tear"?: string; "--tear-step": string } = {
    "--tear-step": "7px",
    ...(tinted ? { "--tear": "color-mix(in oklch, var(--accent) 40%, transparent)" } : {}),
  }
  return (
    <span className={cx("relative grid h-full content-center justify-items-center leading-[1.25] text-muted", large ? "px-2" : "")}>
      <span className="sr-only">{ticketKey}</span>
      <small aria-hidden="true" className={cx("text-faint", large ? "text-12" : "text-11")}>
        {ticketKey.slice(0, Math.max(0, cut))}
      </small>
      <b aria-hidden="true" className={cx("font-medium tabular-nums", large ? "text-17 text-text" : "text-14")}>
        {ticketKey.slice(cut + 1)}
      </b>
      <i aria-hidden="true" style={tear} className="absolute inset-y-2 right-0 w-[3px] perforated" />
    </span>
  )
}
