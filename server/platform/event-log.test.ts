import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { sql } from "kysely"
import pg from "pg"
import { testDatabase } from "#platform/database/test-database"
import { eventsAfter, presentPlace, readCursor, writeCursor } from "#platform/event-log"
import { newId } from "#platform/ids"

let database: Awaited<ReturnType<typeof testDatabase>>
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const writers = 30
const each = 40
const insert =
  "insert into events (at, name, entity, entity_id, actor_kind, data) values (now(), 'ticket.updated', 'ticket', $1, 'system', $2)"

/** Transactions of different length, so that numbers are handed out in another order than they are committed in. */
async function writer(number: number, pool: pg.Pool) {
  for (let at = 0; at < each; at++) {
    const client = await pool.connect()
    try {
      await client.query("begin")
      await client.query(insert, [newId(), JSON.stringify({ writer: number, at })])
      if (database.kind === "server") await client.query("select pg_sleep($1)", [Math.random() * 0.004])
      await client.query("commit")
    } finally {
      client.release()
    }
  }
}

test("a reader that follows 30 writers misses nothing and sees everything once, in one order", { timeout: 60_000 }, async () => {
  const pool = database.kind === "server" ? new pg.Pool({ ...database.connectionOptions, max: writers }) : database.pool
  let place = await presentPlace(database.kysely)
  const seen: string[] = []
  let writing = true
  const reader = (async () => {
    for (;;) {
      const over = !writing
      const events = await eventsAfter(database.kysely, place, 100)
      for (const event of events) seen.push(`${(event.data as { writer: number }).writer}.${(event.data as { at: number }).at}`)
      place = events.at(-1) ?? place
      if (events.length === 0 && over) return
      if (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
  })()
  await Promise.all(Array.from({ length: writers }, (_, number) => writer(number, pool)))
  writing = false
  await reader
  assert.equal(seen.length, writers * each)
  assert.equal(new Set(seen).size, writers * each)
  const again = await eventsAfter(database.kysely, { xid: "0", id: 0 }, 10_000)
  assert.deepEqual(
    again.map(({ data }) => `${(data as { writer: number }).writer}.${(data as { at: number }).at}`),
    seen,
  )
  if (pool !== database.pool) await pool.end()
})

test("going by the number alone would have missed some: what is under way is hidden until all before it has ended", async (t) => {
  if (database.kind !== "server") return t.skip("one engine runs one transaction at a time")
  const [early, late] = [await database.pool.connect(), await database.pool.connect()]
  try {
    const place = await presentPlace(database.kysely)
    await early.query("begin")
    await early.query(insert, [newId(), "{}"])
    await late.query(insert, [newId(), "{}"])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from events where id > ${place.id}`.execute(database.kysely)
    assert.equal(rows[0]?.n, 1, "the late number is committed, the early one is not")
    assert.equal((await eventsAfter(database.kysely, place, 10)).length, 0)
    await early.query("commit")
    assert.equal((await eventsAfter(database.kysely, place, 10)).length, 2)
  } finally {
    early.release()
    late.release()
  }
})

test("a cursor is opaque and comes back as it went; anything else is refused", () => {
  const place = { xid: "7340032", id: 18 }
  assert.deepEqual(readCursor(writeCursor(place)), place)
  for (const wrong of [
    "",
    "abc",
    "Li4u",
    Buffer.from("1.x").toString("base64url"),
    Buffer.from("99999999999999999999.1").toString("base64url"),
  ])
    assert.throws(() => readCursor(wrong), { status: 400 })
})
