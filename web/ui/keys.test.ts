import assert from "node:assert/strict"
import { test } from "node:test"
import { ariaKeys, keyCaps, parseKeys } from "./keys.ts"

test("caps are drawn for the platform", () => {
  assert.deepEqual(keyCaps("Mod+K", true), ["⌘", "K"])
  assert.deepEqual(keyCaps("Mod+K", false), ["Ctrl", "K"])
  assert.deepEqual(keyCaps("Mod+Shift+,", true), ["⌘", "⇧", ","])
  assert.deepEqual(keyCaps("G I", true), ["G", "I"])
  assert.deepEqual(keyCaps("Alt+ArrowUp", false), ["Alt", "↑"])
  assert.deepEqual(keyCaps("Escape", true), ["Esc"])
})

test("chords are read", () => {
  assert.deepEqual(parseKeys("Shift+D"), [{ key: "d", mod: false, shift: true, alt: false, ctrl: false }])
  assert.equal(parseKeys("+")[0]?.key, "+")
  assert.equal(parseKeys("G B").length, 2)
})

test("aria names single chords only", () => {
  assert.equal(ariaKeys("Mod+Enter", false), "Control+Enter")
  assert.equal(ariaKeys("Mod+K", true), "Meta+k")
  assert.equal(ariaKeys("G I", true), undefined)
})
