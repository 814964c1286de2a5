import assert from "node:assert/strict"
import { test } from "node:test"
import type { StatusCategory, WorkflowGraph } from "@docket/contract/workflows"
import { columnsOf, hiddenAtFirst } from "./columns.ts"

const graph = (...statuses: [string, StatusCategory][]): WorkflowGraph => ({
  initial: statuses[0]?.[0] ?? "",
  statuses: statuses.map(([key, category]) => ({ key, name: key, category })),
  transitions: [],
})
const tickets = graph(["open", "todo"], ["in_progress", "active"], ["resolved", "review"], ["closed", "done"])
const tasks = graph(["pending", "todo"], ["in_progress", "active"], ["completed", "done"], ["cancelled", "cancelled"])
const keys = (...graphs: WorkflowGraph[]) => columnsOf(graphs).map((column) => column.key)

test("one workflow gives its statuses in its own order, whatever their categories", () => {
  const staged = graph(["new", "todo"], ["progress", "active"], ["withdrawn", "cancelled"], ["closed", "done"])
  assert.deepEqual(keys(staged), ["new", "progress", "withdrawn", "closed"])
})

test("several workflows are united by status key, each addition where its category belongs", () => {
  assert.deepEqual(keys(tickets, tasks), ["open", "pending", "in_progress", "resolved", "closed", "completed", "cancelled"])
  assert.deepEqual(keys(tickets, tickets), keys(tickets))
})

test("cancelled work is hidden at first", () => {
  assert.deepEqual(hiddenAtFirst(columnsOf([tickets, tasks])), ["cancelled"])
})
