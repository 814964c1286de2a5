import assert from "node:assert/strict"
import { test } from "node:test"
import type { Named } from "./changed-fields.ts"
import { eventWords, plain } from "./event-words.ts"
import type { TimelineEvent } from "./feed.ts"

const named: Named = {
  person: (id) => ({ priya: "Priya Nair", tomas: "Tomás Reyes" })[id] ?? null,
  status: (key) =>
    key === "in_progress" ? { name: "In Progress", category: "active" } : key === "open" ? { name: "Open", category: "todo" } : null,
  category: () => "Network",
  team: () => null,
  department: () => null,
  link: (key) => (key === "HELP-1050" ? { kind: "caused_by", title: "Renew certificates" } : null),
  now: new Date("2026-11-21T12:00:00"),
}
function words(name: string, changes: TimelineEvent["changes"], more: Partial<TimelineEvent> = {}) {
  const event: TimelineEvent = {
    id: "1",
    at: "2026-11-21T09:00:00.000Z",
    name,
    actor: { id: "priya", name: "Priya Nair" },
    sentence: "did something",
    changes,
    note: null,
    imported: false,
    ...more,
  }
  const { icon, parts } = eventWords(event, named)
  return `${icon}: ${plain(parts)}`
}

test("a move names both statuses, and shows the shape of the new one", () => {
  assert.equal(
    words("ticket.status_changed", [{ field: "status", old: "open", new: "in_progress" }]),
    "st-active: moved it Open to In Progress",
  )
  assert.equal(words("ticket.claimed", [{ field: "status", old: "open", new: "in_progress" }]), "hand: claimed it Open to In Progress")
  assert.equal(
    words("ticket.status_changed", [{ field: "status", old: "open", new: "waiting_for_user" }]),
    "move: moved it Open to waiting for user",
  )
})

test("an assignment names the person, and says when somebody took it", () => {
  assert.equal(words("ticket.assigned", [{ field: "assignees", old: [], new: ["tomas"] }]), "person-plus: assigned it to Tomás Reyes")
  assert.equal(words("ticket.assigned", [{ field: "assignees", old: [], new: ["priya"] }]), "person-plus: took it")
  assert.equal(words("ticket.assigned", [{ field: "assignees", old: ["tomas"], new: [] }]), "person-plus: unassigned it from Tomás Reyes")
})

test("several fields are one sentence; long texts are named only", () => {
  assert.equal(
    words("ticket.updated", [
      { field: "priority", old: "low", new: "high" },
      { field: "dueDate", old: null, new: "2026-11-25" },
      { field: "description", old: "a", new: "b" },
    ]),
    "pr-high: set priority to High, set the due date to 25 Nov and changed the description",
  )
  assert.equal(words("ticket.updated", [{ field: "dueDate", old: "2026-11-25", new: null }]), "calendar: cleared the due date")
})

test("labels say what came and what went", () => {
  assert.equal(
    words("ticket.updated", [{ field: "labels", old: ["vpn", "wifi"], new: ["vpn", "office"] }]),
    "tag: added the label office and removed the label wifi",
  )
})

test("what is unknown says the server's own sentence", () => {
  assert.equal(words("ticket.purged", []), "pencil: did something")
  assert.equal(words("ticket.linked", [], { sentence: "linked HELP-1047" }), "link: linked HELP-1047")
  assert.equal(words("ticket.linked", [], { sentence: "linked HELP-1050" }), "link: linked HELP-1050 Renew certificates as the cause")
})
