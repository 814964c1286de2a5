import assert from "node:assert/strict"
import { test } from "node:test"
import { initials, tint } from "./person.ts"

test("initials of all sorts of names", () => {
  assert.equal(initials("Amara Okafor"), "AO")
  assert.equal(initials("  ravi "), "R")
  assert.equal(initials("Ana Maria de Souza"), "AS")
  assert.equal(initials("Émile Zola"), "ÉZ")
  assert.equal(initials(""), "")
  assert.equal(initials("𝒜lan 𝒯uring"), "𝒜𝒯")
})

test("a tint belongs to an id and all six are used", () => {
  const used = new Set(Array.from({ length: 200 }, (_, at) => tint(`0192f000-0000-7000-8000-${String(at).padStart(12, "0")}`)))
  assert.deepEqual([...used].sort(), [0, 1, 2, 3, 4, 5])
  assert.equal(tint("a"), tint("a"))
})
