import assert from "node:assert/strict"
import { test } from "node:test"
import type { ListedTicket } from "@docket/contract/tickets"
import { ticketLike } from "../tickets/ticket-like.test-data.ts"
import { actionOf, type LastWord, sentenceOf, stageOf, stepOf, whenWords, yourTurnFirst } from "./request-state.ts"

const now = new Date("2026-11-21T14:00:00")
const priya = { id: "priya", name: "Priya Nair" }
const request = (statusCategory: ListedTicket["statusCategory"], part: Partial<ListedTicket> = {}) =>
  ticketLike({ statusCategory, ...part })
const say = (ticket: ListedTicket, last: LastWord | null = null) => {
  const { lead, text } = sentenceOf(ticket, last, now)
  return lead ? `${lead} ${text}` : text
}
const asks: LastWord = { mine: false, name: "Tomás Reyes", text: "is Outlook on the web wrong too?" }
const move = (to: string, category: ListedTicket["statusCategory"]) => ({ to, name: to, statusName: to, category, requires: [] })

test("four steps: received, in progress, fixed, closed", () => {
  assert.deepEqual(
    (["todo", "active", "review", "done"] as const).map((category) =>
      stepOf(stageOf(request(category, { resolvedAt: now.toISOString() }), null)),
    ),
    [1, 2, 3, 4],
  )
})

test("received: by whom, and what comes next", () => {
  assert.equal(say(request("todo")), "Received. Nobody has taken it yet.")
  assert.equal(say(request("todo", { team: { id: "it", name: "IT support" } })), "Received by IT support. Nobody has taken it yet.")
  assert.equal(say(request("todo", { assignee: priya })), "Received. Priya will look at it.")
})

test("in progress: who is on it, and by when", () => {
  assert.equal(say(request("active", { assignee: priya, dueDate: "2026-11-25" })), "Priya is on it. Expected by 25 Nov")
  assert.equal(say(request("active")), "Someone is on it.")
})

test("a question in the middle of the work is the person's turn too, other words are not", () => {
  assert.equal(say(request("active", { assignee: priya }), asks), "Tomás asks: is Outlook on the web wrong too?")
  assert.equal(say(request("active", { assignee: priya }), { ...asks, text: "New part ordered." }), "Priya is on it.")
  assert.equal(stageOf(request("active"), { ...asks, mine: true }), "in_progress")
})

test("waiting is the person's turn when somebody asked last, or the status says so", () => {
  const waiting = request("waiting", { status: "waiting", statusName: "Waiting", assignee: priya })
  assert.equal(say(waiting, asks), "Tomás asks: is Outlook on the web wrong too?")
  assert.equal(say(waiting), "On hold for now. Priya comes back to it.")
  const pending = request("waiting", { status: "pending", statusName: "Pending" })
  assert.equal(stageOf(pending, null), "waiting_for_you")
  assert.equal(say(pending), "We need an answer from you.")
  assert.equal(say(pending, { ...asks, mine: true }), "You answered. We look at it.")
})

test("what waits for others is never the person's turn", () => {
  assert.equal(stageOf(request("waiting", { status: "on_hold", statusName: "On Hold" }), asks), "paused")
  assert.equal(stageOf(request("waiting", { status: "awaiting_vendor", statusName: "Awaiting Vendor" }), asks), "paused")
  assert.equal(stageOf(request("waiting", { status: "awaiting_user_info", statusName: "Awaiting User Info" }), null), "waiting_for_you")
})

test("fixed asks whether it is right; a review without resolution is work that is checked", () => {
  const fixed = request("review", { assignee: priya, resolvedAt: "2026-11-20T10:00:00.000Z", transitions: [move("closed", "done")] })
  assert.equal(say(fixed), "Priya fixed it yesterday. Is it right now?")
  assert.deepEqual(actionOf(fixed, null), { kind: "works", to: "closed" })
  assert.equal(say(request("review")), "The work is being checked.")
})

test("the end: closed, taken back, not taken on", () => {
  assert.equal(say(request("done", { closedAt: "2026-11-12T10:00:00.000Z" })), "Closed on 12 Nov.")
  assert.equal(say(request("cancelled", { status: "withdrawn", closedAt: "2026-11-21T10:00:00.000Z" })), "You took it back today.")
  assert.equal(
    say(request("cancelled", { status: "rejected", reason: "We do not buy these." })),
    "It was not taken on: We do not buy these.",
  )
})

test("one action: answer, reopen where the workflow leads back, else nothing", () => {
  assert.deepEqual(actionOf(request("waiting", { status: "pending" }), null), { kind: "answer" })
  assert.deepEqual(actionOf(request("done", { transitions: [move("in_progress", "active")] }), null), { kind: "reopen" })
  assert.equal(actionOf(request("done"), null), null)
  assert.equal(actionOf(request("active"), null), null)
})

test("what waits for the person comes first", () => {
  const list = [
    request("active", { key: "A-1" }),
    request("review", { key: "A-2", resolvedAt: now.toISOString() }),
    request("waiting", { key: "A-3", status: "pending" }),
    request("active", { key: "A-4", updatedAt: "2026-11-21T12:00:00.000Z" }),
  ]
  assert.deepEqual(
    yourTurnFirst(list).map((each) => each.key),
    ["A-3", "A-2", "A-4", "A-1"],
  )
})

test("what is known of a request beside itself decides, too", () => {
  const list = [request("active", { id: "1", key: "A-1" }), request("active", { id: "2", key: "A-2" })]
  assert.deepEqual(
    yourTurnFirst(list, new Map([["2", "waiting_for_you"]])).map((each) => each.key),
    ["A-2", "A-1"],
  )
})

test("days in words", () => {
  assert.deepEqual(
    ["2026-11-21", "2026-11-20", "2026-11-02"].map((day) => whenWords(`${day}T12:00:00.000Z`, now)),
    ["today", "yesterday", "on 2 Nov"],
  )
})
