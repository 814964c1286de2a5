// The staff's sidebar, made of parts. A link closes the drawer when there is one.
import type { ReactElement, ReactNode } from "react"
import { Avatar, type Person } from "../ui/avatar.tsx"
import { cx } from "../ui/cx.ts"
import { Icon, type IconName } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { AppLink } from "../ui/link.tsx"
import { Mark } from "../ui/mark.tsx"
import { Menu, type MenuEntry } from "../ui/menu.tsx"
import { t } from "../words/words.ts"
import { useDrawer } from "./app-shell.tsx"

export function Sidebar({
  label = t.shell.main,
  head,
  foot,
  children,
}: {
  label?: string
  head: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex h-full min-h-0 flex-col gap-0.5 p-2.5">
      {head}
      <nav aria-label={label} className="-mx-2.5 flex min-h-0 flex-1 flex-col gap-px overflow-y-auto px-2.5 pt-2.5 pb-3">
        {children}
      </nav>
      {foot}
    </div>
  )
}

/** The organisation's name; its menu holds what concerns the whole. */
export function OrganisationMenu({ name, entries }: { name: string; entries: MenuEntry[] }) {
  return (
    <Menu
      label={name}
      entries={entries}
      trigger={
        <button
          type="button"
          className="flex h-8 items-center gap-[9px] rounded-sm pr-2 pl-1.5 text-left text-14 tracking-[-0.003em] hover:bg-hover data-[state=open]:bg-pressed max-lg:h-touch"
        >
          <Mark />
          <b className="truncate">{name}</b>
          <Icon name="down" size={14} className="-ml-1 text-faint" />
        </button>
      }
    />
  )
}

/** The head of a sidebar that leads back, as in Administration. */
export function SidebarBack({ href, label }: { href: string; label: string }) {
  return (
    <AppLink href={href} className="mb-1 flex h-8 items-center gap-1.5 rounded-sm pr-2 pl-1.5 text-14 hover:bg-hover max-lg:h-touch">
      <Icon name="left" size={14} className="text-faint" />
      <b>{label}</b>
    </AppLink>
  )
}

export function SidebarActions({ onSearch, onCreate }: { onSearch: () => void; onCreate?: () => void }) {
  return (
    <div className="mt-1.5 flex gap-1.5">
      <button
        type="button"
        onClick={onSearch}
        className="flex h-control min-w-0 flex-1 items-center gap-1.5 rounded-sm bg-surface px-2 text-faint edge-line hover:bg-raised"
      >
        <Icon name="search" size={14} />
        <span className="truncate">{t.shell.search}</span>
        <Kbd keys="Mod+K" plain className="ml-auto" />
      </button>
      {onCreate && <IconButton icon="plus" label={t.shell.new_ticket} keys="C" outlined onClick={onCreate} />}
    </div>
  )
}

export function SidebarSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="flex flex-col gap-px">
      <div aria-hidden="true" className="px-2 pt-3.5 pb-1 text-12 leading-4 font-medium text-faint">
        {label}
      </div>
      {children}
    </section>
  )
}

export type SidebarLinkProps = {
  href: string
  label: string
  /** An icon's name, or an element: a project's colour as <Dot square/>. */
  icon?: IconName | ReactElement
  current?: boolean
  count?: number
  /** The count needs an answer: filled. */
  hot?: boolean
  /** Something new since they looked: the orange dot. */
  fresh?: boolean
  /** Belongs to the entry above. */
  nested?: boolean
}

export function SidebarLink({ href, label, icon, current = false, count, hot = false, fresh = false, nested = false }: SidebarLinkProps) {
  const { setOpen } = useDrawer()
  return (
    <AppLink
      href={href}
      aria-current={current ? "page" : undefined}
      onClick={() => setOpen(false)}
      className={cx(
        "group flex h-control shrink-0 items-center gap-[9px] rounded-sm px-2 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-text max-lg:h-10 max-lg:text-14",
        current ? "font-medium" : "font-nav text-muted",
        nested && "pl-[33px]",
      )}
    >
      {!nested && (
        <span className="grid size-4 shrink-0 place-items-center text-faint group-aria-[current=page]:text-accent-text">
          {typeof icon === "string" ? <Icon name={icon} /> : icon}
        </span>
      )}
      <span className="flex-1 truncate" title={label.length > 22 ? label : undefined}>
        {label}
      </span>
      {fresh && <i role="img" aria-label={t.shell.new_since} className="size-1.5 shrink-0 rounded-full bg-stub" />}
      {count !== undefined && (
        <span
          className={cx(
            "tabular-nums",
            hot
              ? "grid h-[18px] min-w-[18px] place-items-center rounded-full bg-accent px-[5px] text-11 font-strong text-on-accent"
              : "text-12 text-faint",
          )}
        >
          {count}
        </span>
      )}
    </AppLink>
  )
}

/** Who is signed in, with the account's menu; icon buttons at the right. */
export function SidebarMe({
  person,
  note,
  entries,
  children,
}: {
  person: Person
  note: string
  entries: MenuEntry[]
  children?: ReactNode
}) {
  return (
    <div className="flex items-center gap-1 border-t border-border-soft pt-2">
      <Menu
        label={t.shell.account}
        entries={entries}
        side="top"
        trigger={
          <button
            type="button"
            className="flex min-w-0 flex-1 items-center gap-2 rounded-sm px-1.5 py-1 text-left leading-[1.25] hover:bg-hover data-[state=open]:bg-pressed"
          >
            <Avatar person={person} size={24} online decorative />
            <span className="min-w-0">
              <span className="block truncate font-medium">{person.name}</span>
              <small className="block truncate text-faint">{note}</small>
            </span>
          </button>
        }
      />
      {children}
    </div>
  )
}
