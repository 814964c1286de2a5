// A surface that slides in from an edge: from below on phones, from the left for the drawer.
import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { t } from "../words/words.ts"
import { cx } from "./cx.ts"
import { scrim } from "./dialog.tsx"
import { IconButton } from "./icon-button.tsx"

const sides = {
  bottom:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg paper-raised edge-modal pb-[env(safe-area-inset-bottom)] data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in",
  left: "inset-y-0 left-0 w-[min(288px,86vw)] paper-bg edge-modal data-[state=closed]:animate-drawer-out data-[state=open]:animate-drawer-in",
}

export type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  side?: keyof typeof sides
  hideTitle?: boolean
  children: ReactNode
}

export function Sheet({ open, onOpenChange, title, side = "bottom", hideTitle = false, children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content aria-describedby={undefined} className={cx("fixed z-30 flex flex-col outline-none", sides[side])}>
          {hideTitle ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="flex h-13 shrink-0 items-center gap-2 border-b border-border-soft pr-1 pl-4">
              <Radix.Title className="flex-1 text-17 font-strong">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton icon="x" label={t.ui.close} size="touch" tooltip={false} />
              </Radix.Close>
            </header>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
