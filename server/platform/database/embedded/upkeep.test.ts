import assert from "node:assert/strict"
import path from "node:path"
import { test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { silent } from "../log.ts"
import { MIGRATIONS } from "../migrate.ts"
import { embeddedHandle } from "../open.ts"
import { copyOfTemplate } from "../test-template.ts"
import { openEngine } from "./engine.ts"
import { Gateway } from "./gateway.ts"
import { placesIn } from "./places.ts"
import { keepUp } from "./upkeep.ts"

const onFatal = (reason: string): never => {
  throw new Error(reason)
}

test("dead rows go, statistics come, the log is cut: without anybody asking", async (t) => {
  const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
  t.after(remove)
  const { pglite } = await openEngine({ folder: path.join(dataDir, "database"), durable: false, onFatal })
  const gateway = new Gateway({ pglite, idleInTransactionMs: 30_000, onFatal })
  const { socket, socketDir } = placesIn(dataDir)
  await gateway.listen(socket)
  const database = embeddedHandle(socketDir, silent)
  const first = async (sql: string) => (await database.pool.query(sql)).rows[0]
  const log = () => first("select (pg_current_wal_lsn() - redo_lsn)::float8 as bytes from pg_control_checkpoint()")

  await database.pool.query("create table busy (id integer primary key, note text)")
  await database.pool.query("insert into busy select n, repeat('x', 100) from generate_series(1, 10000) n")
  await database.pool.query("update busy set note = repeat('y', 100)")
  assert.ok((await log()).bytes > 1_000_000)
  assert.deepEqual(await first("select reltuples from pg_class where relname = 'busy'"), { reltuples: -1 })

  const troubles: unknown[] = []
  const pace = { tick: 20, quiet: 0, patience: 0, logBytes: 1_000_000, checkpointEvery: 60_000 }
  const stop = keepUp({ pglite, gateway, pace, onError: (error) => troubles.push(error) })
  const deadline = Date.now() + 10_000
  const done = async () =>
    (await log()).bytes < 1_000_000 &&
    (
      await first(
        "select c.reltuples = 10000 and s.n_dead_tup = 0 as tidy from pg_class c join pg_stat_user_tables s on s.relid = c.oid where c.relname = 'busy'",
      )
    ).tidy
  while (!(await done()) && Date.now() < deadline) await sleep(50)
  assert.ok(await done())
  assert.deepEqual(troubles, [])

  stop()
  await database.close()
  await gateway.close()
  await pglite.close()
})
