import type { Config } from "#platform/config"
import type { Database } from "#platform/database/open"
import type { Happening } from "#platform/events"
import type { Limiter } from "#platform/limiter"
import type { Log } from "#platform/log"
import type { MailPort } from "#platform/mail"
import type { StoragePort } from "#platform/storage"

/** What lives as long as the process: made once by `start`, reached through the context. */
export type Runtime = {
  config: Config
  database: Database
  log: Log
  limiter: Limiter
  mail: MailPort
  storage: StoragePort
  /** Tells this process what has just been committed, so that its memory is right at once; other processes hear it from the event log. */
  hear: (happened: readonly Happening[]) => void
  /** Calls the followers and the live feed to look at the event log now rather than at their next poll. */
  wake: () => void
}

/** Something kept in memory once for each runtime, such as a cache. Two runtimes in one process (as in tests) share nothing. */
export function perRuntime<T>(make: (runtime: Runtime) => T): (runtime: Runtime) => T {
  const kept = new WeakMap<Runtime, T>()
  return (runtime) => {
    let value = kept.get(runtime)
    if (value === undefined) {
      value = make(runtime)
      kept.set(runtime, value)
    }
    return value
  }
}
