// The list one came from: its address and the order of its tickets, so that a ticket's page knows "3 of 16", the next one and the way back.
import { useSyncExternalStore } from "react"

export type Trail = { href: string; title: string; keys: readonly string[] }

let trail: Trail | null = null
let visited: string | null = null
const listeners = new Set<() => void>()

export function leaveTrail(next: Trail): void {
  trail = next
  for (const listener of listeners) listener()
}

/** A ticket of the list was opened on its own page: coming back, its row has the focus. */
export function visit(key: string): void {
  visited = key
}

/** The ticket that one comes back from, once; null when one comes from elsewhere. */
export function cameFrom(href: string): string | null {
  const key = trail?.href === href ? visited : null
  visited = null
  return key
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export type Neighbours = { href: string; title: string; position: number; count: number; previous: string | null; next: string | null }

/** Where a ticket stands in a trail; null when it is not in it. */
export function neighbours(of: Trail | null, key: string): Neighbours | null {
  const at = of ? of.keys.indexOf(key) : -1
  if (!of || at < 0) return null
  return {
    href: of.href,
    title: of.title,
    position: at + 1,
    count: of.keys.length,
    previous: of.keys[at - 1] ?? null,
    next: of.keys[at + 1] ?? null,
  }
}

export function useTrail(key: string): Neighbours | null {
  const current = useSyncExternalStore(
    subscribe,
    () => trail,
    () => null,
  )
  return neighbours(current, key)
}
