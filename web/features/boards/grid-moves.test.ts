import assert from "node:assert/strict"
import { test } from "node:test"
import { carry, endOfColumn, neighboursAt, nextCard, placeOf, positionOf, withCardAt } from "./grid-moves.ts"
import { cellKey, cellOf, type Grid } from "./lanes.ts"

/** Two lanes, three columns: one: ab | (empty) | c · two: d | e | (empty) */
const grid: Grid = {
  lanes: [
    { id: "one", kind: "person", person: { id: "one", name: "One" } },
    { id: "two", kind: "rest" },
  ],
  columns: ["todo", "doing", "done"],
  cells: new Map([
    [cellKey("one", "todo"), ["a", "b"]],
    [cellKey("one", "done"), ["c"]],
    [cellKey("two", "todo"), ["d"]],
    [cellKey("two", "doing"), ["e"]],
  ]),
}
const none: ReadonlySet<string> = new Set()
const show = (board: Grid) =>
  board.lanes.map((lane) => board.columns.map((column) => cellOf(board, lane.id, column).join("") || "-").join(" ")).join(" / ")

test("a card taken out and put in elsewhere", () => {
  assert.equal(show(withCardAt(grid, "a", { lane: "one", column: "done", index: 1 })), "b - ca / d e -")
  assert.equal(show(withCardAt(grid, "a", { lane: "one", column: "todo", index: 1 })), "ba - c / d e -")
  assert.equal(withCardAt(grid, "a", { lane: "one", column: "todo", index: 0 }), grid)
})

test("neighbours are those without the card itself; none in an empty cell", () => {
  assert.deepEqual(neighboursAt(grid, "a", { lane: "one", column: "todo", index: 1 }), { beforeId: "b", afterId: null })
  assert.deepEqual(neighboursAt(grid, "d", { lane: "one", column: "todo", index: 1 }), { beforeId: "a", afterId: "b" })
  assert.deepEqual(neighboursAt(grid, "d", { lane: "one", column: "doing", index: 0 }), { beforeId: null, afterId: null })
})

test("position counts over all lanes", () => {
  assert.deepEqual(positionOf(grid, "d"), { position: 3, of: 3 })
  assert.equal(positionOf(grid, "z"), null)
})

test("arrows: up and down through the lanes, left and right over empty cells", () => {
  assert.equal(nextCard(grid, "b", "down", none), "d")
  assert.equal(nextCard(grid, "d", "up", none), "b")
  assert.equal(nextCard(grid, "d", "down", none), null)
  assert.equal(nextCard(grid, "b", "right", none), "c")
  assert.equal(nextCard(grid, "c", "left", none), "a")
  assert.equal(nextCard(grid, "e", "right", none), null)
})

test("arrows begin at the first card and pass over closed lanes", () => {
  assert.equal(nextCard(grid, null, "down", none), "a")
  assert.equal(nextCard(grid, null, "down", new Set(["one"])), "d")
  assert.equal(nextCard(grid, "b", "down", new Set(["two"])), null)
  assert.equal(endOfColumn(grid, "a", "last", none), "d")
  assert.equal(endOfColumn(grid, "a", "last", new Set(["two"])), "b")
})

test("carrying: sideways over columns that refuse, which are named", () => {
  const at = placeOf(grid, "b")
  assert.ok(at)
  const accepts = (column: string) => column !== "doing"
  assert.deepEqual(carry(grid, "b", at, "right", accepts, none), { to: { lane: "one", column: "done", index: 1 }, skipped: ["doing"] })
  assert.deepEqual(carry(grid, "b", at, "left", accepts, none), { to: null, skipped: [] })
  assert.deepEqual(
    carry(grid, "b", at, "right", () => false, none),
    { to: null, skipped: ["doing", "done"] },
  )
})

test("carrying: up and down, over the edge into the next lane", () => {
  const at = { lane: "one", column: "todo", index: 1 }
  assert.deepEqual(carry(grid, "b", at, "up", () => true, none).to, { lane: "one", column: "todo", index: 0 })
  assert.deepEqual(carry(grid, "b", at, "down", () => true, none).to, { lane: "two", column: "todo", index: 0 })
  assert.deepEqual(carry(grid, "b", { lane: "two", column: "todo", index: 0 }, "up", () => true, none).to, {
    lane: "one",
    column: "todo",
    index: 1,
  })
  assert.equal(carry(grid, "b", at, "down", () => true, new Set(["two"])).to, null)
})
