/**
 * Plans the past: every ticket lives its own life, written down as a generator that yields the moment at which it goes on, and all of them
 * are unfolded together in the order of time. So they can look at one another: who has room for another ticket, which key comes next.
 */

import type { Handle } from "./company/people.ts"
import type { ProjectKey } from "./company/projects.ts"
import type { Deed, Doer, Step } from "./deeds.ts"
import { type Chance, chance } from "./random.ts"

export type World = {
  /** The present moment of what unfolds. */
  at: number
  /** Where it ends: nothing happens later. */
  readonly end: number
  newKey: (project: ProjectKey) => string
  /** Keys of tickets that others refer to by name. */
  readonly named: Map<string, string>
  does: (by: Doer, key: string, deed: Deed) => void
  /** Tickets in progress that somebody holds in a project. */
  held: (project: ProjectKey, by: Handle) => number
  holds: (project: ProjectKey, by: Handle, change: 1 | -1) => void
  /** How many of them will be theirs at the end, because they are written down so. */
  reserved: (project: ProjectKey, by: Handle) => number
}
export type Life = Generator<number, void, void>
export type Birth = { at: number; live: (world: World, luck: Chance) => Life; reserves?: { project: ProjectKey; by: Handle } }

export function unfold(end: number, births: readonly Birth[]): Step[] {
  const steps: Step[] = []
  const counters = new Map<ProjectKey, number>()
  const held = new Map<string, number>()
  const reserved = new Map<string, number>()
  for (const { reserves } of births) if (reserves !== undefined) count(reserved, reserves.project, reserves.by, 1)
  const world: World = {
    at: 0,
    end,
    named: new Map(),
    newKey(project) {
      const number = (counters.get(project) ?? 1000) + 1
      counters.set(project, number)
      return `${project}-${number}`
    },
    does: (by, key, deed) => void steps.push({ at: world.at, by, key, deed }),
    held: (project, by) => held.get(`${project} ${by}`) ?? 0,
    holds: (project, by, change) => count(held, project, by, change),
    reserved: (project, by) => reserved.get(`${project} ${by}`) ?? 0,
  }

  const waiting = births.map(({ at, live }, order) => ({ at, order, life: live(world, chance(`life ${order}`)) }))
  waiting.sort(later)
  for (let next = waiting.pop(); next !== undefined && next.at <= end; next = waiting.pop()) {
    world.at = next.at
    const { done, value } = next.life.next()
    if (!done) insert(waiting, { ...next, at: Math.max(value, next.at + 1000) })
  }
  return steps
}

function count(counts: Map<string, number>, project: ProjectKey, by: Handle, change: number): void {
  const key = `${project} ${by}`
  counts.set(key, (counts.get(key) ?? 0) + change)
}

type Waiting = { at: number; order: number; life: Life }
/** The last one comes first. */
const later = (a: Waiting, b: Waiting) => b.at - a.at || b.order - a.order

function insert(sorted: Waiting[], one: Waiting): void {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (later(sorted[middle] as Waiting, one) < 0) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, one)
}
