import assert from "node:assert/strict"
import { test } from "node:test"
import { card } from "./fixtures.test-data.ts"
import { cellOf, layOut } from "./lanes.ts"
import { steady } from "./steady.ts"

const lay = (todo: string, done: string) => {
  const column = (key: string, ids: string) => ({ key, tickets: [...ids].map((id) => card(id, key)), total: null, hasMore: false })
  return layOut([column("todo", todo), column("done", done)], "none", new Map())
}

test("the same layout is the same object", () => {
  const before = lay("ab", "c")
  assert.equal(steady(before, lay("ab", "c")), before)
})

test("only cells that changed are new", () => {
  const before = lay("ab", "c")
  const now = steady(before, lay("a", "c"))
  assert.notEqual(now, before)
  assert.equal(cellOf(now, "whole", "done"), cellOf(before, "whole", "done"))
  assert.deepEqual(cellOf(now, "whole", "todo"), ["a"])
})

test("a card that leaves the only cell it had is noticed", () => {
  assert.notEqual(steady(lay("a", "c"), lay("a", "")).cells.size, 2)
})
