import assert from "node:assert/strict"
import { test } from "node:test"
import { card } from "./fixtures.test-data.ts"
import { cellKey, type Grid } from "./lanes.ts"
import { changesFor, mayChangeLane } from "./move-changes.ts"

const dele = { id: "dele", name: "Dele" }
const grid: Grid = {
  lanes: [
    { id: "dele", kind: "person", person: dele },
    { id: "rest", kind: "rest" },
  ],
  columns: ["todo", "done"],
  cells: new Map([
    [cellKey("rest", "todo"), ["a", "b", "c"]],
    [cellKey("dele", "done"), ["d"]],
  ]),
}
const at = (lane: string, column: string, index: number) => ({ lane, column, index })
const planner = card("a", "todo", { can: ["move", "editPlan", "assign"], assignees: [] })
const from = at("rest", "todo", 0)

test("staying changes nothing", () => {
  assert.deepEqual(changesFor(grid, planner, from, from, "assignee"), {})
})

test("reordering sets the rank between the new neighbours", () => {
  assert.deepEqual(changesFor(grid, planner, from, at("rest", "todo", 1), "assignee"), { rank: { beforeId: "b", afterId: "c" } })
})

test("another column and lane change status, order and assignee at once", () => {
  assert.deepEqual(changesFor(grid, planner, from, at("dele", "done", 0), "assignee"), {
    status: "done",
    rank: { beforeId: null, afterId: "d" },
    assigneeIds: ["dele"],
  })
})

test("an empty cell leaves the rank alone; so does someone who may not plan", () => {
  assert.deepEqual(changesFor(grid, planner, from, at("rest", "done", 0), "assignee"), { status: "done" })
  const mover = card("a", "todo", { can: ["move"] })
  assert.deepEqual(changesFor(grid, mover, from, at("rest", "todo", 2), "assignee"), {})
})

test("the other assignees stay when the first one changes; the lane of nobody takes all away", () => {
  const shared = card("d", "done", { can: ["assign"], assignees: [dele, { id: "yuki", name: "Yuki" }] })
  assert.deepEqual(changesFor(grid, shared, at("dele", "done", 0), at("rest", "done", 0), "assignee"), { assigneeIds: [] })
  assert.deepEqual(changesFor(grid, { ...shared, id: "a" }, from, at("dele", "todo", 0), "assignee"), { assigneeIds: ["dele", "yuki"] })
})

test("by parent the lane is the parent, and nothing hangs below itself", () => {
  const epics: Grid = {
    ...grid,
    lanes: [
      { id: "dele", kind: "ticket", ticket: { id: "dele", key: "WEB-1", title: "Epic" } },
      { id: "rest", kind: "rest" },
    ],
  }
  assert.deepEqual(changesFor(epics, planner, from, at("dele", "todo", 0), "epic"), { parentId: "dele" })
  assert.equal(mayChangeLane(planner, { id: "a", kind: "ticket", ticket: { id: "a", key: "WEB-a", title: "" } }, "parent"), false)
  assert.equal(mayChangeLane(card("x", "todo", { can: ["move"] }), { id: "rest", kind: "rest" }, "assignee"), false)
})
