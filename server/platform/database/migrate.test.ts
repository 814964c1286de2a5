import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { after, before, beforeEach, test } from "node:test"
import { migrate } from "./migrate.ts"
import type { Database } from "./open.ts"
import { testDatabase } from "./test-database.ts"

const FIRST = "create table animals (id integer primary key, name text not null);\ninsert into animals values (1, 'cat');\n"
const SECOND = "alter table animals add column legs integer;\nupdate animals set legs = 4 where true;\n"

let database: Database
let folder: string
before(async () => {
  database = await testDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), "docket-migrations-"))
})
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const write = (name: string, sql: string) => writeFileSync(path.join(folder, name), sql)
const animals = async () => (await database.pool.query("select * from animals order by id")).rows
const records = async () => (await database.pool.query("select version, name from schema_migrations order by version")).rows

beforeEach(async () => {
  rmSync(folder, { recursive: true })
  folder = mkdtempSync(path.join(os.tmpdir(), "docket-migrations-"))
  await database.pool.query("drop table if exists animals, plants, schema_migrations")
})

test("applies what is missing, in order, and nothing twice", async () => {
  write("0001_animals.sql", FIRST)
  assert.deepEqual(await migrate(database, folder), ["0001_animals"])
  assert.deepEqual(await migrate(database, folder), [])
  write("0002_legs.sql", SECOND)
  assert.deepEqual(await migrate(database, folder), ["0002_legs"])
  assert.deepEqual(await animals(), [{ id: 1, name: "cat", legs: 4 }])
  assert.deepEqual(await records(), [
    { version: 1, name: "animals" },
    { version: 2, name: "legs" },
  ])
})

test("several that start together apply each migration once", async () => {
  write("0001_animals.sql", FIRST)
  write("0002_legs.sql", SECOND)
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database, folder)))
  assert.deepEqual(applied.flat().sort(), ["0001_animals", "0002_legs"])
  assert.deepEqual(await animals(), [{ id: 1, name: "cat", legs: 4 }])
})

test("one that fails leaves nothing behind, names its line, and can be mended and run again", async () => {
  write("0001_animals.sql", FIRST)
  write("0002_plants.sql", "create table plants (id integer);\ninsert into plants values (1);\ninsert into plants valuez (2);\n")
  await assert.rejects(migrate(database, folder), /migration 0002_plants, line 3: syntax error/)
  assert.deepEqual(await records(), [{ version: 1, name: "animals" }])
  assert.equal((await database.pool.query("select to_regclass('plants') as found")).rows[0].found, null)
  write("0002_plants.sql", "create table plants (id integer);\n")
  assert.deepEqual(await migrate(database, folder), ["0002_plants"])
})

test("one whose connection is cut leaves nothing behind", async (t) => {
  if (database.kind === "embedded") return t.skip("kill -9 of the embedded database has its own test")
  write("0001_animals.sql", `${FIRST}select pg_terminate_backend(pg_backend_pid());\n`)
  await assert.rejects(migrate(database, folder))
  assert.equal((await database.pool.query("select to_regclass('animals') as found")).rows[0].found, null)
  write("0001_animals.sql", FIRST)
  assert.deepEqual(await migrate(database, folder), ["0001_animals"])
})

test("a changed migration and a database that is newer than the program are refused", async () => {
  write("0001_animals.sql", FIRST)
  write("0002_legs.sql", SECOND)
  await migrate(database, folder)
  write("0001_animals.sql", `${FIRST}-- an afterthought\n`)
  await assert.rejects(migrate(database, folder), /0001_animals was changed after it had been applied/)
  write("0001_animals.sql", FIRST)
  rmSync(path.join(folder, "0002_legs.sql"))
  await assert.rejects(migrate(database, folder), /newer than this program: it has migration 0002_legs/)
})

test("files are numbered without gaps, and line ends of another system change nothing", async () => {
  write("0002_legs.sql", SECOND)
  await assert.rejects(migrate(database, folder), /0002_legs.sql: the next migration is number 0001/)
  rmSync(path.join(folder, "0002_legs.sql"))
  write("first.sql", FIRST)
  await assert.rejects(migrate(database, folder), /NNNN_name.sql/)
  rmSync(path.join(folder, "first.sql"))
  write("0001_animals.sql", FIRST)
  await migrate(database, folder)
  write("0001_animals.sql", FIRST.replaceAll("\n", "\r\n"))
  assert.deepEqual(await migrate(database, folder), [])
})

test("with nothing to do it asks one question", async () => {
  write("0001_animals.sql", FIRST)
  await migrate(database, folder)
  let queries = 0
  const counting = {
    ...database,
    pool: Object.create(database.pool, { query: { value: (text: string) => ++queries && database.pool.query(text) } }),
  }
  await migrate(counting, folder)
  assert.equal(queries, 1)
})
