import assert from "node:assert/strict"
import { test } from "node:test"
import { agile } from "./fixtures.test-data.ts"
import { type RefusalSetting, refusalWords } from "./refusal-words.ts"
import type { Refusal } from "./verdict.ts"

const setting: RefusalSetting = {
  ticket: { key: "WEB-322", type: "story", statusName: "In Progress", statusCategory: "active" },
  nameOf: (column) => agile.statuses.find((status) => status.key === column)?.name ?? column,
  target: "done",
  holding: (roles) => (roles.includes("product_owner") ? ["Mara Lindqvist"] : []),
}
const say = (refusal: Refusal, part: Partial<RefusalSetting> = {}) =>
  Object.values(refusalWords(refusal, { ...setting, ...part })).join(" | ")

test("a guard says who may, and where to leave the card for them by name", () => {
  const refusal: Refusal = { why: "guard", who: [{ role: "product_owner" }], from: "po_review" }
  assert.equal(say(refusal), "Only a product owner moves work to Done | Drop it in PO Review and Mara Lindqvist will see it.")
  assert.equal(say({ ...refusal, from: null }), "Only a product owner moves work to Done | Ask Mara Lindqvist.")
  assert.equal(say({ ...refusal, from: null }, { holding: () => [] }), "Only a product owner moves work to Done | Ask a product owner.")
})

test("where it already waits for them, it may stay", () => {
  const refusal: Refusal = { why: "guard", who: [{ role: "product_owner" }], from: null }
  const ticket = { ...setting.ticket, statusName: "PO Review", statusCategory: "review" as const }
  assert.match(say(refusal, { ticket }), /Leave it in PO Review and Mara Lindqvist will see it\.$/)
})

test("several who may are joined, relations are named", () => {
  const who = [{ role: "developer" as const }, { role: "member" as const, relation: "assignee" as const }]
  assert.match(say({ why: "guard", who, from: null }), /^Only a developer or a member who is the assignee moves work to Done/)
})

test("what is not listed shows the way around", () => {
  assert.equal(
    say({ why: "unlisted", path: ["po_review"] }),
    "Work does not go from In Progress straight to Done | Move it to PO Review first.",
  )
  assert.match(say({ why: "unlisted", path: [] }), /no way there/)
})

test("another workflow, and not one's own", () => {
  assert.match(say({ why: "foreign" }), /^Story tickets have no status Done/)
  assert.match(say({ why: "not-yours" }), /^WEB-322 is not yours to move/)
})
