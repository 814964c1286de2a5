import assert from "node:assert/strict"
import { test } from "node:test"
import type { Comment, TimelineItem } from "@docket/contract/tickets"
import { feedCounts, feedOf } from "./feed.ts"

const at = (minute: number) => `2026-11-21T09:${String(minute).padStart(2, "0")}:00.000Z`
const comment = (id: string, minute: number, visibility: Comment["visibility"] = "public"): Comment => ({
  id,
  ticketId: "t",
  author: { id: "p", name: "Priya Nair" },
  parentId: null,
  body: id,
  visibility,
  mentions: [],
  reactions: [],
  edited: false,
  removed: false,
  createdAt: at(minute),
  editedAt: null,
  can: [],
})
const event = (
  id: string,
  minute: number,
  name = "ticket.status_changed",
  fields: string[] = ["status"],
  imported = false,
): TimelineItem => ({
  kind: "event",
  at: at(minute),
  event: { id, name, actor: null, sentence: "", changes: fields.map((field) => ({ field, old: 1, new: 2 })), note: null, imported },
})
const said = (one: Comment): TimelineItem => ({ kind: "comment", at: one.createdAt, comment: one })
const shape = (entries: ReturnType<typeof feedOf>) =>
  entries.map((entry) => (entry.kind === "comment" ? entry.comment.id : `${entry.folded.length}+${entry.shown.length}`))

test("a run of more than three events folds but for its last one", () => {
  const one = comment("c", 5)
  const timeline = [event("1", 1), event("2", 2), event("3", 3), event("4", 4), said(one), event("5", 6), event("6", 7), event("7", 8)]
  assert.deepEqual(shape(feedOf(timeline, [one], "all")), ["3+1", "c", "0+3"])
})

test("what the page says elsewhere is left out of everything, and kept among the changes", () => {
  const timeline = [event("1", 1, "ticket.created", []), event("2", 2, "ticket.updated", ["rank"]), event("3", 3)]
  assert.deepEqual(shape(feedOf(timeline, [], "all")), ["0+1"])
  assert.deepEqual(shape(feedOf(timeline, [], "changes")), ["0+3"])
  assert.deepEqual(shape(feedOf([event("1", 1, "ticket.created", [], true)], [], "all")), ["0+1"])
})

test("replies and notes are told apart", () => {
  const [reply, note] = [comment("r", 1), comment("n", 2, "internal")]
  const timeline = [said(reply), said(note), event("1", 3)]
  assert.deepEqual(shape(feedOf(timeline, [reply, note], "replies")), ["r"])
  assert.deepEqual(shape(feedOf(timeline, [reply, note], "notes")), ["n"])
  assert.deepEqual(feedCounts([reply, note, { ...reply, id: "x", removed: true }]), { replies: 1, notes: 1 })
})

test("a comment not yet in the timeline stands at its time; the conversation has the latest text", () => {
  const [old, fresh] = [comment("old", 1), comment("new", 9)]
  const timeline = [said(old), event("1", 3)]
  const entries = feedOf(timeline, [{ ...old, body: "edited" }, fresh], "all")
  assert.deepEqual(shape(entries), ["old", "0+1", "new"])
  assert.equal(entries[0]?.kind === "comment" && entries[0].comment.body, "edited")
})
