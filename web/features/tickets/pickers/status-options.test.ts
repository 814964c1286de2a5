import assert from "node:assert/strict"
import { test } from "node:test"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { ticketLike } from "../ticket-like.test-data.ts"
import { sharedChoices, statusChoices } from "./status-options.ts"

const agile: WorkflowGraph = {
  initial: "todo",
  statuses: [
    { key: "todo", name: "To Do", category: "todo" },
    { key: "in_progress", name: "In Progress", category: "active" },
    { key: "po_review", name: "PO Review", category: "review" },
    { key: "done", name: "Done", category: "done" },
  ],
  transitions: [
    { from: "todo", to: "in_progress", name: "Start" },
    { from: "in_progress", to: "todo", name: "Put back" },
    { from: "in_progress", to: "po_review", name: "Send to review" },
    { from: "po_review", to: "done", name: "Accept", allow: [{ role: "product_owner" }] },
    { from: "po_review", to: "in_progress", name: "Reject", allow: [{ role: "product_owner" }, { role: "member", relation: "assignee" }] },
  ],
}
const inReview = ticketLike({ status: "po_review", statusName: "PO Review", statusCategory: "review" })

test("what is not allowed says which rule forbids it", () => {
  const choices = statusChoices(inReview, agile)
  assert.deepEqual(
    choices.map((choice) => [choice.key, choice.refusal]),
    [
      ["po_review", null],
      ["todo", "after In Progress"],
      ["in_progress", "only a product owner or a member who is the assignee"],
      ["done", "only a product owner"],
    ],
  )
})

test("allowed moves come first with their verb and what they need", () => {
  const ticket = ticketLike({
    ...inReview,
    transitions: [{ to: "done", name: "Accept", statusName: "Done", category: "done", requires: ["note"] }],
  })
  const [first, second] = statusChoices(ticket, agile)
  assert.deepEqual([first?.key, first?.verb, first?.requires], ["done", "Accept", ["note"]])
  assert.equal(second?.current, true)
})

test("without the graph the allowed moves and the present status remain", () => {
  assert.deepEqual(
    statusChoices(inReview, null).map((choice) => choice.key),
    ["po_review"],
  )
})

test("several tickets share what any of them may do, with the number that may", () => {
  const start = { to: "in_progress", name: "Start", statusName: "In Progress", category: "active", requires: [] } as const
  const close = { to: "closed", name: "Close", statusName: "Closed", category: "done", requires: ["resolution"] } as const
  const shared = sharedChoices([
    ticketLike({ transitions: [{ ...start, requires: [] }] }),
    ticketLike({
      transitions: [
        { ...start, requires: [] },
        { ...close, requires: ["resolution"] },
      ],
    }),
  ])
  assert.deepEqual(
    shared.map((choice) => [choice.key, choice.count]),
    [
      ["in_progress", 2],
      ["closed", 1],
    ],
  )
})
