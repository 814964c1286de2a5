import assert from "node:assert/strict"
import { test } from "node:test"
import { cardSentence, dueOf, subItemsOf } from "./card-facts.ts"
import { card } from "./fixtures.test-data.ts"

const now = new Date("2026-11-21T10:00:00")
const due = (dueDate: string | null, statusCategory: "todo" | "done" = "todo") => dueOf(card("a", "todo", { dueDate, statusCategory }), now)

test("a due date is grey, orange within a week, red from the day itself", () => {
  assert.equal(due(null), null)
  assert.deepEqual(due("2026-12-09"), { tone: "plain", text: "9 Dec", past: false })
  assert.deepEqual(due("2026-11-25"), { tone: "soon", text: "25 Nov", past: false })
  assert.deepEqual(due("2026-11-21"), { tone: "over", text: "Today", past: false })
  assert.deepEqual(due("2026-11-20"), { tone: "over", text: "20 Nov", past: true })
})

test("finished work is due no longer", () => {
  assert.equal(due("2026-11-20", "done"), null)
})

test("sub-items are counted by parent, cancelled ones left out", () => {
  const parent = { id: "p", key: "WEB-p", title: "Parent" }
  const children = (["todo", "done", "cancelled"] as const).map((category, at) =>
    card(`${at}`, "todo", { parent, statusCategory: category }),
  )
  assert.deepEqual(subItemsOf(children).get("p"), { done: 1, all: 2 })
})

test("a card is said in one sentence", () => {
  const ticket = card("7", "todo", {
    type: "story",
    priority: "high",
    title: "Print a label",
    statusName: "To Do",
    blocked: true,
    dueDate: "2026-11-21",
  })
  assert.equal(
    cardSentence(ticket, now, { done: 1, all: 2 }),
    "WEB-7, story, high, Print a label, To Do, nobody, due today, blocked by an open ticket, 1 of 2 sub-tickets done",
  )
})
