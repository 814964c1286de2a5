// One verb and, behind the arrow, its relatives: "Send and resolve" ▾ Send, Send and wait.
import { Button, type ButtonProps, buttonClass } from "./button.tsx"
import { Icon } from "./icon.tsx"
import { Menu, type MenuEntry } from "./menu.tsx"

export type SplitButtonProps = Omit<ButtonProps, "square" | "block" | "trailing"> & { menuLabel: string; entries: MenuEntry[] }

export function SplitButton({ menuLabel, entries, variant, size, ...rest }: SplitButtonProps) {
  return (
    <span className="inline-flex gap-px">
      <Button {...rest} variant={variant} size={size} square="start" />
      <Menu
        label={menuLabel}
        entries={entries}
        align="end"
        trigger={
          <button type="button" aria-label={menuLabel} className={buttonClass({ variant, size, square: "end" })}>
            <Icon name="down" />
          </button>
        }
      />
    </span>
  )
}
