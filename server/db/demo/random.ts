/** Chance that can be repeated: the same seed gives the same company, whatever the day. */
export type Chance = {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (from: number, to: number) => number
  pick: <T>(from: readonly T[]) => T
  /** True so often of a hundred times. */
  percent: (share: number) => boolean
  /** The more weight, the more often. */
  weighted: <T>(from: readonly T[], weight: (item: T) => number) => T
}

export function chance(seed: string): Chance {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error("there is nothing to pick from")
    return from[between(0, from.length - 1)] as T
  }
  return {
    next,
    between,
    pick,
    percent: (share) => next() * 100 < share,
    weighted(from, weight) {
      let rest = next() * from.reduce((sum, item) => sum + weight(item), 0)
      for (const item of from) {
        rest -= weight(item)
        if (rest < 0) return item
      }
      return pick(from)
    },
  }
}

function hash(text: string): number {
  let h = 2166136261
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 16777619)
  return h | 0
}
