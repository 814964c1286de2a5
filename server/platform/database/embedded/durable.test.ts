/** A commit is on the disk before it is acknowledged: exactly one fsync each, seen by the engine and, where strace exists, by the kernel. */
import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { test } from "node:test"
import { silent } from "../log.ts"
import { MIGRATIONS } from "../migrate.ts"
import { rows } from "../rows.ts"
import { testDatabase } from "../test-database.ts"
import { copyOfTemplate } from "../test-template.ts"
import { clientOf, holdingProcess } from "./hold.ts"

const COMMITS = 25

test("one fsync a commit, whatever the transaction holds, and none for reading", async () => {
  const database = await testDatabase({ durable: true, databaseUrl: null })
  const fsyncs = async () => (await database.embedded?.counters())?.fsyncs ?? Number.NaN
  await database.pool.query("create table written (id integer primary key, note text)")

  let before = await fsyncs()
  for (let id = 0; id < COMMITS; id += 1) await database.pool.query("insert into written values ($1, 'alone')", [id])
  assert.equal((await fsyncs()) - before, COMMITS)

  before = await fsyncs()
  for (let id = 0; id < COMMITS; id += 1) {
    await database.kysely.transaction().execute(async (transaction) => {
      await rows(transaction, "insert into written values ($1, 'first')", [1_000 + id])
      await rows(transaction, "update written set note = 'second' where id = $1", [id])
      await rows(transaction, "delete from written where id = $1", [1_000 + id - 1])
    })
  }
  assert.equal((await fsyncs()) - before, COMMITS)

  before = await fsyncs()
  for (let id = 0; id < COMMITS; id += 1) await database.pool.query("select * from written where id = $1", [id])
  assert.equal((await fsyncs()) - before, 0)
  await database.close()
})

const strace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0

test("the kernel sees it: as many fsync calls as commits", { skip: strace ? false : "there is no strace here" }, async (t) => {
  const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-strace-"))
  t.after(() => {
    remove()
    rmSync(folder, { recursive: true })
  })
  const trace = path.join(folder, "trace")
  const calls = () => readFileSync(trace, "utf8").match(/(fsync|fdatasync)\(\d+(\)| <unfinished)/g)?.length ?? 0
  const server = await holdingProcess(dataDir, ["strace", "-f", "--seccomp-bpf", "-e", "trace=fsync,fdatasync", "-o", trace])
  assert.ok(server.answer.ready, JSON.stringify(server.answer))
  const database = clientOf(dataDir)
  await database.pool.query("create table written (id integer primary key)")
  const before = calls()
  for (let id = 0; id < COMMITS; id += 1) {
    const seen = calls()
    await database.pool.query("insert into written values ($1)", [id])
    assert.equal(calls() - seen, 1, "the acknowledgement came before the fsync")
  }
  assert.equal(calls() - before, COMMITS)
  await database.close()
  await server.end()
})
