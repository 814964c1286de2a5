import assert from "node:assert/strict"
import { test } from "node:test"
import type { Comment, TimelineItem } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { lastWordOf, storyOf } from "./story.ts"

const graph: WorkflowGraph = {
  initial: "open",
  statuses: [
    { key: "open", name: "Open", category: "todo" },
    { key: "in_progress", name: "In Progress", category: "active" },
    { key: "resolved", name: "Resolved", category: "review" },
    { key: "closed", name: "Closed", category: "done" },
  ],
  transitions: [],
}
const priya = { id: "priya", name: "Priya Nair" }
const ines = { id: "ines", name: "Ines Carvalho" }
const at = "2026-11-21T10:00:00.000Z"
let count = 0
const moved = (actor: typeof priya | null, from: string, to: string, name = "ticket.status_changed"): TimelineItem => {
  count += 1
  return {
    kind: "event",
    at,
    event: { id: `e${count}`, name, actor, sentence: "", changes: [{ field: "status", old: from, new: to }], note: null, imported: false },
  }
}
const wrote = (author: typeof priya, body: string, part: Partial<Comment> = {}): TimelineItem => {
  count += 1
  const comment: Comment = {
    ...{ id: `c${count}`, ticketId: "t", author, parentId: null, body, visibility: "public", mentions: [], reactions: [] },
    ...{ edited: false, removed: false, createdAt: at, editedAt: null, can: [] },
    ...part,
  }
  return { kind: "comment", at, comment }
}
const tell = (...timeline: TimelineItem[]) =>
  storyOf({ timeline }, graph, "ines").map((item) =>
    item.kind === "message" ? `${item.mine ? "me" : "them"}: ${item.comment.body}` : item.text,
  )

test("the steps that matter, in plain words", () => {
  assert.deepEqual(
    tell(
      moved(priya, "open", "in_progress", "ticket.claimed"),
      wrote(priya, "Is it better now?"),
      moved(priya, "in_progress", "resolved"),
      moved(ines, "resolved", "in_progress"),
      wrote(ines, "No."),
      moved(priya, "in_progress", "resolved"),
      moved(null, "resolved", "closed"),
    ),
    [
      "Priya took it",
      "them: Is it better now?",
      "Priya says it is fixed",
      "You opened it again",
      "me: No.",
      "Priya says it is fixed",
      "It closed by itself",
    ],
  )
})

test("internal notes and other changes are not told, whatever comes", () => {
  const other: TimelineItem = {
    kind: "event",
    at,
    event: {
      id: "x",
      name: "ticket.updated",
      actor: priya,
      sentence: "",
      changes: [{ field: "priority", old: "low", new: "high" }],
      note: null,
      imported: false,
    },
  }
  assert.deepEqual(tell(wrote(priya, "staff only", { visibility: "internal" }), other), [])
})

test("the last word is the newest public message that was not removed", () => {
  const comments = [wrote(priya, "Which one?"), wrote(ines, "gone", { removed: true })].flatMap((item) => item.comment ?? [])
  assert.deepEqual(lastWordOf({ comments }, "ines"), { mine: false, name: "Priya Nair", text: "Which one?" })
  assert.equal(lastWordOf({ comments: [] }, "ines"), null)
})
