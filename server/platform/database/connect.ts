/** A further process on an embedded database that another one has open, for example the importer beside a running server: a client of its socket. */
import { setTimeout as sleep } from "node:timers/promises"
import { AlreadyOpenError, readHolder } from "./embedded/lock.ts"
import { placesIn } from "./embedded/places.ts"
import type { DatabaseLog } from "./log.ts"
import { type Database, embeddedHandle, type OpenOptions, openDatabase } from "./open.ts"
import { isUnavailable } from "./unavailable.ts"

const STARTING = 15_000
const PAUSE = 200

/** The database in `dataDir` as a client of the process that has it open; null where none has. `close` ends only the connections. */
export async function connectEmbedded(dataDir: string, log: DatabaseLog): Promise<Database | null> {
  const holder = readHolder(placesIn(dataDir))
  if (!holder) return null
  const database = embeddedHandle(holder.socketDir, log)
  try {
    await database.pool.query("select")
    return database
  } catch (error) {
    await database.close()
    if (isUnavailable(error)) return null // the file outlived a process that was killed
    throw error
  }
}

/** Like openDatabase, but where a running process has the embedded database open, joins it. */
export async function openOrJoinDatabase(options: OpenOptions): Promise<Database> {
  const deadline = Date.now() + STARTING
  for (;;) {
    const joined = options.databaseUrl ? null : await connectEmbedded(options.dataDir, options.log)
    if (joined) return joined
    try {
      return await openDatabase(options)
    } catch (error) {
      if (!(error instanceof AlreadyOpenError) || Date.now() > deadline) throw error
      await sleep(PAUSE) // that process is about to listen, or about to end
    }
  }
}
