import assert from "node:assert/strict"
import { test } from "node:test"
import { clear, selectAll, settle, start, step, targets, toggle } from "./cursor.ts"

const rows = ["a", "b", "c", "d", "e"]
const selected = (cursor: { selected: ReadonlySet<string> }) => [...cursor.selected].sort().join("")

test("the first step lands on the first row, and the ends hold", () => {
  assert.equal(step(start, rows, 1).current, "a")
  assert.equal(step(start, rows, -1).current, "e")
  assert.equal(step(step(start, rows, 1), rows, -1).current, "a")
  assert.equal(step(start, [], 1).current, null)
})

test("a range grows downwards, shrinks on the way back, and grows upwards past its anchor", () => {
  let cursor = step(step(start, rows, 1), rows, 2)
  cursor = step(cursor, rows, 1, true)
  cursor = step(cursor, rows, 1, true)
  assert.equal(selected(cursor), "cde")
  cursor = step(cursor, rows, -1, true)
  assert.equal(selected(cursor), "cd")
  cursor = step(step(step(cursor, rows, -1, true), rows, -1, true), rows, -1, true)
  assert.equal(selected(cursor), "abc")
})

test("X selects, with Shift everything in between", () => {
  let cursor = toggle(start, rows, "b")
  cursor = toggle(cursor, rows, "e", true)
  assert.equal(selected(cursor), "bcde")
  assert.equal(selected(toggle(cursor, rows, "c")), "bde")
  assert.equal(selected(selectAll(cursor, rows)), "abcde")
  assert.equal(selected(clear(cursor)), "")
})

test("a command acts on the selection in row order, else on the current row", () => {
  const cursor = toggle(toggle(step(start, rows, 1), rows, "d"), rows, "b")
  assert.deepEqual(targets(cursor, rows), ["b", "d"])
  assert.deepEqual(targets(step(start, rows, 1), rows), ["a"])
  assert.deepEqual(targets(start, rows), [])
})

test("when the current row goes, the one in its place is next; what has gone is not selected", () => {
  const cursor = toggle(toggle(start, rows, "b"), rows, "c")
  const after = settle(cursor, rows, ["a", "b", "d", "e"])
  assert.equal(after.current, "d")
  assert.equal(selected(after), "b")
  assert.equal(settle(after, ["a", "b", "d", "e"], ["a", "b", "d", "e"]), after)
})
