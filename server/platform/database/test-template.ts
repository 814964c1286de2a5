/**
 * The template that embedded test databases are copied from: initialised and migrated once per machine, then reused until PGlite or the
 * migrations change. Several test processes may start at once: one makes it while the others wait.
 */
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { DatabaseLog } from "./log.ts"
import { type Migration, migrate, readMigrations } from "./migrate.ts"
import { openDatabase } from "./open.ts"

const LAYOUT = 2 // raise when what follows makes different templates
const DAY = 24 * 60 * 60 * 1_000
const LONGEST_WAIT = 120_000

/** A data directory of its own with a migrated database in it, and what removes it. */
export async function copyOfTemplate(migrations: string, log: DatabaseLog): Promise<{ dataDir: string; remove: () => void }> {
  const template = await templateFolder(migrations, log)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "docket-test-"))
  cpSync(template, dataDir, { recursive: true })
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true })
    process.off("exit", remove)
  }
  process.once("exit", remove) // a test that was interrupted leaves nothing behind either
  return { dataDir, remove }
}

async function templateFolder(migrations: string, log: DatabaseLog): Promise<string> {
  const root = path.join(os.tmpdir(), `docket-test-templates-${os.userInfo().uid}`)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const key = keyOf(await readMigrations(migrations))
  const template = path.join(root, key)
  if (!existsSync(template)) await alone(path.join(root, "lock"), () => make(root, template, migrations, log))
  const now = new Date()
  utimesSync(template, now, now)
  return template
}

export function keyOf(migrations: Migration[]): string {
  const hash = createHash("sha256").update(`${LAYOUT} ${pgliteVersion()}`)
  for (const migration of migrations) hash.update(` ${migration.version} ${migration.checksum}`)
  return hash.digest("hex").slice(0, 24)
}

async function make(root: string, template: string, migrations: string, log: DatabaseLog): Promise<void> {
  if (existsSync(template)) return
  removeUnused(root)
  const blank = path.join(root, `blank-${keyOf([])}`)
  if (!existsSync(blank)) await fill(blank, null, log)
  const draft = `${template}.draft`
  rmSync(draft, { recursive: true, force: true })
  cpSync(blank, draft, { recursive: true })
  await fill(draft, migrations, log)
  renameSync(draft, template)
}

/** Opens a data directory once and closes it properly: what is left needs no recovery. */
async function fill(dataDir: string, migrations: string | null, log: DatabaseLog): Promise<void> {
  const database = await openDatabase({ dataDir, log, durable: false })
  try {
    if (migrations) await migrate(database, migrations)
    else await dropTemplates(database)
  } finally {
    await database.close()
  }
  rmSync(path.join(dataDir, "run"), { recursive: true, force: true }) // the copy locks itself
}

/** Two thirds of the files to copy belong to databases nobody opens. */
async function dropTemplates(database: { pool: { query(sql: string): Promise<unknown> } }): Promise<void> {
  await database.pool.query("update pg_database set datistemplate = false where datname like 'template_'")
  await database.pool.query("drop database template0")
  await database.pool.query("drop database template1")
}

function removeUnused(root: string): void {
  for (const name of readdirSync(root)) {
    const folder = path.join(root, name)
    if (name !== "lock" && Date.now() - statSync(folder).mtimeMs > DAY) rmSync(folder, { recursive: true, force: true })
  }
}

async function alone(file: string, work: () => Promise<void>): Promise<void> {
  const lock = new DatabaseSync(file, { timeout: LONGEST_WAIT })
  try {
    lock.exec("begin exclusive")
    await work()
  } finally {
    lock.close()
  }
}

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  const { version } = createRequire(import.meta.url)(path.join(path.dirname(entry), "..", "package.json")) as { version: string }
  return version
}
