// The head of a page: where one is, its views, its one primary action. On phones it is two lines.
import type { ReactNode } from "react"
import { Icon } from "../ui/icon.tsx"
import { AppLink } from "../ui/link.tsx"
import { t } from "../words/words.ts"
import { DrawerButton } from "./app-shell.tsx"

export type PageBarProps = {
  title?: ReactNode
  /** Instead of the title: where this lies. The last one is the place itself. */
  crumbs?: { label: ReactNode; href?: string }[]
  /** Right after the title: a star, a copy button. */
  beside?: ReactNode
  /** ViewTabs. On phones they are a line of their own. */
  views?: ReactNode
  actions?: ReactNode
}

export function PageBar({ title, crumbs, beside, views, actions }: PageBarProps) {
  return (
    <header className="shrink-0 border-b border-border-soft">
      <div className="flex h-[calc(var(--h-bar)-1px)] items-center gap-2 pr-4 pl-5 max-lg:pl-3 max-md:h-14 max-md:pr-2 max-md:pl-4">
        <DrawerButton className="max-md:hidden" />
        {title && (
          <h1 className="min-w-0 truncate text-15 font-strong tracking-[-0.006em] whitespace-nowrap max-md:flex-1 max-md:text-20 max-md:tracking-[-0.011em]">
            {title}
          </h1>
        )}
        {crumbs && <Crumbs crumbs={crumbs} />}
        {beside}
        {views && <div className="ml-1 min-w-0 max-md:hidden">{views}</div>}
        <div className="ml-auto flex shrink-0 items-center gap-2">{actions}</div>
      </div>
      {views && <div className="px-4 pb-2.5 md:hidden">{views}</div>}
    </header>
  )
}

/** A hairline between groups of actions. */
export function BarRule() {
  return <i aria-hidden="true" className="mx-1 h-4 w-px bg-border" />
}

function Crumbs({ crumbs }: { crumbs: NonNullable<PageBarProps["crumbs"]> }) {
  return (
    <nav aria-label={t.shell.breadcrumb} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-muted">
        {crumbs.map((crumb, at) => (
          <li key={typeof crumb.label === "string" ? crumb.label : at} className="flex min-w-0 items-center gap-1.5">
            {at > 0 && <Icon name="right" size={12} className="text-faint" />}
            {crumb.href ? (
              <AppLink href={crumb.href} className="truncate rounded-xs hover:text-text">
                {crumb.label}
              </AppLink>
            ) : (
              <span aria-current="page" className="truncate font-medium text-text tabular-nums">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
