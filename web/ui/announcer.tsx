// Speaks to screen readers what happened without moving the focus: "WEB-322 moved to In review, position 2 of 9".
import { useSyncExternalStore } from "react"

type Spoken = { polite: string; assertive: string }
let spoken: Spoken = { polite: "", assertive: "" }
const listeners = new Set<() => void>()

function set(next: Spoken): void {
  spoken = next
  for (const listener of listeners) listener()
}

export function announce(text: string, how: keyof Spoken = "polite"): void {
  // Emptied first, so that the same words twice are spoken twice.
  set({ ...spoken, [how]: "" })
  setTimeout(() => set({ ...spoken, [how]: text }), 40)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Once, at the root of the app. */
export function Announcer() {
  const now = useSyncExternalStore(
    subscribe,
    () => spoken,
    () => spoken,
  )
  return (
    <div className="sr-only">
      <div aria-live="polite" aria-atomic="true">
        {now.polite}
      </div>
      <div aria-live="assertive" aria-atomic="true">
        {now.assertive}
      </div>
    </div>
  )
}
