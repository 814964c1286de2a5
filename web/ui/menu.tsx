// Menus from data. The same entries make a drop-down (Menu) and a right-click menu (ContextMenuArea).
import { ContextMenu, DropdownMenu } from "radix-ui"
import type { ReactElement, ReactNode } from "react"
import { cx } from "./cx.ts"
import { Icon, type IconName } from "./icon.tsx"
import { Kbd } from "./kbd.tsx"
import { floating } from "./popover.tsx"

export type MenuItem = {
  kind?: "item"
  label: string
  icon?: IconName | ReactElement
  keys?: string
  note?: ReactNode
  danger?: boolean
  /** Makes it a choice with a tick. */
  checked?: boolean
  disabledReason?: string
  onSelect?: () => void
  /** A sub-menu. */
  items?: MenuEntry[]
}
export type MenuEntry = MenuItem | { kind: "separator" } | { kind: "heading"; label: string }

type Parts = Pick<typeof DropdownMenu, "Item" | "CheckboxItem" | "Separator" | "Label" | "Sub" | "SubTrigger" | "SubContent" | "Portal">
const contextParts: Parts = ContextMenu

const surface = cx(floating, "max-h-(--radix-popper-available-height) min-w-[200px] overflow-y-auto p-1")
const row =
  "flex h-[30px] items-center gap-[9px] rounded-sm px-2 whitespace-nowrap outline-none data-[disabled]:text-disabled data-[highlighted]:bg-hover data-[state=open]:bg-hover max-md:h-touch max-md:text-15"

function Entries({ entries, parts: P }: { entries: MenuEntry[]; parts: Parts }) {
  return entries.map((entry, at) => {
    if (entry.kind === "separator") {
      // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries are fixed while it is open
      return <P.Separator key={at} className="-mx-1 my-1 h-px bg-border-soft" />
    }
    if (entry.kind === "heading") {
      return (
        <P.Label key={entry.label} className="px-2 pt-2 pb-1 text-12 font-medium text-faint">
          {entry.label}
        </P.Label>
      )
    }
    if (entry.items) {
      return (
        <P.Sub key={entry.label}>
          <P.SubTrigger className={row}>
            <Face item={entry} />
            <Icon name="right" size={14} className="ml-auto text-faint" />
          </P.SubTrigger>
          <P.Portal>
            <P.SubContent sideOffset={2} alignOffset={-4} collisionPadding={8} className={surface}>
              <Entries entries={entry.items} parts={P} />
            </P.SubContent>
          </P.Portal>
        </P.Sub>
      )
    }
    const shared = { disabled: Boolean(entry.disabledReason), onSelect: entry.onSelect, className: cx(row, entry.danger && "text-danger") }
    if (entry.checked !== undefined) {
      return (
        <P.CheckboxItem key={entry.label} {...shared} checked={entry.checked}>
          <Face item={entry} />
          {entry.checked && <Icon name="check" size={14} className="ml-auto text-faint" />}
        </P.CheckboxItem>
      )
    }
    return (
      <P.Item key={entry.label} {...shared}>
        <Face item={entry} />
      </P.Item>
    )
  })
}

function Face({ item }: { item: MenuItem }) {
  const right = item.disabledReason ?? item.note
  return (
    <>
      {typeof item.icon === "string" ? (
        <Icon name={item.icon} className={item.danger || item.disabledReason ? undefined : "text-muted"} />
      ) : (
        item.icon
      )}
      <span className="min-w-0 truncate">{item.label}</span>
      {right && <span className="ml-auto pl-4 text-12 text-faint">{right}</span>}
      {item.keys && !right && (
        <span className="ml-auto pl-4 text-faint">
          <Kbd keys={item.keys} plain />
        </span>
      )}
    </>
  )
}

export type MenuProps = {
  trigger: ReactElement
  label: string
  entries: MenuEntry[]
  align?: "start" | "center" | "end"
  side?: "top" | "bottom"
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export function Menu({ trigger, label, entries, align = "start", side = "bottom", open, onOpenChange }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content aria-label={label} align={align} side={side} sideOffset={4} collisionPadding={8} className={surface}>
          <Entries entries={entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Right click (or the menu key) on the child opens the entries. Whatever it offers must also be elsewhere. */
export function ContextMenuArea({
  label,
  entries,
  onOpenChange,
  children,
}: {
  label: string
  entries: MenuEntry[]
  onOpenChange?: (open: boolean) => void
  children: ReactElement
}) {
  return (
    <ContextMenu.Root modal={false} onOpenChange={onOpenChange}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content aria-label={label} collisionPadding={8} className={surface}>
          <Entries entries={entries} parts={contextParts} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}
