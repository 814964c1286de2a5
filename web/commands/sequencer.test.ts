import assert from "node:assert/strict"
import { test } from "node:test"
import { type KeyPress, matchesText } from "./key-press.ts"
import { patience, Sequencer } from "./sequencer.ts"

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...rest,
})
const bindings = [
  { id: "inbox", keys: "G I" },
  { id: "board", keys: "G B" },
  { id: "status", keys: "S" },
  { id: "help", keys: "?" },
  { id: "palette", keys: "Mod+K" },
  { id: "link", keys: "Mod+Shift+," },
  { id: "peek", keys: "Space" },
  { id: "template", keys: "Alt+C" },
]

test("single keys, sequences, and the second that passes", () => {
  const sequencer = new Sequencer()
  const at = (key: string, now: number) => sequencer.press(press(key), bindings, now, false)
  assert.deepEqual(at("s", 0), { kind: "run", id: "status" })
  const pending = at("g", 0)
  assert.ok(pending.kind === "pending")
  assert.deepEqual(
    pending.next.map((binding) => binding.id),
    ["inbox", "board"],
  )
  assert.deepEqual(at("b", patience), { kind: "run", id: "board" })
  at("g", 0)
  assert.deepEqual(at("b", patience + 1), { kind: "none" })
  at("g", 0)
  assert.deepEqual(at("s", 10), { kind: "run", id: "status" })
  at("g", 0)
  assert.equal(at("g", 10).kind, "pending")
})

test("modifiers must agree exactly", () => {
  assert.equal(matchesText(press("k", { ctrlKey: true }), "Mod+K", false), true)
  assert.equal(matchesText(press("k", { metaKey: true }), "Mod+K", true), true)
  assert.equal(matchesText(press("k", { ctrlKey: true }), "Mod+K", true), false)
  assert.equal(matchesText(press("k", { ctrlKey: true, shiftKey: true }), "Mod+K", false), false)
  assert.equal(matchesText(press("s", { ctrlKey: true }), "S", false), false)
  assert.equal(matchesText(press("S", { shiftKey: true }), "S", false), false)
  assert.equal(matchesText(press("S", { shiftKey: true }), "Shift+S", false), true)
  assert.equal(matchesText(press("s", { metaKey: true }), "S", false), false)
})

test("signs count however they are typed, layouts and Alt do not hide a letter", () => {
  assert.equal(matchesText(press("?", { shiftKey: true, code: "Slash" }), "?", false), true)
  assert.equal(matchesText(press("?", { shiftKey: true, code: "Minus" }), "?", false), true)
  assert.equal(matchesText(press("<", { shiftKey: true, ctrlKey: true, code: "Comma" }), "Mod+Shift+,", false), true)
  assert.equal(matchesText(press("ç", { altKey: true, code: "KeyC" }), "Alt+C", true), true)
  assert.equal(matchesText(press("с", { code: "KeyC" }), "C", false), true)
  assert.equal(matchesText(press(" ", { code: "Space" }), "Space", false), true)
})
