// The head of a group of rows: caret, state icon, name in the state's colour, count, and what the group means at the right.
import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { Icon } from "./icon.tsx"

export type GroupHeadProps = {
  name: ReactNode
  icon?: ReactNode
  count?: number | string
  hint?: ReactNode
  tone?: "plain" | "breached" | "approaching"
  open: boolean
  /** Without it the group cannot be folded. */
  onToggle?: () => void
  /** Puts the button into a list or grid of one's own making. */
  id?: string
}

const tones = { plain: "text-text", breached: "text-sla-breached", approaching: "text-sla-approaching" }

export function GroupHead({ name, icon, count, hint, tone = "plain", open, onToggle, id }: GroupHeadProps) {
  const look =
    "flex h-[34px] w-full items-center gap-2 border-b border-border-soft pr-4 pl-5 text-left font-medium paper-head not-first:border-t max-md:h-9 max-md:px-4 max-md:text-14"
  const face = (
    <>
      {onToggle && <Icon name={open ? "down" : "right"} size={12} className="-mr-0.5 text-faint" />}
      <span className={cx("flex min-w-0 items-center gap-2 *:[svg]:size-3.5", tones[tone])}>
        {icon}
        <span className="truncate">{name}</span>
      </span>
      {count !== undefined && <span className="font-text text-faint tabular-nums">{count}</span>}
      {hint && <span className="ml-auto truncate pl-4 text-12 font-text text-faint max-md:hidden">{hint}</span>}
    </>
  )
  if (!onToggle) {
    return (
      <div id={id} className={look}>
        {face}
      </div>
    )
  }
  return (
    <button id={id} type="button" aria-expanded={open} onClick={onToggle} className={cx(look, "focus-visible:-outline-offset-2")}>
      {face}
    </button>
  )
}
