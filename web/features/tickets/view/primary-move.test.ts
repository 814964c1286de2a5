import assert from "node:assert/strict"
import { test } from "node:test"
import type { AllowedMove } from "@docket/contract/tickets"
import { ticketLike } from "../ticket-like.test-data.ts"
import { otherMoves, primaryMove } from "./primary-move.ts"

const move = (to: string, category: AllowedMove["category"]): AllowedMove => ({ to, name: to, statusName: to, category, requires: [] })

test("the nearest step forward comes first", () => {
  const open = ticketLike({ statusCategory: "todo", transitions: [move("resolved", "review"), move("in_progress", "active")] })
  assert.equal(primaryMove(open)?.to, "in_progress")
  assert.deepEqual(
    otherMoves(open).map((each) => each.to),
    ["resolved"],
  )
  const held = ticketLike({ statusCategory: "waiting", transitions: [move("open", "todo"), move("in_progress", "active")] })
  assert.equal(primaryMove(held)?.to, "in_progress")
})

test("where nothing lies ahead it is the way back, never an end", () => {
  const closed = ticketLike({ statusCategory: "done", transitions: [move("rejected", "cancelled"), move("in_progress", "active")] })
  assert.equal(primaryMove(closed)?.to, "in_progress")
  assert.equal(primaryMove(ticketLike({ transitions: [] })), null)
})

test("withdrawing has its own button", () => {
  const own = ticketLike({ statusCategory: "todo", can: ["withdraw"], transitions: [move("withdrawn", "cancelled")] })
  assert.deepEqual(otherMoves(own), [])
})
