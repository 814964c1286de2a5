import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { noOrigin, systemPrincipal } from "#platform/context"
import { eventsAfter, type LoggedEvent, presentPlace } from "#platform/event-log"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"

/**
 * A consumer of the event log with a place of its own. `handle` runs inside the transaction that moves the place on, so what it writes
 * happens exactly once; effects outside the database are jobs that it enqueues there.
 */
export type Follower = { name: string; handle: (ctx: Ctx, events: LoggedEvent[]) => Promise<void> }

const batch = 200

/** Handles the next events of one follower. Answers false where there was nothing to do, or another process is at it. */
export async function followOnce(runtime: Runtime, follower: Follower): Promise<boolean> {
  return transact(runtime, systemPrincipal([]), noOrigin, async (ctx) => {
    const { rows } = await sql<{ xid: string; id: number }>`
      select xid::text as xid, event_id as id from followers where name = ${follower.name} for update skip locked`.execute(ctx.db)
    const place = rows[0]
    if (place === undefined) return false
    const events = await eventsAfter(ctx.db, place, batch)
    const last = events.at(-1)
    if (last === undefined) return false
    await follower.handle(ctx, events)
    await sql`update followers set xid = ${last.xid}::text::xid8, event_id = ${last.id}, updated_at = now() where name = ${follower.name}`.execute(
      ctx.db,
    )
    return events.length === batch
  })
}

/** A new follower starts at the present: it has nothing to say about what was before it. */
async function enlist(runtime: Runtime, follower: Follower): Promise<void> {
  const place = await presentPlace(runtime.database.kysely)
  await sql`insert into followers (name, xid, event_id) values (${follower.name}, ${place.xid}::text::xid8, ${place.id}) on conflict (name) do nothing`.execute(
    runtime.database.kysely,
  )
}

export type Following = { wake: () => void; stop: () => Promise<void> }

/** Runs followers until stopped: at once when woken, and every second for what other processes have written. */
export async function follow(runtime: Runtime, followers: readonly Follower[]): Promise<Following> {
  for (const follower of followers) await enlist(runtime, follower)
  const loops = followers.map((follower) => {
    let stopped = false
    let woken = false
    let resume = () => {}
    const run = async () => {
      while (!stopped) {
        woken = false
        try {
          while (!stopped && (await followOnce(runtime, follower)));
        } catch (error) {
          runtime.log.warn({ error, follower: follower.name }, "a follower failed and will try again")
        }
        if (stopped || woken) continue
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1000)
          resume = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
    const done = run()
    return {
      wake: () => {
        woken = true
        resume()
      },
      stop: () => {
        stopped = true
        resume()
        return done
      },
    }
  })
  return {
    wake: () => {
      for (const loop of loops) loop.wake()
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
