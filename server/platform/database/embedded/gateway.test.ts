/** Several clients on the one engine: nobody sees or breaks what another is doing. */
import assert from "node:assert/strict"
import net from "node:net"
import { after, before, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { silent } from "../log.ts"
import { MIGRATIONS } from "../migrate.ts"
import { embeddedHandle } from "../open.ts"
import { copyOfTemplate } from "../test-template.ts"
import { placesIn } from "./places.ts"
import { type Embedded, startEmbedded } from "./start.ts"

const IDLE_IN_TRANSACTION = 600

let dataDir: string
let remove: () => void
let embedded: Embedded
before(async () => {
  ;({ dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent))
  embedded = await startEmbedded({ dataDir, log: silent, durable: false, idleInTransactionMs: IDLE_IN_TRANSACTION })
  const database = embeddedHandle(embedded.socketDir, silent)
  await database.pool.query("create table things (id integer primary key, note text)")
  await database.close()
})
after(async () => {
  await embedded.stop()
  remove()
})

async function client(): Promise<pg.Client> {
  const made = new pg.Client(embeddedHandle(embedded.socketDir, silent).connectionOptions)
  made.on("error", () => undefined)
  await made.connect()
  return made
}

test("large statements of several clients do not get into each other's", async () => {
  const clients = await Promise.all(Array.from({ length: 4 }, client))
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(
      clients.map(async (each, index) => {
        const text = String(index).repeat(200_000 + round)
        const { rows } =
          index % 2 === 0
            ? await each.query("select $1::text as text", [text])
            : await each.query("select $2::int as more, $1::text as text", [text, index])
        return rows[0].text === text
      }),
    )
    assert.deepEqual(answers, [true, true, true, true])
  }
  await Promise.all(clients.map((each) => each.end()))
})

test("a transaction is one client's alone: the others wait until it ends, then go on", async () => {
  const [one, other] = [await client(), await client()]
  await one.query("begin")
  await one.query("insert into things values (1, 'in a transaction')")
  let answered = false
  const waiting = other.query("select count(*) from things where id = 1").then(({ rows }) => {
    answered = true
    return rows
  })
  await sleep(50)
  assert.equal(answered, false)
  await one.query("commit")
  assert.deepEqual(await waiting, [{ count: 1 }])
  await Promise.all([one.end(), other.end()])
})

test("a client that dies inside a transaction is rolled back, and the others go on", async () => {
  const [dying, other] = [await client(), await client()]
  await dying.query("begin")
  await dying.query("insert into things values (2, 'never')")
  const waiting = other.query("select count(*) from things where id = 2")
  ;(dying as unknown as { connection: { stream: net.Socket } }).connection.stream.destroy()
  assert.deepEqual((await waiting).rows, [{ count: 0 }])
  await other.query("insert into things values (2, 'the id is free')")
  await other.end()
})

test("a client that sleeps in a transaction is sent away, and rolled back", async () => {
  const [sleeper, other] = [await client(), await client()]
  const gone = new Promise((resolve) => sleeper.once("end", resolve))
  await sleeper.query("begin")
  await sleeper.query("insert into things values (3, 'never')")
  const { rows } = await other.query("select count(*) from things where id = 3")
  assert.deepEqual(rows, [{ count: 0 }])
  await gone
  await other.end()
})

test("an error inside a transaction is that client's; its rollback frees the engine", async () => {
  const [one, other] = [await client(), await client()]
  await one.query("begin")
  await assert.rejects(one.query("select nonsense"), /nonsense/)
  await assert.rejects(one.query("select 1"), /current transaction is aborted/)
  const waiting = other.query("select 1 as fine")
  await one.query("rollback")
  assert.deepEqual((await waiting).rows, [{ fine: 1 }])
  await Promise.all([one.end(), other.end()])
})

test("whoever does not speak the protocol, or leaves in the middle of a statement, disturbs nobody", async () => {
  const { socket } = placesIn(dataDir)
  for (const noise of [
    Buffer.from("GET / HTTP/1.1\r\nHost: here\r\n\r\n"),
    Buffer.alloc(64, 0xff),
    Buffer.from([0, 0, 0, 8, 4, 210, 22, 47, 0, 0]),
  ]) {
    const connection = net.connect(socket)
    connection.on("error", () => undefined)
    connection.write(noise)
    await sleep(20)
    connection.destroy()
  }
  const [leaving, other] = [await client(), await client()]
  const stream = (leaving as unknown as { connection: { stream: net.Socket } }).connection.stream
  stream.write(Buffer.concat([parse("select 1"), Buffer.from([0x48, 0, 0, 0, 4])])) // Parse, Flush, and never a Sync
  await sleep(50)
  let answered = false
  const waiting = other.query("select 2 as fine").then(({ rows }) => {
    answered = true
    return rows
  })
  await sleep(50)
  assert.equal(answered, false, "the first client still has its statement open")
  stream.destroy()
  assert.deepEqual(await waiting, [{ fine: 2 }])
  await other.end()
})

function parse(sql: string): Buffer {
  const body = Buffer.from(`\0${sql}\0\0\0`)
  const head = Buffer.alloc(5, "P")
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
