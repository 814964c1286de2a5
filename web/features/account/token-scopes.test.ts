import assert from "node:assert/strict"
import { it } from "node:test"
import { scopes } from "@docket/contract/scopes"
import { nothing, scopesOf, scopeWords, things } from "./token-scopes.ts"

it("makes one scope of each choice", () => {
  assert.deepEqual(scopesOf(nothing), [])
  assert.deepEqual(scopesOf({ ...nothing, tickets: "write", people: "read" }), ["tickets:write", "people:read"])
})

it("offers whatever the contract knows", () => {
  assert.deepEqual([...new Set(scopes.map((scope) => scope.split(":")[0]))], [...things])
})

it("says what a token may do", () => {
  assert.equal(scopeWords(["people:read", "tickets:read", "tickets:write"]), "Tickets and comments: read and change. People: read.")
  assert.equal(scopeWords([]), "")
})
