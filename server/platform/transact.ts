import type { Ctx, Iso, Origin, Principal } from "#platform/context"
import { isoNow } from "#platform/context"
import { writeDown } from "#platform/events"
import type { Runtime } from "#platform/runtime"

const attempts = 4

/** Deadlock victims and serialization failures are not anyone's fault: the whole action is run again. */
const worthRepeating = (error: unknown) => {
  const code = (error as { code?: unknown } | null)?.code
  return code === "40001" || code === "40P01"
}

/**
 * One action, one transaction: the change and its events are kept together or not at all.
 * `now` is only given where the past is replayed (demo data, imports). The action may run more than once, so it must have no effect outside the database; it never awaits hashing, HTTP or files.
 */
export async function transact<T>(
  runtime: Runtime,
  actor: Principal,
  origin: Origin,
  action: (ctx: Ctx) => Promise<T>,
  now?: Iso,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let happened: Ctx["happened"] = []
    try {
      const result = await runtime.database.kysely.transaction().execute(async (db) => {
        const ctx: Ctx = { runtime, db, actor, now: now ?? isoNow(), happened: [], origin }
        happened = ctx.happened
        const answer = await action(ctx)
        await writeDown(ctx)
        return answer
      })
      if (happened.length > 0) {
        runtime.hear(happened)
        runtime.wake()
      }
      return result
    } catch (error) {
      // what a cache read inside the transaction is not true after all
      runtime.hear(happened)
      if (!worthRepeating(error) || attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}

/** A context for reading: no transaction, nothing can happen in it. */
export const reading = (runtime: Runtime, actor: Principal, origin: Origin): Ctx => ({
  runtime,
  db: runtime.database.kysely,
  actor,
  now: isoNow(),
  happened: [],
  origin,
})
