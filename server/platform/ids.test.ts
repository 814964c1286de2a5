import assert from "node:assert/strict"
import { test } from "node:test"
import { idTime, newId } from "#platform/ids"

test("an id is a UUIDv7 that carries its time", () => {
  const before = Date.now()
  const id = newId()
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(Math.abs(idTime(id) - before) < 1_000)
})

test("ids of one process only grow, even faster than the clock ticks", () => {
  let previous = ""
  const seen = new Set<string>()
  for (let i = 0; i < 50_000; i += 1) {
    const id = newId()
    assert.ok(id > previous, `${id} after ${previous}`)
    previous = id
    seen.add(id)
  }
  assert.equal(seen.size, 50_000)
})
