// Four kinds of nothing: first use, filtered to nothing, done, and not allowed or gone wrong. At most two sentences,
// one primary and one default action (both size "form").
import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"
import { StubPile } from "./stub-pile.tsx"

export type EmptyKind = "first-use" | "filtered" | "done" | "error"
const icons: Record<EmptyKind, IconName> = { "first-use": "plus", filtered: "search", done: "check", error: "warn" }

export type EmptyStateProps = {
  kind: EmptyKind
  icon?: IconName
  title: string
  children?: ReactNode
  /** The filters that found nothing, as PillText. */
  pills?: ReactNode
  actions?: ReactNode
  className?: string
}

export function EmptyState({ kind, icon, title, children, pills, actions, className }: EmptyStateProps) {
  return (
    <div className={cx("mx-auto grid max-w-[400px] justify-items-center gap-1.5 px-4 py-8 text-center", className)}>
      {kind === "done" ? (
        <StubPile />
      ) : (
        <span
          className={cx("grid size-11 place-items-center rounded-lg bg-sunken edge-soft", kind === "error" ? "text-danger" : "text-muted")}
        >
          <Icon name={icon ?? icons[kind]} />
        </span>
      )}
      <h2 className="mt-1.5 text-17 font-strong tracking-[-0.008em] text-balance">{title}</h2>
      {pills && <div className="my-1 flex flex-wrap justify-center gap-1.5">{pills}</div>}
      {children && <p className="text-14 leading-[1.5] text-balance text-muted">{children}</p>}
      {actions && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
