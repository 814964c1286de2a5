import { eventsAfter, type LoggedEvent, type Place, presentPlace } from "#platform/event-log"
import type { Runtime } from "#platform/runtime"

export type Feed = { wake: () => void; stop: () => Promise<void>; place: () => Place }

const batch = 500
/** Changes of other processes are looked for this often; one's own come at once. */
const pollMs = 250

/** Every process follows the log once, from now on, for its sockets and its memory. */
export async function startFeed(runtime: Runtime, hear: (events: LoggedEvent[]) => void): Promise<Feed> {
  let place = await presentPlace(runtime.database.kysely)
  let stopped = false
  let woken = false
  let resume = () => {}
  let failing = false

  const pass = async () => {
    for (;;) {
      const events = await eventsAfter(runtime.database.kysely, place, batch)
      const last = events.at(-1)
      if (last === undefined) return
      // first: what one event does to a listener must not keep all later ones from everybody
      place = { xid: last.xid, id: last.id }
      hear(events)
      if (events.length < batch) return
    }
  }
  const run = async () => {
    while (!stopped) {
      woken = false
      try {
        await pass()
        failing = false
      } catch (error) {
        if (!failing) runtime.log.warn({ error }, "the live feed had trouble and will try again")
        failing = true
      }
      if (stopped || woken) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs)
        resume = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const done = run()
  return {
    place: () => place,
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
}
