import assert from "node:assert/strict"
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { after, before, test } from "node:test"
import { connectEmbedded, openOrJoinDatabase } from "../connect.ts"
import { silent } from "../log.ts"
import { MIGRATIONS } from "../migrate.ts"
import { openDatabase } from "../open.ts"
import { copyOfTemplate } from "../test-template.ts"
import { holdingProcess } from "./hold.ts"
import { AlreadyOpenError } from "./lock.ts"
import { placesIn } from "./places.ts"
import { startEmbedded } from "./start.ts"

let dataDir: string
let remove: () => void
before(async () => {
  ;({ dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent))
})
after(() => remove())

test("a second process is refused while the first lives, and accepted after its kill -9", async (t) => {
  const first = await holdingProcess(dataDir)
  assert.ok(first.answer.ready)
  const second = await holdingProcess(dataDir)
  assert.ok(!second.answer.ready)
  assert.match(second.answer.message, new RegExp(`${dataDir} is in use by process ${first.child.pid} `))
  assert.match(second.answer.message, /DATA_DIR/)
  await first.kill()
  const third = await holdingProcess(dataDir)
  assert.ok(third.answer.ready, JSON.stringify(third.answer))
  t.diagnostic(
    `ready ${first.answer.ms} ms after a clean end, ${third.answer.ms} ms after kill -9, resident ${Math.round(third.answer.rss / 1e6)} MB`,
  )
  assert.ok(third.answer.ms < 5_000)
  assert.equal(await third.end(), 0)
})

test("within one process, too, there is only one", async () => {
  const embedded = await startEmbedded({ dataDir, log: silent, durable: false })
  await assert.rejects(startEmbedded({ dataDir, log: silent }), AlreadyOpenError)
  await embedded.stop()
})

test("of two that start at once on an empty directory, exactly one wins, and it makes the database", async (t) => {
  const empty = mkdtempSync(path.join(os.tmpdir(), "docket-test-"))
  const both = await Promise.all([holdingProcess(empty), holdingProcess(empty)])
  const winners = both.filter(({ answer }) => answer.ready)
  assert.equal(winners.length, 1)
  assert.ok(existsSync(path.join(empty, "database", "PG_VERSION")))
  const answer = winners[0]?.answer
  if (answer?.ready) t.diagnostic(`first start ${answer.ms} ms, resident ${Math.round(answer.rss / 1e6)} MB`)
  await Promise.all(both.map((process) => process.end()))
  rmSync(empty, { recursive: true })
})

test("the socket is this user's alone, and its path is short whatever DATA_DIR is", async () => {
  const deep = path.join(dataDir, "d".repeat(60), "e".repeat(60))
  mkdirSync(deep, { recursive: true })
  const short = placesIn(deep)
  assert.ok(short.socket.length <= 100)
  rmSync(short.socketDir, { recursive: true })
  const embedded = await startEmbedded({ dataDir, log: silent, durable: false })
  const places = placesIn(dataDir)
  assert.equal(statSync(places.socket).mode & 0o777, 0o600)
  assert.equal(statSync(places.socketDir).mode & 0o777, 0o700)
  assert.equal(statSync(places.database).mode & 0o777, 0o700)
  assert.equal(places.socketDir, path.join(realpathSync(dataDir), "run"))
  await embedded.stop()
  assert.ok(!existsSync(places.holder))
})

test("a further process joins the one that is running, or opens the database itself", async () => {
  assert.equal(await connectEmbedded(dataDir, silent), null)
  const server = await openDatabase({ dataDir, log: silent, durable: false })
  const importer = await openOrJoinDatabase({ dataDir, log: silent })
  assert.equal(importer.embedded, null)
  await importer.pool.query("insert into settings (key, value) values ('joined', '1')")
  const { rows } = await server.pool.query("select value from settings where key = 'joined'")
  assert.deepEqual(rows, [{ value: 1 }])
  await importer.close()
  await server.close()
  const alone = await openOrJoinDatabase({ dataDir, log: silent, durable: false })
  assert.notEqual(alone.embedded, null)
  await alone.close()
})

test("a folder of other things is not taken for a database", async () => {
  const other = mkdtempSync(path.join(os.tmpdir(), "docket-test-"))
  mkdirSync(path.join(other, "database", "photos"), { recursive: true })
  await assert.rejects(startEmbedded({ dataDir: other, log: silent }), /holds files \(photos\) but no database/)
  rmSync(other, { recursive: true })
})
