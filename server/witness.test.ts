/** kill -9 of a whole Docket on its embedded database, again and again, in the middle of what people do with it. */
import assert from "node:assert/strict"
import { randomInt } from "node:crypto"
import { test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { silent } from "#platform/database/log"
import { MIGRATIONS } from "#platform/database/migrate"
import { openDatabase } from "#platform/database/open"
import { copyOfTemplate } from "#platform/database/test-template"
import { becomes, crewOf, docketProcess } from "./test/docket-process.ts"
import { brokenInvariants } from "./test/invariants.ts"
import { Witness } from "./test/witness.ts"

const accidents = 8
const clients = 4

test(`${accidents} times kill -9 in mid-work: nothing acknowledged is lost, nothing happens twice, nothing is half done`, {
  timeout: 200_000,
}, async (t) => {
  const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
  t.after(remove)
  let docket = await docketProcess(dataDir)
  t.after(() => docket.kill())
  const witness = new Witness(await crewOf(docket, dataDir), Number(process.env.TEST_SEED ?? 20261121))
  let unanswered = 0

  for (let accident = 0; accident < accidents; accident++) {
    const enough = witness.told + randomInt(3, 25)
    const working = Promise.all(Array.from({ length: clients }, () => witness.work(docket)))
    working.catch(() => undefined)
    assert.ok(await becomes(() => witness.told >= enough, 60_000), docket.output())
    await sleep(randomInt(0, 10))
    await docket.kill()
    await working
    unanswered += witness.open
    docket = await docketProcess(dataDir)
    await witness.askAgain(docket)
  }
  await docket.kill()

  const database = await openDatabase({ dataDir, log: silent, durable: false })
  t.after(() => database.close())
  t.diagnostic(`${witness.told} deeds acknowledged, ${unanswered} of them after asking again`)
  assert.deepEqual(await witness.disagreements(database.pool), [])
  assert.deepEqual(await brokenInvariants(database.pool), [])
  assert.ok(witness.told >= 3 * accidents && unanswered > 0)
})
