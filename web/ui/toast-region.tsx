// Shows the toasts, one at a time. The life line is the clock: it stops while the pointer or the focus is on the toast.
import { type CSSProperties, useSyncExternalStore } from "react"
import { t } from "../words/words.ts"
import { Icon } from "./icon.tsx"
import { IconButton } from "./icon-button.tsx"
import { Kbd } from "./kbd.tsx"
import { type Toast, toasts } from "./toast-queue.ts"

export function ToastRegion() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current, () => null)
  return (
    <div role="status" aria-live="polite" className="pointer-events-none flex max-w-full justify-center">
      {toast && <ToastFace key={toast.id} toast={toast} />}
    </div>
  )
}

const verb =
  "flex h-8 shrink-0 items-center gap-2 rounded-sm px-2.5 font-strong text-inverse-link hover:bg-[oklch(1_0_0/0.08)] focus-visible:outline-inverse-link"

export function ToastFace({ toast }: { toast: Toast }) {
  const life: CSSProperties & { "--life": string } = { "--life": `${toast.seconds}s` }
  return (
    <div className="group pointer-events-auto relative flex min-h-11 max-w-full animate-menu-in items-center gap-2.5 overflow-hidden rounded-xl py-1 pr-1.5 pl-3.5 paper-inverse edge-toast [--from:4px]">
      <Icon name={toast.icon} className="text-inverse-link" />
      <span className="min-w-0 text-balance">{toast.text}</span>
      {toast.undo && (
        <button type="button" className={verb} onClick={() => toasts.undo(toast.id)}>
          {t.ui.undo}
          <span className="rounded-xs bg-[oklch(1_0_0/0.1)] px-[5px] leading-[18px]">
            <Kbd keys="Mod+Z" plain />
          </span>
        </button>
      )}
      {toast.action && (
        <button
          type="button"
          className={verb}
          onClick={() => {
            toasts.dismiss(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </button>
      )}
      {!toast.undo && !toast.action && (
        <IconButton
          icon="x"
          label={t.ui.close}
          tooltip={false}
          className="text-inherit! hover:bg-[oklch(1_0_0/0.08)]"
          onClick={() => toasts.dismiss(toast.id)}
        />
      )}
      <i
        aria-hidden="true"
        style={life}
        onAnimationEnd={() => toasts.dismiss(toast.id)}
        className="absolute inset-x-0 bottom-0 h-0.5 bg-inverse-link opacity-70 life-line group-focus-within:[animation-play-state:paused] group-hover:[animation-play-state:paused]"
      />
    </div>
  )
}
