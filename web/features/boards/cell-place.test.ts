import assert from "node:assert/strict"
import { test } from "node:test"
import { indexAt } from "./cell-place.ts"

const ids = ["a", "b", "c", "d"]
const boxes = ["b", "c"].map((id, at) => ({ id, middle: 100 + at * 100 }))

test("above, between and below the drawn cards", () => {
  assert.equal(indexAt(boxes, 50, ids, "x"), 1)
  assert.equal(indexAt(boxes, 150, ids, "x"), 2)
  assert.equal(indexAt(boxes, 500, ids, "x"), 3)
})

test("the dragged card does not count", () => {
  assert.equal(indexAt(boxes, 150, ids, "a"), 1)
  assert.equal(indexAt(boxes, 150, ids, "b"), 1)
})

test("an empty cell has one place", () => {
  assert.equal(indexAt([], 50, [], "x"), 0)
})
