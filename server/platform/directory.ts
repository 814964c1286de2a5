import type { EventName } from "@docket/contract/events"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import type { Happening, Listener } from "#platform/events"
import { perRuntime, type Runtime } from "#platform/runtime"

type Reader = Pick<Ctx, "runtime" | "db" | "happened">
export type Directory<T> = {
  read: (ctx: Reader) => Promise<T>
  /** For who has seen elsewhere that the memory is behind. */
  readAnew: (ctx: Reader) => Promise<T>
  listener: Listener
}

/**
 * A small table kept whole in memory: read in one go, forgotten when an event says that it changed (here at once, in other processes
 * within a second). For names and settings that may be a moment old; a write that must be right reads the row in its own transaction.
 *
 * It is read through the caller's own handle, and nobody waits for another one's reading: on the embedded database a transaction
 * that waited for another connection would wait for itself.
 */
export function directory<T>(changedBy: readonly EventName[], load: (db: Db) => Promise<T>): Directory<T> {
  const memory = perRuntime(() => ({ kept: null as { value: T } | null, forgotten: 0 }))
  const ownViews = new WeakMap<readonly Happening[], { changes: number; value: T }>()
  const names = new Set<EventName>(changedBy)

  /** A transaction that has changed the table sees what nobody else sees before it is committed. */
  const ownView = async ({ db, happened }: Reader, changes: number): Promise<T> => {
    const known = ownViews.get(happened)
    if (known?.changes === changes) return known.value
    const value = await load(db)
    ownViews.set(happened, { changes, value })
    return value
  }

  const read = async (ctx: Reader): Promise<T> => {
    const changes = ctx.happened.reduce((count, { name }) => (names.has(name) ? count + 1 : count), 0)
    if (changes > 0) return ownView(ctx, changes)
    const memo = memory(ctx.runtime)
    if (memo.kept !== null) return memo.kept.value
    const { forgotten } = memo
    const value = await load(ctx.db)
    // what changed while it was read is left for the next reader to find
    if (memo.forgotten === forgotten) memo.kept = { value }
    return value
  }
  const forget = (runtime: Runtime) => {
    const memo = memory(runtime)
    memo.kept = null
    memo.forgotten += 1
  }

  return {
    read,
    readAnew(ctx) {
      forget(ctx.runtime)
      return read(ctx)
    },
    listener: { on: changedBy, hears: forget },
  }
}
