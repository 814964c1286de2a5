// Results that cannot be seen where the user looks. One at a time; the next one waits.
import type { IconName } from "./icon-names.ts"

export type Toast = {
  id: number
  /** Noun and past participle: "3 tickets assigned to Tomás Reyes". */
  text: string
  icon: IconName
  /** Called at most once; also by Mod+Z while the toast is shown and for a while after. */
  undo?: () => void
  action?: { label: string; run: () => void }
  seconds: number
}
export type ToastInput = { text: string; icon?: IconName; undo?: () => void; action?: { label: string; run: () => void }; seconds?: number }

export class ToastQueue {
  #waiting: Toast[] = []
  #lastId = 0
  #listeners = new Set<() => void>()
  /** What Mod+Z undoes, newest last. Longer than the toasts are shown. */
  #undoable: Toast[] = []

  show({ text, icon = "check", undo, action, seconds = undo ? 8 : 5 }: ToastInput): number {
    this.#lastId += 1
    const toast: Toast = { id: this.#lastId, text, icon, undo, action, seconds }
    this.#waiting = [...this.#waiting, toast]
    if (undo) this.#undoable = [...this.#undoable.slice(-19), toast]
    this.#tell()
    return toast.id
  }

  dismiss(id: number): void {
    this.#waiting = this.#waiting.filter((each) => each.id !== id)
    this.#tell()
  }

  undo(id: number): void {
    const toast = this.#undoable.find((each) => each.id === id)
    this.#undoable = this.#undoable.filter((each) => each.id !== id)
    this.dismiss(id)
    toast?.undo?.()
  }

  /** Something that Mod+Z can undo although no toast says so: its result is where the user looks. */
  remember(undo: () => void): void {
    this.#lastId += 1
    this.#undoable = [...this.#undoable.slice(-19), { id: this.#lastId, text: "", icon: "check", undo, seconds: 0 }]
  }

  /** Undoes the newest change that can be undone; false when there is none. */
  undoLast(): boolean {
    const last = this.#undoable.at(-1)
    if (!last) return false
    this.undo(last.id)
    return true
  }

  current = (): Toast | null => this.#waiting[0] ?? null

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const toasts = new ToastQueue()

/** `toast({ text: "HELP-1042 resolved", undo })` */
export function toast(input: ToastInput): number {
  return toasts.show(input)
}
