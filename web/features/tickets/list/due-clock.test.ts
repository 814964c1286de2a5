import assert from "node:assert/strict"
import { test } from "node:test"
import { ticketLike } from "../ticket-like.test-data.ts"
import { rowClock, spokenClock } from "./due-clock.ts"

const now = new Date("2026-11-21T12:00:00")
const due = (dueDate: string) => rowClock(ticketLike({ dueDate }), now)

test("a due date counts in days, and says when it is over", () => {
  assert.deepEqual(due("2026-11-19"), { kind: "due", state: "breached", text: "2 d over" })
  assert.deepEqual(due("2026-11-21"), { kind: "due", state: "approaching", text: "Today" })
  assert.equal(due("2026-11-22").text, "Tomorrow")
  assert.equal(due("2026-11-24").text, "Tue 24")
  assert.equal(due("2026-12-09").text, "9 Dec")
  assert.equal(due("2027-01-22").text, "22 Jan")
  assert.equal(due("2028-01-22").text, "Jan 2028")
})

test("without a due date it is the age; what has ended has no clock", () => {
  assert.deepEqual(rowClock(ticketLike({ createdAt: "2026-11-18T11:00:00" }), now), { kind: "age", text: "3d" })
  const ended = ticketLike({ dueDate: "2026-11-01", statusCategory: "done", closedAt: "2026-11-21T10:00:00" })
  assert.deepEqual(rowClock(ended, now), { kind: "ended", text: "2h" })
})

test("an age is never a date", () => {
  const age = (createdAt: string) => rowClock(ticketLike({ createdAt }), now).text
  assert.deepEqual([age("2026-10-13T10:00:00"), age("2026-01-13T10:00:00"), age("2016-02-29T10:00:00")], ["39d", "10mo", "10y"])
})

test("spoken, it is part of a sentence", () => {
  assert.equal(spokenClock(ticketLike({ dueDate: "2026-11-22" }), now), "due tomorrow")
  assert.equal(spokenClock(ticketLike({ dueDate: "2026-11-19" }), now), "2 d over")
})
