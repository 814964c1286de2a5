import assert from "node:assert/strict"
import { test } from "node:test"
import { nextInGrid } from "./roving.ts"

test("a list", () => {
  const rows = [1, 1, 1]
  assert.deepEqual(nextInGrid(rows, { row: 0, column: 0 }, "j"), { row: 1, column: 0 })
  assert.deepEqual(nextInGrid(rows, { row: 2, column: 0 }, "ArrowDown"), { row: 2, column: 0 })
  assert.deepEqual(nextInGrid(rows, { row: 0, column: 0 }, "End"), { row: 2, column: 0 })
  assert.equal(nextInGrid(rows, { row: 0, column: 0 }, "x"), null)
  assert.equal(nextInGrid([], { row: 0, column: 0 }, "j"), null)
})

test("a grid whose rows differ keeps the column where it can", () => {
  const rows = [3, 1, 3]
  assert.deepEqual(nextInGrid(rows, { row: 0, column: 2 }, "ArrowDown"), { row: 1, column: 0 })
  assert.deepEqual(nextInGrid(rows, { row: 2, column: 1 }, "ArrowRight"), { row: 2, column: 2 })
  assert.deepEqual(nextInGrid(rows, { row: 2, column: 0 }, "ArrowLeft"), { row: 2, column: 0 })
})
