/** The PostgreSQL engine itself (PGlite), opened the way Docket needs it. Runs in the worker, and in the child that makes a new database. */
import { PGlite } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { DurableFs } from "./durable-fs.ts"

export type EngineOptions = {
  folder: string
  /** false: no fsync and a small cache; for what can be made anew */
  durable: boolean
  onFatal: (reason: string) => never
}
export type Engine = { pglite: PGlite; files: DurableFs }

export async function openEngine({ folder, durable, onFatal }: EngineOptions): Promise<Engine> {
  const files = new DurableFs(folder, { onFatal })
  const pglite = await PGlite.create({ fs: files, extensions: { pg_trgm }, startParams: startParams(durable) })
  failLoudly(pglite, onFatal)
  return { pglite, files }
}

function startParams(durable: boolean): string[] {
  const shipped = PGlite.defaultStartParams.filter((param) => param !== "-F")
  const settings = ["wal_sync_method=fsync", "timezone=UTC", "datestyle=ISO", "shared_buffers=64MB"] // fdatasync, the default, does nothing in WebAssembly
  const volatile = ["fsync=off", "shared_buffers=16MB"]
  return [...shipped, ...[...settings, ...(durable ? [] : volatile)].flatMap((setting) => ["-c", setting])]
}

/** How PGlite tells an SQL error, which it handles, from everything else, which it swallows and goes on with a broken engine. */
const SQL_ERROR = 100

function failLoudly(pglite: PGlite, onFatal: (reason: string) => never): void {
  const module = pglite.Module
  const step = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      step()
    } catch (error) {
      if (!(error instanceof Object && "status" in error && error.status === SQL_ERROR)) {
        onFatal(`the database engine stopped: ${reasonOf(error)}`)
      }
      throw error
    }
  }
}

/** The engine also throws things that are no errors, such as its exit status. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message
  return error instanceof Object && "message" in error ? String(error.message) : String(error)
}
