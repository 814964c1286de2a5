import assert from "node:assert/strict"
import { test } from "node:test"
import { asNewTicket, chosenProject, chosenType, emptyDraft, isBegun, nextDraft } from "./new-draft.ts"

const desk = { id: "1", key: "HELP", kind: "desk", types: ["incident", "request"], can: ["createTicket"], default: true } as const
const work = { id: "2", key: "WEB", kind: "work", types: ["story", "task"], can: ["createTicket"], default: false } as const
const closed = { id: "3", key: "OLD", kind: "work", types: ["task"], can: [], default: false } as const
const places = [closed, work, desk].map((place) => ({ ...place, types: [...place.types], can: [...place.can] }))

test("it goes where one is, else to the desk, never where one may not", () => {
  assert.equal(chosenProject(places, emptyDraft, "WEB")?.key, "WEB")
  assert.equal(chosenProject(places, emptyDraft, "OLD")?.key, "HELP")
  assert.equal(chosenProject(places, { ...emptyDraft, project: "HELP" }, "WEB")?.key, "HELP")
  assert.equal(chosenProject([], emptyDraft, "WEB"), null)
})

test("the type is one that the project takes", () => {
  const [, web, help] = places
  assert.equal(web && chosenType(web, { ...emptyDraft, type: "incident" }), "task")
  assert.equal(help && chosenType(help, { ...emptyDraft, type: "incident" }), "incident")
})

test("only what was said is sent", () => {
  const [, web] = places
  assert.ok(web)
  assert.deepEqual(asNewTicket({ ...emptyDraft, title: "  Reorder   from a past delivery " }, web), {
    projectId: "2",
    type: "task",
    title: "Reorder from a past delivery",
  })
})

test("the next one keeps place and kind, nothing else", () => {
  const draft = { ...emptyDraft, project: "WEB", type: "story" as const, title: "One", labels: ["x"] }
  assert.deepEqual(nextDraft(draft), { ...emptyDraft, project: "WEB", type: "story" })
  assert.equal(isBegun(nextDraft(draft)), false)
})
