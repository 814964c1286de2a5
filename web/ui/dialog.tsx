// A modal question: only for what cannot be undone or needs several fields. The title is the question, the button repeats its verb.
import { Dialog as Radix } from "radix-ui"
import { type ReactNode, useState } from "react"
import { t } from "../words/words.ts"
import { Button } from "./button.tsx"
import { cx } from "./cx.ts"
import { IconButton } from "./icon-button.tsx"

export const scrim = "fixed inset-0 z-30 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in"

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** Buttons; the primary one last. */
  footer?: ReactNode
  wide?: boolean
  onOpenAutoFocus?: (event: Event) => void
  onCloseAutoFocus?: (event: Event) => void
  children?: ReactNode
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  wide = false,
  onOpenAutoFocus,
  onCloseAutoFocus,
  children,
}: DialogProps) {
  // without a trigger of its own it has to remember where the focus came from
  const [opened, setOpened] = useState<{ open: boolean; from: Element | null }>({ open: false, from: null })
  if (opened.open !== open) setOpened({ open, from: open ? document.activeElement : opened.from })
  const giveBack = (event: Event) => {
    onCloseAutoFocus?.(event)
    if (event.defaultPrevented || !(opened.from instanceof HTMLElement) || !opened.from.isConnected) return
    event.preventDefault()
    opened.from.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={onOpenAutoFocus}
          onCloseAutoFocus={giveBack}
          className={cx(
            "fixed inset-x-4 top-[12vh] z-30 mx-auto flex max-h-[calc(88vh-24px)] flex-col rounded-lg paper-raised edge-modal outline-none data-[state=closed]:animate-fade-out data-[state=open]:animate-dialog-in max-md:top-4 max-md:max-h-[calc(100dvh-32px)]",
            wide ? "max-w-[720px]" : "max-w-[480px]",
          )}
        >
          <header className="pt-5 pr-14 pl-6">
            <Radix.Title className="text-17 font-strong tracking-[-0.008em] text-balance">{title}</Radix.Title>
            {description && (
              <Radix.Description className="mt-1.5 text-14 leading-[1.5] text-pretty text-muted">{description}</Radix.Description>
            )}
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-6 pt-4 pb-1">{children}</div>}
          {footer && <footer className="flex flex-wrap items-center justify-end gap-2 px-6 pt-4 pb-5">{footer}</footer>}
          {!footer && <div className="h-5 shrink-0" />}
          {/* Last, so that the first field or the way back has the focus when the question opens. */}
          <Radix.Close asChild>
            <IconButton icon="x" label={t.ui.close} keys="Escape" className="absolute top-[18px] right-4" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export type ConfirmProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: ReactNode
  verb: string
  danger?: boolean
  onConfirm: () => unknown
}

export function ConfirmDialog({ open, onOpenChange, title, description, verb, danger = true, onConfirm }: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
      onOpenChange(false)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            {t.ui.cancel}
          </Button>
          <Button size="form" variant={danger ? "danger-fill" : "primary"} busy={busy} onClick={() => void confirm()}>
            {verb}
          </Button>
        </>
      }
    />
  )
}
