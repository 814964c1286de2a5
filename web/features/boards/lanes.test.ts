import assert from "node:assert/strict"
import { test } from "node:test"
import type { ListedTicket } from "@docket/contract/tickets"
import { card } from "./fixtures.test-data.ts"
import { cellOf, type LaneChoice, layOut } from "./lanes.ts"

const parent = ({ id, key, title }: ListedTicket) => ({ id, key, title })
const epic = card("e", "todo", { type: "epic", title: "Orders" })
const story = card("s", "todo", { type: "story", parent: parent(epic) })
const task = card("t", "done", { type: "task", parent: parent(story), assignee: { id: "2", name: "Dele" } })
const free = card("f", "todo", { assignee: { id: "1", name: "Amara" } })
const all = [epic, story, task, free]
const known = new Map(all.map((ticket) => [ticket.id, ticket]))

function lay(choice: LaneChoice, tickets = all) {
  const column = (key: string) => ({ key, tickets: tickets.filter((ticket) => ticket.status === key), total: null, hasMore: false })
  const grid = layOut([column("todo"), column("done")], choice, known)
  return Object.fromEntries(grid.lanes.map((lane) => [lane.id, grid.columns.map((key) => cellOf(grid, lane.id, key).join(""))]))
}

test("without lanes everything is one", () => {
  assert.deepEqual(lay("none"), { whole: ["esf", "t"] })
})

test("by epic: a task finds its epic through its story, and the epic itself is no card", () => {
  assert.deepEqual(lay("epic"), { e: ["s", "t"], rest: ["f", ""] })
})

test("by parent: the nearest one; epics are cards of the rest", () => {
  assert.deepEqual(lay("parent"), { e: ["s", ""], s: ["", "t"], rest: ["ef", ""] })
})

test("by assignee: by name, nobody last", () => {
  assert.deepEqual(Object.keys(lay("assignee")), ["1", "2", "rest"])
})

test("an empty board still has a lane", () => {
  assert.deepEqual(lay("epic", []), { whole: ["", ""] })
})

test("a parent that may not be read is named by what travels with the card", () => {
  const hidden = card("x", "todo", { parent: { id: "h", key: "WEB-9", title: "Hidden" } })
  assert.deepEqual(lay("parent", [hidden]), { h: ["x", ""] })
  assert.deepEqual(lay("epic", [hidden]), { rest: ["x", ""] })
})
