import assert from "node:assert/strict"
import { test } from "node:test"
import { shortName } from "./short-name.ts"

test("a first name where there is one, the whole where there is none", () => {
  assert.equal(shortName("Priya Nair"), "Priya")
  assert.equal(shortName("Ana Maria de Souza"), "Ana")
  assert.equal(shortName("Caller 3765"), "Caller 3765")
  assert.equal(shortName("Updated by 908"), "Updated by 908")
  assert.equal(shortName("Docket"), "Docket")
})
