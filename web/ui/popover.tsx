// A small surface that opens from its trigger. Not modal: the page behind stays usable and unlocked.
import { Popover as Radix } from "radix-ui"
import type { ReactElement, ReactNode } from "react"
import { cx } from "./cx.ts"

/** The look shared by menus, pickers and popovers. */
export const floating =
  "z-40 rounded-xl paper-raised edge-float outline-none data-[side=top]:[--from:4px] data-[state=closed]:animate-menu-out data-[state=open]:animate-menu-in"

export type PopoverProps = {
  trigger: ReactElement
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: "start" | "center" | "end"
  side?: "top" | "bottom" | "left" | "right"
  className?: string
  /** Where the focus goes on opening and returns to on closing; Radix' own choice without it. */
  onOpenAutoFocus?: (event: Event) => void
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  align = "start",
  side = "bottom",
  className,
  onOpenAutoFocus,
  onCloseAutoFocus,
  children,
}: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={onOpenAutoFocus}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cx(floating, "max-h-(--radix-popover-content-available-height) overflow-auto", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
