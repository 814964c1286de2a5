// Tabs switch panels on one page. Views with an address of their own are links: ViewTabs.
import { Tabs as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"
import { AppLink } from "./link.tsx"

const tab =
  "flex h-[26px] shrink-0 items-center gap-1.5 rounded-sm px-[9px] font-medium text-muted hover:text-text data-[state=active]:bg-pressed data-[state=active]:text-text aria-[current=page]:bg-pressed aria-[current=page]:text-text"

export type TabItem<V extends string> = { value: V; label: ReactNode; icon?: IconName; count?: number }

function Face({ label, icon, count }: { label: ReactNode; icon?: IconName; count?: number }) {
  return (
    <>
      {icon && <Icon name={icon} size={14} />}
      {label}
      {count !== undefined && <span className="text-12 font-text text-faint tabular-nums">{count}</span>}
    </>
  )
}

export type TabsProps<V extends string> = {
  label: string
  tabs: TabItem<V>[]
  value: V
  onChange: (value: V) => void
  small?: boolean
  className?: string
  listClassName?: string
  children?: ReactNode
}

/** Put TabPanels into the children. */
export function Tabs<V extends string>({ label, tabs, value, onChange, small = false, className, listClassName, children }: TabsProps<V>) {
  const choose = (next: string) => {
    const item = tabs.find((each) => each.value === next)
    if (item) onChange(item.value)
  }
  return (
    <Radix.Root value={value} onValueChange={choose} className={className}>
      <Radix.List aria-label={label} className={cx("flex gap-0.5", small && "text-12", listClassName)}>
        {tabs.map((item) => (
          <Radix.Trigger key={item.value} value={item.value} className={tab}>
            <Face {...item} />
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  )
}

export function TabPanel({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  return (
    <Radix.Content value={value} className={className}>
      {children}
    </Radix.Content>
  )
}

export type ViewTab = { href: string; label: ReactNode; icon?: IconName; count?: number; current: boolean }

export function ViewTabs({ label, tabs }: { label: string; tabs: ViewTab[] }) {
  return (
    <nav aria-label={label} className="flex min-w-0 items-center gap-0.5 overflow-x-auto [scrollbar-width:none]">
      {tabs.map((item) => (
        <AppLink key={item.href} href={item.href} aria-current={item.current ? "page" : undefined} className={tab}>
          <Face label={item.label} icon={item.icon} count={item.count} />
        </AppLink>
      ))}
    </nav>
  )
}
