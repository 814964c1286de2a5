// One clock for every time on the screen: it ticks at full minutes, only while someone looks.
import { useSyncExternalStore } from "react"

let now = new Date()
let timer: ReturnType<typeof setTimeout> | null = null
const listeners = new Set<() => void>()

function tick(): void {
  now = new Date()
  for (const listener of listeners) listener()
  schedule()
}
function schedule(): void {
  timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 20)
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === null) {
    now = new Date()
    schedule()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearTimeout(timer)
      timer = null
    }
  }
}

/** The time, anew each full minute. */
export function useMinute(): Date {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => now,
  )
}
