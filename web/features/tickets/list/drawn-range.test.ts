import assert from "node:assert/strict"
import { test } from "node:test"
import { drawnRange, headAbove } from "./drawn-range.ts"

test("the head above a row is the nearest one before it", () => {
  assert.equal(headAbove([0, 5, 9], 4), 0)
  assert.equal(headAbove([0, 5, 9], 5), 5)
  assert.equal(headAbove([3], 2), -1)
})

test("the focused row and the head are drawn wherever they are, once and in order", () => {
  const range = { startIndex: 50, endIndex: 52, overscan: 1, count: 100 }
  assert.deepEqual(drawnRange(range, [40, 3]), [3, 40, 49, 50, 51, 52, 53])
  assert.deepEqual(drawnRange(range, [51, -1, undefined, 400]), [49, 50, 51, 52, 53])
})
