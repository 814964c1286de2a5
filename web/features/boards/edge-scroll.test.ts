import assert from "node:assert/strict"
import { test } from "node:test"
import { edgeSpeed } from "./edge-scroll.ts"

test("no scrolling in the middle, towards the edge that is near, faster the nearer", () => {
  assert.equal(edgeSpeed(400, 0, 800), 0)
  assert.ok(edgeSpeed(10, 0, 800) < edgeSpeed(60, 0, 800))
  assert.ok(edgeSpeed(60, 0, 800) < 0)
  assert.ok(edgeSpeed(790, 0, 800) > 0)
  assert.equal(edgeSpeed(2000, 0, 800), edgeSpeed(800, 0, 800))
})
