/**
 * Brings a database to the state of the program: SQL files `NNNN_name.sql`, each in one transaction together with its record, so that
 * an interrupted one leaves nothing behind. Several nodes may start together: an advisory lock lets one through at a time.
 */
import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import type { Database } from "./open.ts"

export const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url))

export type Migration = { version: number; name: string; checksum: string; sql: string }

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/
const ADVISORY_LOCK = 7_301_114_406
const UNDEFINED_TABLE = "42P01"

const RECORDS = `create table if not exists schema_migrations (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz(3) not null default now()
)`

/** Applies what is missing and returns the names. With nothing to do it costs one query. */
export async function migrate(database: Pick<Database, "pool" | "connectionOptions">, folder: string = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const todo = missing(migrations, await readRecords(database.pool))
  return todo.length === 0 ? [] : applyAll(database, todo, migrations)
}

/** On a connection of its own, without the limits in time that requests have. */
async function applyAll(database: Pick<Database, "connectionOptions">, todo: Migration[], migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({
    ...database.connectionOptions,
    query_timeout: 0,
    statement_timeout: 0,
    lock_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  })
  client.on("error", () => undefined) // the query that was under way rejects
  await client.connect()
  const applied: string[] = []
  try {
    for (const migration of todo) {
      if (await applyOnce(client, migration, migrations)) applied.push(`${number(migration.version)}_${migration.name}`)
    }
  } finally {
    await client.end()
  }
  return applied
}

/** The files of a folder in order: numbered from 1 without gaps. */
export async function readMigrations(folder: string = MIGRATIONS): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort()
  return Promise.all(
    files.map(async (file, index) => {
      const [, version, name] = FILE.exec(file) ?? []
      if (!version || !name) throw new Error(`${file}: a migration is called NNNN_name.sql`)
      if (Number(version) !== index + 1) throw new Error(`${file}: the next migration is number ${number(index + 1)}`)
      const sql = (await readFile(path.join(folder, file), "utf8")).replaceAll("\r\n", "\n")
      return { version: Number(version), name, checksum: createHash("sha256").update(sql).digest("hex"), sql }
    }),
  )
}

type Applied = { version: number; name: string; checksum: string }

async function readRecords(client: pg.Pool | pg.Client): Promise<Applied[]> {
  try {
    const { rows } = await client.query<Applied>("select version, name, checksum from schema_migrations order by version")
    return rows
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNDEFINED_TABLE) return []
    throw error
  }
}

function missing(migrations: Migration[], records: Applied[]): Migration[] {
  for (const record of records) {
    const known = migrations[record.version - 1]
    const title = `${number(record.version)}_${record.name}`
    if (!known)
      throw new Error(`the database is newer than this program: it has migration ${title}. Start the version that made it, or a later one.`)
    if (known.checksum !== record.checksum)
      throw new Error(`migration ${title} was changed after it had been applied: restore the file and write a new one`)
  }
  return migrations.slice(records.length)
}

/** False where another node was faster. */
async function applyOnce(client: pg.Client, migration: Migration, migrations: Migration[]): Promise<boolean> {
  await client.query("begin")
  try {
    await client.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK])
    await client.query(RECORDS)
    const first = missing(migrations, await readRecords(client))[0]
    if (first?.version !== migration.version) {
      await client.query("rollback")
      return false
    }
    await client.query(migration.sql)
    const { version, name, checksum } = migration
    await client.query("insert into schema_migrations (version, name, checksum) values ($1, $2, $3)", [version, name, checksum])
    await client.query("commit")
    return true
  } catch (error) {
    await client.query("rollback").catch(() => undefined) // the connection itself may be gone; then the server rolls back
    throw named(error, migration)
  }
}

function named(error: unknown, migration: Migration): unknown {
  if (!(error instanceof Error)) return error
  const position = "position" in error ? Number(error.position) : 0
  const line = position > 0 ? `, line ${migration.sql.slice(0, position).split("\n").length}` : ""
  return new Error(`migration ${number(migration.version)}_${migration.name}${line}: ${error.message}`, { cause: error })
}

function number(version: number): string {
  return String(version).padStart(4, "0")
}
