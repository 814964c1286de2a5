import assert from "node:assert/strict"
import { test } from "node:test"
import type { ListedTicket } from "@docket/contract/tickets"
import { agile, card } from "./fixtures.test-data.ts"
import { type Mover, verdictFor } from "./verdict.ts"

const developer: Mover = { projectRole: "developer", role: "employee" }
const move = (to: string, category: ListedTicket["statusCategory"], requires: ("note" | "reason")[] = []) => ({
  to,
  name: "Go",
  statusName: to,
  category,
  requires,
})
const inReview = card("a", "po_review", { can: ["move"] })
const inProgress = card("a", "in_progress", { can: ["move"], transitions: [move("todo", "todo"), move("po_review", "review")] })
const verdict = (ticket: ListedTicket, to: string, mover = developer) => verdictFor(ticket, to, agile, mover, "refuse", false)

test("its own column is no move, a listed one is allowed with what it asks", () => {
  assert.deepEqual(verdict(inProgress, "in_progress"), { kind: "here" })
  const asking = card("a", "todo", { can: ["move"], transitions: [move("in_progress", "active", ["note"])] })
  const decided = verdict(asking, "in_progress")
  assert.equal(decided.kind === "allowed" && decided.asks.join(), "note")
})

test("finishing in spite of a blocker asks for the reason, where the project refuses blockers", () => {
  const blocked = card("a", "po_review", { can: ["move"], blocked: true, transitions: [move("done", "done")] })
  const asks = (blockers: "refuse" | "warn") => {
    const decided = verdictFor(blocked, "done", agile, developer, blockers, false)
    return decided.kind === "allowed" ? decided.asks.join() : decided.kind
  }
  assert.equal(asks("refuse"), "override")
  assert.equal(asks("warn"), "")
})

test("a guard that refuses names who may; from further away also where to leave the card for them", () => {
  assert.deepEqual(verdict(inReview, "done"), { kind: "refused", refusal: { why: "guard", who: [{ role: "product_owner" }], from: null } })
  assert.deepEqual(verdict(inProgress, "done"), {
    kind: "refused",
    refusal: { why: "guard", who: [{ role: "product_owner" }], from: "po_review" },
  })
})

test("whoever passes the guard is only shown the way", () => {
  const owner: Mover = { projectRole: "product_owner", role: "employee" }
  assert.deepEqual(verdict(inProgress, "done", owner), { kind: "refused", refusal: { why: "unlisted", path: ["po_review"] } })
  const todo = card("a", "todo", { can: ["move"], transitions: [move("in_progress", "active")] })
  assert.deepEqual(verdict(todo, "done", owner), { kind: "refused", refusal: { why: "unlisted", path: ["in_progress", "po_review"] } })
})

test("not one's own, not in its workflow, nowhere to go", () => {
  assert.deepEqual(verdict(card("a", "todo"), "in_progress"), { kind: "refused", refusal: { why: "not-yours" } })
  assert.deepEqual(verdict(inProgress, "completed"), { kind: "refused", refusal: { why: "foreign" } })
  assert.deepEqual(verdict(inReview, "todo"), { kind: "refused", refusal: { why: "unlisted", path: [] } })
})

test("while the server has not answered a move, the next one is foreseen from the graph", () => {
  const moving = card("a", "todo", { can: ["move"], transitions: [] })
  assert.equal(verdict(moving, "in_progress").kind, "refused")
  assert.equal(verdictFor(moving, "in_progress", agile, developer, "refuse", true).kind, "allowed")
  assert.equal(verdictFor(inReview, "done", agile, developer, "refuse", true).kind, "refused")
})
