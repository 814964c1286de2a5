// Carries one change out for a screen: shown at once, taken back with its reason when it is refused, remembered so that it can be undone.
import { toApiError } from "../api/client.ts"
import { reasonOf } from "../api/error-words.ts"
import { toast, toasts } from "../ui/toast-queue.ts"
import { t } from "../words/words.ts"
import { textConflict } from "./conflicts.ts"
import type { Answer } from "./fetched.ts"
import { live } from "./live.ts"
import type { Action } from "./mutation.ts"
import { isTextConflict } from "./send.ts"

export type Tell = {
  /** Said in a toast when it is done, where the result cannot be seen: "HELP-1042 resolved". With Undo where that is possible. */
  say?: string
  /** false: not to be undone; for what an undo itself does. */
  undoable?: boolean
}

/** An id of time and chance, like the server's. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, "0")
  const chance = crypto.randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(15)}`
}

/** The promise may be left alone: whoever waits for it hears of the failure, the person has heard of it anyway. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Changes that are made together: what takes them back, and what went wrong. */
type Together = { undos: (() => void)[] }
let collecting: Together | null = null

export function submit(
  ticketId: string,
  action: Action,
  undo?: () => unknown,
  { say, undoable = true }: Tell = {},
): Promise<Answer | null> {
  const group = collecting
  const run = async () => {
    try {
      const answer = await live().outbox.submit({ ...action, id: newId(), ticketId, at: new Date().toISOString() })
      const takeBack = undoable && undo !== undefined ? () => void undo() : undefined
      if (group !== null) group.undos.push(...(takeBack === undefined ? [] : [takeBack]))
      else if (say !== undefined) toast({ text: say, undo: takeBack })
      else if (takeBack !== undefined) toasts.remember(takeBack)
      return answer
    } catch (thrown) {
      const error = toApiError(thrown)
      if (isTextConflict(error)) textConflict.set(ticketId, error.details as never)
      else if (group === null) toast({ text: reasonOf(error), icon: "warn", seconds: 8 })
      throw error
    }
  }
  return quiet(run())
}

/** Several changes that are one to the person: one toast, one undo, one reason for those that were refused. */
export async function together(text: (done: number) => string, actions: () => Promise<unknown>[]): Promise<void> {
  const group: Together = { undos: [] }
  collecting = group
  let running: Promise<unknown>[]
  try {
    running = actions()
  } finally {
    collecting = null
  }
  const results = await Promise.allSettled(running)
  const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => toApiError(reason))
  const done = results.length - refused.length
  const undo = () => {
    for (const each of group.undos.toReversed()) each()
  }
  if (done > 0) toast({ text: text(done), undo: group.undos.length > 0 ? undo : undefined })
  if (refused[0] !== undefined) toast({ text: t.live.some_refused(refused.length, reasonOf(refused[0])), icon: "warn", seconds: 8 })
}
