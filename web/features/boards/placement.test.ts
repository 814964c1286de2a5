import assert from "node:assert/strict"
import { test } from "node:test"
import { card } from "./fixtures.test-data.ts"
import { type ColumnList, placeTickets } from "./placement.ts"

const list = (key: string, tickets: ColumnList["tickets"], total: number | null = tickets.length): ColumnList => ({
  key,
  tickets,
  total,
  hasMore: false,
  status: "ready",
})
const ids = (lists: ColumnList[]) => placeTickets(lists).map((column) => column.tickets.map((ticket) => ticket.id).join(""))
const totals = (lists: ColumnList[]) => placeTickets(lists).map((column) => column.total)

test("cards lie in the column of their status, by rank", () => {
  assert.deepEqual(ids([list("todo", [card("c", "todo"), card("a", "todo")]), list("done", [card("b", "done")])]), ["ac", "b"])
})

test("a card that is being moved lies in its new column before the lists know, and the counts go with it", () => {
  const lists = [list("todo", [card("a", "todo"), card("b", "done")], 40), list("done", [card("c", "done")], 7)]
  assert.deepEqual(ids(lists), ["a", "bc"])
  assert.deepEqual(totals(lists), [39, 8])
})

test("when both lists know it already it is there once and counted once", () => {
  const moved = card("b", "done")
  const lists = [list("todo", [card("a", "todo"), moved], 40), list("done", [moved, card("c", "done")], 8)]
  assert.deepEqual(ids(lists), ["a", "bc"])
  assert.deepEqual(totals(lists), [39, 8])
})

test("an unknown total stays unknown", () => {
  assert.deepEqual(totals([list("todo", [], null)]), [null])
})
