import assert from "node:assert/strict"
import { test } from "node:test"
import { briefTime, calendarDays, clockTime, dayText, relativeTime } from "./time-words.ts"

const now = new Date(2026, 10, 21, 14, 0, 0)
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test("under a day relative, then the date", () => {
  assert.equal(relativeTime(at(2026, 10, 21, 13, 59), now), "1 min ago")
  assert.equal(relativeTime(new Date(now.getTime() - 20_000).toISOString(), now), "now")
  assert.equal(relativeTime(new Date(now.getTime() + 20_000).toISOString(), now), "now")
  assert.equal(relativeTime(at(2026, 10, 21, 9, 0), now), "5 h ago")
  assert.equal(relativeTime(at(2026, 10, 20, 23, 30), now), "yesterday")
  assert.equal(relativeTime(at(2026, 10, 19, 23, 30), now), "19 Nov")
  assert.equal(relativeTime(at(2025, 10, 19, 23, 30), now), "19 Nov 2025")
})

test("a night's work is hours, not yesterday", () => {
  assert.equal(relativeTime(at(2026, 10, 20, 23, 0), new Date(2026, 10, 21, 1, 0)), "2 h ago")
})

test("ahead", () => {
  assert.equal(relativeTime(at(2026, 10, 21, 14, 14), now), "in 14 min")
  assert.equal(relativeTime(at(2026, 10, 21, 17, 0), now), "in 3 h")
  assert.equal(relativeTime(at(2026, 10, 22, 13, 0), now), "tomorrow")
})

test("brief, clock and day", () => {
  assert.equal(briefTime(at(2026, 10, 21, 11, 0), now), "3h")
  assert.equal(briefTime(at(2026, 10, 19, 11, 0), now), "2d")
  assert.equal(clockTime(at(2026, 10, 21, 8, 5), now), "08:05")
  assert.equal(clockTime(at(2026, 10, 20, 8, 5), now), "20 Nov, 08:05")
  assert.equal(dayText("2026-11-25", now), "25 Nov")
  assert.equal(calendarDays(new Date(2026, 2, 29, 1), new Date(2026, 2, 28, 23)), 1)
})
