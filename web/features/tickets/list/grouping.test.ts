import assert from "node:assert/strict"
import { test } from "node:test"
import { ticketLike } from "../ticket-like.test-data.ts"
import { group, items, nowhere, place } from "./grouping.ts"

const none: ReadonlySet<string> = new Set()
const list = [
  ticketLike({ id: "a", statusCategory: "active", priority: "low" }),
  ticketLike({ id: "b", statusCategory: "todo", priority: "critical" }),
  ticketLike({ id: "c", statusCategory: "active", priority: "high" }),
]

test("groups stand in the order of work, empty ones vanish, rows keep the list's order", () => {
  const places = place(nowhere, list, "status", none, false)
  const groups = group(list, "status", places, null)
  assert.deepEqual(
    groups.map((each) => [each.key, each.tickets.map((ticket) => ticket.id)]),
    [
      ["todo", ["b"]],
      ["active", ["a", "c"]],
    ],
  )
})

test("the most urgent priority leads", () => {
  const places = place(nowhere, list, "priority", none, false)
  assert.deepEqual(
    group(list, "priority", places, null).map((each) => each.key),
    ["critical", "high", "low"],
  )
})

test("nobody's tickets lead, then mine, then the others by name", () => {
  const people = [
    ticketLike({ id: "1", assignee: { id: "z", name: "Zoe" } }),
    ticketLike({ id: "2", assignee: { id: "me", name: "Me" } }),
    ticketLike({ id: "3", assignee: { id: "a", name: "Ada" } }),
    ticketLike({ id: "4", assignee: null }),
  ]
  const places = place(nowhere, people, "assignee", none, false)
  assert.deepEqual(
    group(people, "assignee", places, "me").map((each) => each.key),
    ["none", "me", "a", "z"],
  )
})

test("a row moved by others waits as long as somebody looks, an own change moves at once", () => {
  const first = place(nowhere, list, "status", none, true)
  const changed = list.map((ticket) => (ticket.id === "a" ? ticketLike({ id: "a", statusCategory: "done" }) : ticket))
  const held = place(first, changed, "status", new Set(["a"]), true)
  assert.deepEqual([held.of.get("a"), held.waiting.size], ["active", 1])
  // the mark of the change goes after a moment, the place does not
  const later = place(held, changed, "status", none, true)
  assert.deepEqual([later.of.get("a"), later.waiting.size], ["active", 1])
  assert.equal(place(first, changed, "status", none, true).of.get("a"), "done")
  assert.equal(place(later, changed, "status", none, false).of.get("a"), "done")
})

test("a folded group shows its head only; without grouping there is no head", () => {
  const places = place(nowhere, list, "status", none, false)
  const groups = group(list, "status", places, null)
  assert.deepEqual(
    items(groups, "status", new Set(["active"])).map((item) => item.key),
    ["group:todo", "b", "group:active"],
  )
  const flat = group(list, "none", place(nowhere, list, "none", none, false), null)
  assert.deepEqual(
    items(flat, "none", none).map((item) => item.key),
    ["a", "b", "c"],
  )
})
