/**
 * An empty, migrated database for one test file: a copy of a template, on the embedded database or, with TEST_DATABASE_URL, on that server.
 * `close` throws it away.
 */
import { randomBytes } from "node:crypto"
import os from "node:os"
import pg from "pg"
import { type DatabaseLog, silent } from "./log.ts"
import { MIGRATIONS, migrate, readMigrations } from "./migrate.ts"
import { type Database, openDatabase } from "./open.ts"
import { copyOfTemplate, keyOf } from "./test-template.ts"

export type TestDatabaseOptions = {
  /** the folder of the migrations */
  migrations?: string
  /** a server to make it on; null for the embedded database whatever the environment says */
  databaseUrl?: string | null | undefined
  /** true keeps fsync on; only tests about durability need it */
  durable?: boolean
  log?: DatabaseLog
}

export async function testDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  const { migrations = MIGRATIONS, durable = false, log = silent } = options
  const url = options.databaseUrl === undefined ? process.env.TEST_DATABASE_URL : options.databaseUrl
  return url ? onServer(url, migrations, durable, log) : embedded(migrations, durable, log)
}

async function embedded(migrations: string, durable: boolean, log: DatabaseLog): Promise<Database> {
  const { dataDir, remove } = await copyOfTemplate(migrations, log)
  return andThen(await openDatabase({ dataDir, durable, log }), async () => remove())
}

const ADVISORY_LOCK = 7_301_114_407
const LEFT_BEHIND = 2 * 60 * 60 * 1_000

async function onServer(url: string, migrations: string, durable: boolean, log: DatabaseLog): Promise<Database> {
  const template = `docket_template_${keyOf(await readMigrations(migrations))}`
  const name = `docket_test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`
  await asAdministrator(url, async (admin) => {
    await makeTemplate(admin, url, template, migrations, log)
    await admin.query(`create database ${name} template ${template}`)
  })
  const database = await openDatabase({ databaseUrl: named(url, name), dataDir: os.tmpdir(), durable, log })
  return andThen(database, () =>
    asAdministrator(url, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  )
}

/** One process makes it, under its final name only when it is whole. */
async function makeTemplate(admin: pg.Client, url: string, template: string, migrations: string, log: DatabaseLog): Promise<void> {
  const exists = async () => (await admin.query("select from pg_database where datname = $1", [template])).rowCount === 1
  if (await exists()) return
  await admin.query("select pg_advisory_lock($1)", [ADVISORY_LOCK])
  if (await exists()) return
  await removeLeftBehind(admin)
  const draft = `${template}_draft`
  await admin.query(`drop database if exists ${draft} with (force)`)
  await admin.query(`create database ${draft} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`)
  const database = await openDatabase({ databaseUrl: named(url, draft), dataDir: os.tmpdir(), durable: false, log })
  try {
    await migrate(database, migrations)
  } finally {
    await database.close()
  }
  await admin.query(`alter database ${draft} rename to ${template}`)
}

async function removeLeftBehind(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select datname as name from pg_database where datname like 'docket\\_test\\_%'")
  for (const { name } of rows) {
    const made = Number.parseInt(name.split("_")[2] ?? "", 36)
    if (Date.now() - made > LEFT_BEHIND) await admin.query(`drop database if exists ${name} with (force)`)
  }
}

async function asAdministrator(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

function andThen(database: Database, after: () => Promise<void>): Database {
  let closed: Promise<void> | undefined
  return {
    ...database,
    close() {
      closed ??= database.close().then(after)
      return closed
    },
  }
}
