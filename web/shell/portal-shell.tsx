// The employees' frame: a bar with three ways, and calm. Larger type, no sidebar.
import type { ReactNode } from "react"
import { Avatar, type Person } from "../ui/avatar.tsx"
import { Floor } from "../ui/floor.tsx"
import { AppLink } from "../ui/link.tsx"
import { Mark } from "../ui/mark.tsx"
import { Menu, type MenuEntry } from "../ui/menu.tsx"
import { VisuallyHidden } from "../ui/visually-hidden.tsx"
import { t } from "../words/words.ts"
import { type BottomTab, BottomTabs } from "./bottom-tabs.tsx"
import { SkipLink } from "./skip-link.tsx"

export type PortalShellProps = {
  /** "Marlow help desk" */
  name: string
  links: { href: string; label: string; current?: boolean }[]
  /** The same ways for phones. */
  tabs?: BottomTab[]
  person: Person
  account: MenuEntry[]
  /** Icon buttons left of the person: notifications. */
  actions?: ReactNode
  notice?: ReactNode
  children: ReactNode
}

export function PortalShell({ name, links, tabs, person, account, actions, notice, children }: PortalShellProps) {
  return (
    <div className="flex min-h-dvh flex-col text-15 paper-bg">
      <SkipLink />
      {notice}
      <header className="flex h-15 shrink-0 items-center gap-2.5 px-8 max-md:h-14 max-md:px-4">
        <AppLink href="/" className="flex min-w-0 items-center gap-2.5 rounded-sm">
          <Mark />
          <b className="truncate">{name}</b>
        </AppLink>
        <nav aria-label={t.shell.main} className="ml-7 flex gap-0.5 max-md:hidden">
          {links.map((link) => (
            <AppLink
              key={link.href}
              href={link.href}
              aria-current={link.current ? "page" : undefined}
              className="flex h-form items-center rounded-sm px-3 text-14 font-medium text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-pressed aria-[current=page]:text-text"
            >
              {link.label}
            </AppLink>
          ))}
        </nav>
        <div className="ml-auto flex shrink-0 items-center gap-2.5">
          {actions}
          <Menu
            label={t.shell.account}
            entries={account}
            align="end"
            trigger={
              <button type="button" className="rounded-full max-md:grid max-md:size-touch max-md:place-items-center">
                <Avatar person={person} size={32} decorative />
                <VisuallyHidden>{t.shell.account_of(person.name)}</VisuallyHidden>
              </button>
            }
          />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="relative w-full flex-1 outline-none">
        <div className="mx-auto w-full max-w-[1080px] px-8 pb-24 max-md:px-4">{children}</div>
      </main>
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-20 max-md:bottom-16">
        <Floor />
      </div>
      {tabs && (
        <div className="sticky bottom-0 z-10 md:hidden">
          <BottomTabs tabs={tabs} />
        </div>
      )}
    </div>
  )
}
