import assert from "node:assert/strict"
import { describe, test } from "node:test"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { validateGraph } from "#modules/workflows"
import { categoryOf, extended, graphFor, missingStates, statusFor } from "./states.ts"

const further = ["Awaiting Approval", "Cancelled", "В ожидании", "On Hold"]

describe("states", () => {
  test("belong to a category; what no word tells is a kind of waiting", () => {
    const expected = {
      New: "todo",
      Active: "active",
      "Awaiting User Info": "waiting",
      "awaiting evidence": "waiting",
      Resolved: "review",
      Closed: "done",
      "In Progress": "active",
      "On Hold": "waiting",
      Canceled: "cancelled",
      Quux: "waiting",
    }
    for (const [state, category] of Object.entries(expected)) assert.equal(categoryOf(state), category, state)
  })
  test("make a workflow that may be published, with statuses for those that no other log has", () => {
    const graph = graphFor(missingStates(null, ["New", "closed", ...further]))
    assert.deepEqual(validateGraph(graph), [])
    assert.equal(graph.initial, "new")
    assert.equal(graph.autoCloseHours, undefined)
    for (const state of further) assert.equal(statusFor(graph, "desk", state).name, state)
    assert.equal(statusFor(graph, "desk", "Cancelled").category, "cancelled")
  })
  test("that come later are added to what the workflow has become", () => {
    const before = { ...graphFor([]), autoCloseHours: 24 }
    assert.deepEqual(missingStates(before, ["New", "Awaiting Approval", "awaiting approval"]), ["Awaiting Approval"])
    const after = extended(before, ["Awaiting Approval"])
    assert.deepEqual(validateGraph(after), [])
    assert.deepEqual(after.transitions.slice(0, before.transitions.length), before.transitions)
    assert.equal(after.autoCloseHours, 24)
    assert.equal(after.statuses.length, before.statuses.length + 1)
  })
  test("without end are not all statuses; the others are mapped", () => {
    const many = Array.from({ length: 500 }, (_, n) => `Waiting ${n}`)
    const graph = graphFor(missingStates(null, many))
    assert.equal(graph.statuses.length, 28)
    assert.deepEqual(validateGraph(graph), [])
    assert.equal(statusFor(graph, "desk", "Waiting 499").category, "waiting")
  })

  const graphOf = (...statuses: [key: string, name: string, category: WorkflowGraph["statuses"][number]["category"]][]): WorkflowGraph => ({
    initial: statuses[0]?.[0] ?? "",
    statuses: statuses.map(([key, name, category]) => ({ key, name, category })),
    transitions: [],
  })
  test("are mapped to another workflow by name, by category, or to what comes nearest", () => {
    const itsm = graphOf(
      ["open", "Open", "todo"],
      ["in_progress", "In Progress", "active"],
      ["resolved", "Resolved", "review"],
      ["closed", "Closed", "done"],
    )
    const keys = ["New", "Active", "Awaiting Vendor", "Resolved", "Closed", "Cancelled"].map((state) => statusFor(itsm, "desk", state).key)
    assert.deepEqual(keys, ["open", "in_progress", "in_progress", "resolved", "closed", "closed"])
    const agile = graphOf(
      ["todo", "To Do", "todo"],
      ["doing", "Doing", "active"],
      ["review", "PO Review", "review"],
      ["done", "Done", "done"],
    )
    assert.equal(statusFor(agile, "work", "Resolved").key, "done", "on a board review is work under way")
    assert.equal(statusFor(graphOf(["done", "Done", "done"]), "work", "New").key, "done", "any workflow has its first status")
  })
})
