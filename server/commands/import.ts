import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { importServiceNow, sentencesOf } from "#modules/importing"
import { type Config, readConfig } from "#platform/config"
import { openOrJoinDatabase } from "#platform/database/connect"
import { migrate, readMigrations } from "#platform/database/migrate"
import { type Database, isUnavailable } from "#platform/database/open"
import { makeLog } from "#platform/log"
import type { Runtime } from "#platform/runtime"
import { openRuntime } from "#platform/start"
import { house } from "../house.ts"
import { showProgress } from "./progress.ts"

const usage = `docket import servicenow <file.csv> [--dry-run] [--project KEY]

  Imports the incidents of a ServiceNow log, with their history: into a project of its own, or into the project KEY.
  It may be run again: what is there already does not come twice. Works beside a running Docket and without one.
  --dry-run   find out what would happen, and write nothing
  --project   the key of the project that takes the tickets; its states are mapped to the project's workflow`

/** 0 when it finished, 1 when it could not. */
export async function run(args: string[]): Promise<number> {
  const wish = wishIn(args)
  if (typeof wish === "string") {
    console.error(wish)
    return 1
  }
  const stop = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort())
  const progress = showProgress(process.stderr)
  try {
    const summary = await withRuntime(wish.dryRun, (runtime) =>
      importServiceNow(runtime, { ...wish, progress: progress.show, signal: stop.signal }),
    )
    progress.end()
    console.log(sentencesOf(wish.path, summary, wish.dryRun).join("\n"))
    return summary.stopped ? 1 : 0
  } catch (error) {
    progress.end()
    if (stop.signal.aborted) console.error("Stopped while reading the file: nothing was imported.")
    else if (isUnavailable(error))
      console.error(`The database went away: ${(error as Error).message}. Run the same command again to go on.`)
    else throw error
    return 1
  }
}

/** What the words of the command line ask for, or what is wrong with them. */
function wishIn(args: string[]): { path: string; dryRun: boolean; project: string | null } | string {
  try {
    const options = { "dry-run": { type: "boolean", default: false }, project: { type: "string" }, help: { type: "boolean" } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [source, path, ...more] = positionals
    if (values.help) return usage
    if (source !== "servicenow") return `${source === undefined ? "Say what to import." : `There is no import for ${source}.`}\n\n${usage}`
    if (path === undefined || more.length > 0) return `Name one file.\n\n${usage}`
    const project = values.project?.trim() ?? null
    if (project === "") return `--project needs the key of a project.\n\n${usage}`
    return { path, dryRun: values["dry-run"], project }
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}`
  }
}

/** The database of a running Docket, or the database itself where none runs. A dry run makes none and changes none. */
async function withRuntime<T>(dryRun: boolean, work: (runtime: Runtime | null) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: "warn", ...process.env })
  if (dryRun && config.databaseUrl === undefined && !existsSync(join(resolve(config.dataDir), "database"))) return work(null)
  const database = await openOrJoinDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: resolve(config.dataDir),
    poolSize: 2,
    log: makeLog(config.logLevel),
  })
  try {
    return await (dryRun ? rehearse(config, database, work) : perform(config, database, work))
  } finally {
    await database.close()
  }
}

async function perform<T>(config: Config, database: Database, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const joined = database.kind === "embedded" && database.embedded === null
  if (joined) await assertSameVersion(database)
  else await migrate(database, house.migrations)
  const { runtime, close } = await openRuntime(config, house, { database })
  try {
    return await work(runtime)
  } finally {
    await close()
  }
}

/** A running Docket has migrated its database to its own version, and changes of it are its own. */
async function assertSameVersion(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ last: number }>("select max(version) as last from schema_migrations")
  if (rows[0]?.last !== (await readMigrations(house.migrations)).length)
    throw new Error("The Docket that runs on this data directory is of another version. Restart it, and then run the import again.")
}

/** Without the installers: a database that was never set up is seen as the empty one that it is. */
async function rehearse<T>(config: Config, database: Database, work: (runtime: Runtime | null) => Promise<T>): Promise<T> {
  const { rows } = await database.pool.query("select to_regclass('import_refs') is not null as ready")
  if (rows[0]?.ready !== true) return work(null)
  const { runtime, close } = await openRuntime(config, { ...house, installers: [] }, { database })
  try {
    return await work(runtime)
  } finally {
    await close()
  }
}
