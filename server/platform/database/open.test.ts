import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { after, before, test } from "node:test"
import { fileURLToPath } from "node:url"
import type pg from "pg"
import { silent } from "./log.ts"
import { MIGRATIONS } from "./migrate.ts"
import { type Database, embeddedHandle, isUnavailable, openDatabase } from "./open.ts"
import { rows } from "./rows.ts"
import { refuseUnsafeServer } from "./server-check.ts"
import { testDatabase } from "./test-database.ts"
import { copyOfTemplate } from "./test-template.ts"

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const onServer = { skip: process.env.TEST_DATABASE_URL ? false : "only on a server" }
const url = process.env.TEST_DATABASE_URL ?? ""

test("sessions run in UTC", async () => {
  assert.deepEqual((await database.pool.query("select current_setting('timezone') as zone")).rows, [{ zone: "UTC" }])
})

test("a transaction is kept as a whole or not at all", async () => {
  await database.pool.query("create table kept (id integer primary key)")
  const failing = database.kysely.transaction().execute(async (transaction) => {
    await rows(transaction, "insert into kept values (1)")
    throw new Error("changed my mind")
  })
  await assert.rejects(failing, /changed my mind/)
  const swallowed = database.kysely.transaction().execute(async (transaction) => {
    await rows(transaction, "insert into kept values (2)")
    await rows(transaction, "insert into kept values (2)").catch(() => undefined)
  })
  await assert.rejects(swallowed, /rolled back/, "a commit that PostgreSQL turned into a rollback is no success")
  await database.kysely
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((transaction) => rows(transaction, "insert into kept values (3)"))
  assert.deepEqual(await rows(database.kysely, "select id from kept"), [{ id: 3 }])
})

test("the number of changed rows is told", async () => {
  const result = await database.kysely
    .insertInto("settings")
    .values([
      { key: "a", value: "1" },
      { key: "b", value: "2" },
    ])
    .executeTakeFirstOrThrow()
  assert.equal(result.numInsertedOrUpdatedRows, 2n)
})

test("a statement that takes too long rejects, and the database goes on", async () => {
  const impatient = database.embedded
    ? embeddedHandle(String(database.connectionOptions.host), silent, { statementTimeout: 200 })
    : await openDatabase({
        databaseUrl: database.connectionOptions.connectionString,
        dataDir: "",
        log: silent,
        durable: false,
        statementTimeout: 200,
      })
  const slow = impatient.kysely.transaction().execute(async (transaction) => {
    await rows(transaction, "insert into settings (key, value) values ('slow', '1')")
    await rows(transaction, "select pg_sleep(0.6)")
  })
  await assert.rejects(slow, (error) => isUnavailable(error))
  await new Promise((resolve) => setTimeout(resolve, 600))
  assert.deepEqual(await rows(impatient.kysely, "select key from settings where key = 'slow'"), [])
  await impatient.close()
})

test("a server cuts all connections, idle and in use: queries reject as unavailable, the next ones work", onServer, async () => {
  const inUse = rows(database.kysely, "select pg_sleep(5)")
  const rejected = assert.rejects(inUse, (error) => isUnavailable(error))
  const other = await openDatabase({ databaseUrl: database.connectionOptions.connectionString, dataDir: "", log: silent, durable: false })
  await other.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  )
  await other.close()
  await rejected
  assert.deepEqual(await rows(database.kysely, "select 1 as fine"), [{ fine: 1 }])
})

test("limits on a server: statements, locks, idle transactions; DATABASE_URL cannot change the time zone", onServer, async () => {
  const address = new URL(String(database.connectionOptions.connectionString))
  address.searchParams.set("options", "-c timezone=Asia/Tokyo -c work_mem=8MB")
  const other = await openDatabase({ databaseUrl: address.toString(), dataDir: "", log: silent, durable: false })
  const names = ["timezone", "work_mem", "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"]
  const found = await rows<Record<string, string>>(
    other.kysely,
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(", ")}`,
  )
  assert.deepEqual(Object.values(found[0] ?? {}), ["UTC", "8MB", "15s", "5s", "30s"])
  await other.close()
})

test("a server that may lose what it acknowledged is refused, unless it is for a test", onServer, async () => {
  const address = new URL(url)
  address.searchParams.set("options", "-c synchronous_commit=off")
  await assert.rejects(openDatabase({ databaseUrl: address.toString(), dataDir: "", log: silent }), /synchronous_commit = off/)
})

test("a server that is too old is refused", async () => {
  const answer = { server_version_num: "140012", server_version: "14.12", fsync: "on", full_page_writes: "on", synchronous_commit: "on" }
  const pool = { query: async () => ({ rows: [answer] }) } as unknown as pg.Pool
  await assert.rejects(refuseUnsafeServer(pool, { durable: true }), /PostgreSQL 14.12 is too old/)
})

test("a server that is not there rejects as unavailable", async () => {
  const opening = openDatabase({ databaseUrl: "postgres://postgres@127.0.0.1:1/none", dataDir: "", log: silent })
  await assert.rejects(opening, (error) => isUnavailable(error))
})

test("what counts as unavailable", () => {
  const coded = (code: string, more: object = {}) => Object.assign(new Error("no"), { code, ...more })
  for (const code of ["57P01", "57P02", "57P03", "08006", "08003", "ECONNREFUSED", "ECONNRESET", "53300"])
    assert.ok(isUnavailable(coded(code)), code)
  for (const code of ["23505", "42601", "22P02", "ENOENT"]) assert.ok(!isUnavailable(coded(code)), code)
  assert.ok(isUnavailable(coded("ENOENT", { syscall: "connect" })))
  assert.ok(isUnavailable(new Error("Connection terminated unexpectedly")))
  assert.ok(isUnavailable(new Error("timeout exceeded when trying to connect")))
  assert.ok(isUnavailable(new AggregateError([coded("ECONNREFUSED")])))
  assert.ok(!isUnavailable(new Error("something else")))
  assert.ok(!isUnavailable("a string"))
})

test("when the embedded engine ends by itself, the process ends with it, and the next one finds everything", async () => {
  const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
  const script = fileURLToPath(new URL("./embedded/dying-process.ts", import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, dataDir], { encoding: "utf8" })
  assert.equal(status, 1)
  assert.match(stderr, /database engine/)
  const next = await openDatabase({ dataDir, log: silent })
  assert.deepEqual(await rows(next.kysely, "select id from before_the_end"), [{ id: 1 }])
  await next.close()
  remove()
})
