/** kill -9 in mid-write: what was acknowledged is there, and nothing is half done. */
import assert from "node:assert/strict"
import { randomInt } from "node:crypto"
import { type TestContext, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { silent } from "../log.ts"
import { MIGRATIONS } from "../migrate.ts"
import type { Database } from "../open.ts"
import { rows } from "../rows.ts"
import { copyOfTemplate } from "../test-template.ts"
import { clientOf, holdingProcess } from "./hold.ts"

const ROUNDS = 10
const WRITERS = 3

test(`${2 * ROUNDS} times kill -9 under ${WRITERS} writers lose nothing acknowledged and leave nothing half done`, async (t) => {
  await Promise.all([crash(t), crash(t)]) // two databases at a time: most of it is waiting for a start
})

async function crash(t: TestContext): Promise<void> {
  const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
  t.after(remove)
  const acknowledged: number[] = []
  const starts: number[] = []
  let next = 1

  /** Writes until the server is gone: a row in two tables, and a change to an older one. */
  async function write(database: Database): Promise<void> {
    for (;;) {
      const id = next++
      try {
        await database.kysely.transaction().execute(async (transaction) => {
          await rows(transaction, "insert into crash_left (id) values ($1)", [id])
          await rows(transaction, "insert into crash_right (id, filler) values ($1, $2)", [id, "x".repeat(randomInt(2_000))])
          await rows(transaction, "update crash_left set touched = touched + 1 where id = $1", [id - WRITERS])
        })
      } catch {
        return
      }
      acknowledged.push(id)
    }
  }

  for (let round = 0; round <= ROUNDS; round += 1) {
    const server = await holdingProcess(dataDir)
    assert.ok(server.answer.ready, JSON.stringify(server.answer))
    starts.push(server.answer.ms)
    const database = clientOf(dataDir)
    await database.pool.query("create table if not exists crash_left (id integer primary key, touched integer not null default 0)")
    await database.pool.query("create table if not exists crash_right (id integer primary key, filler text not null)")
    await verify(database, acknowledged)
    if (round < ROUNDS) {
      const enough = acknowledged.length + randomInt(1, 25)
      const writers = Array.from({ length: WRITERS }, () => write(database))
      while (acknowledged.length < enough) await sleep(1)
      await sleep(randomInt(0, 6))
      await server.kill()
      await Promise.all(writers)
    }
    await database.close()
    await server.end()
  }
  t.diagnostic(`${acknowledged.length} transactions acknowledged; ready after kill -9 in ${starts.slice(1).join(" ")} ms`)
  assert.ok(acknowledged.length >= ROUNDS)
}

async function verify(database: Database, acknowledged: number[]): Promise<void> {
  const { rows: found } = await database.pool.query<{ left: number | null; right: number | null }>(
    `select l.id as left, r.id as right from crash_left l full join crash_right r using (id)`,
  )
  assert.deepEqual(
    found.filter((row) => row.left === null || row.right === null),
    [],
    "half done",
  )
  const kept = new Set(found.map((row) => row.left))
  assert.deepEqual(
    acknowledged.filter((id) => !kept.has(id)),
    [],
    "acknowledged and lost",
  )
}
