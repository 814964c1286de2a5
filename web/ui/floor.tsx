// The bottom centre of the main area: the toast above, the bulk bar below it. One Floor per shell.
import { type ReactNode, useSyncExternalStore } from "react"
import { createPortal } from "react-dom"
import { ToastRegion } from "./toast-region.tsx"

let slot: HTMLElement | null = null
const listeners = new Set<() => void>()

function setSlot(element: HTMLElement | null): void {
  slot = element
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Floor() {
  return (
    <div className="pointer-events-none absolute inset-x-3 bottom-[calc(20px+var(--floor-lift,0px))] z-20 flex flex-col items-center gap-4 max-md:bottom-[calc(12px+var(--floor-lift,0px))]">
      <ToastRegion />
      <div ref={setSlot} className="pointer-events-auto max-w-full empty:hidden" />
    </div>
  )
}

/** Lies in the Floor below the toasts; where there is no Floor, where it stands. */
export function OnFloor({ children }: { children: ReactNode }) {
  const target = useSyncExternalStore(
    subscribe,
    () => slot,
    () => null,
  )
  return target ? createPortal(children, target) : children
}
