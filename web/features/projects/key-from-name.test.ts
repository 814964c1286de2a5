import assert from "node:assert/strict"
import { test } from "node:test"
import { keyFromName } from "./key-from-name.ts"

const none: ReadonlySet<string> = new Set()

test("initials of several words, the beginning of one", () => {
  assert.equal(keyFromName("Customer portal", none), "CP")
  assert.equal(keyFromName("Website", none), "WEB")
  assert.equal(keyFromName("Clean-room upgrade 2", none), "CRU2")
  assert.equal(keyFromName("Überweisung", none), "UBE")
})

test("a key that is taken gives way to a longer one, then to a number", () => {
  assert.equal(keyFromName("Website", new Set(["WEB"])), "WEBS")
  assert.equal(keyFromName("Web", new Set(["WEB"])), "WEB2")
  assert.equal(keyFromName("Web", new Set(["WEB", "WEB2"])), "WEB3")
})

test("nothing comes of nothing, and a key begins with a letter", () => {
  assert.equal(keyFromName("", none), "")
  assert.equal(keyFromName("42", none), "")
  assert.equal(keyFromName("3D print", none), "PRIN")
  assert.equal(keyFromName("日本", none), "")
})
