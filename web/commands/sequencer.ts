// Shortcuts of one or two keys: "S", "G I". The first key of a sequence waits a second for the second one.
import { type Chord, parseKeys } from "../ui/keys.ts"
import { type KeyPress, matches } from "./key-press.ts"

export type Binding = { id: string; keys: string }
export type Outcome = { kind: "none" } | { kind: "pending"; prefix: string; next: Binding[] } | { kind: "run"; id: string }

export const patience = 1000

type Parsed = Binding & { chords: Chord[] }

export class Sequencer {
  #waiting: { prefix: string; next: Parsed[]; until: number } | null = null

  /** What a key press means among these bindings at this moment (milliseconds). */
  press(press: KeyPress, bindings: readonly Binding[], now: number, mac: boolean): Outcome {
    const waiting = this.#waiting && now <= this.#waiting.until ? this.#waiting : null
    this.#waiting = null
    if (waiting) {
      const hit = waiting.next.find((binding) => binding.chords[1] && matches(press, binding.chords[1], mac))
      if (hit) return { kind: "run", id: hit.id }
    }
    const parsed = bindings.map((binding) => ({ ...binding, chords: parseKeys(binding.keys) }))
    const first = parsed.filter((binding) => binding.chords[0] && matches(press, binding.chords[0], mac))
    const whole = first.find((binding) => binding.chords.length === 1)
    if (whole) return { kind: "run", id: whole.id }
    if (first.length === 0) return { kind: "none" }
    const prefix = first[0]?.keys.split(" ")[0] ?? ""
    this.#waiting = { prefix, next: first, until: now + patience }
    return { kind: "pending", prefix, next: first.map(({ id, keys }) => ({ id, keys })) }
  }

  reset(): void {
    this.#waiting = null
  }
}
