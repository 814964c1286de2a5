import { readConfig } from "#platform/config"
import { migrate } from "#platform/database/migrate"
import { openDatabase } from "#platform/database/open"
import { makeLog } from "#platform/log"
import { house } from "../house.ts"

/** Brings the database to this version: for a release that migrates before its processes start. */
export async function run(): Promise<number> {
  const config = readConfig(process.env)
  const log = makeLog("warn")
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log })
  try {
    const applied = await migrate(database, house.migrations)
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`)
    return 0
  } finally {
    await database.close()
  }
}
