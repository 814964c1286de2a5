import assert from "node:assert/strict"
import { it } from "node:test"
import { askForPassword, isAsking, onAsking, settle } from "./proof.ts"

it("asks once for all who wait, and anew for whoever comes later", async () => {
  const seen: boolean[] = []
  const stop = onAsking(() => seen.push(isAsking()))
  const both = [askForPassword(), askForPassword()]
  settle(true)
  assert.deepEqual(await Promise.all(both), [true, true])
  const next = askForPassword()
  settle(false)
  assert.equal(await next, false)
  assert.deepEqual(seen, [true, false, true, false])
  stop()
})
