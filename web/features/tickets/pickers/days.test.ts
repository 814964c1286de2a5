import assert from "node:assert/strict"
import { test } from "node:test"
import { dayFrom, estimateFrom } from "./days.ts"

test("days are counted in the calendar, across months", () => {
  const now = new Date(2026, 10, 28, 23, 30)
  assert.equal(dayFrom(0, now), "2026-11-28")
  assert.equal(dayFrom(7, now), "2026-12-05")
})

test("an estimate is a number, nothing, or not one", () => {
  assert.equal(estimateFrom(" 2,5 "), 2.5)
  assert.equal(estimateFrom(""), null)
  assert.equal(estimateFrom("-1"), undefined)
  assert.equal(estimateFrom("soon"), undefined)
})
