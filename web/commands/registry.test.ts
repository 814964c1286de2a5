import assert from "node:assert/strict"
import { test } from "node:test"
import { allCommands } from "./all.ts"
import type { Command } from "./command.ts"
import { CommandRegistry, collisions } from "./registry.ts"

const base = { label: "x", group: "app", section: "general" } as const
const ticket = { id: "1", key: "HELP-1", title: "t" }

test("no two commands want the same keys", () => {
  assert.deepEqual(collisions(allCommands), [])
})

test("collisions are found: the same keys, a prefix that is a command, swallowed letters, one name twice", () => {
  const of = (...commands: Command[]) => collisions(commands)
  assert.equal(of({ ...base, id: "a", keys: "S" }, { ...base, id: "b", keys: "s" }).length, 1)
  assert.equal(of({ ...base, id: "a", keys: "G" }, { ...base, id: "b", keys: "G I" }).length, 1)
  assert.equal(of({ ...base, id: "a", keys: "S", whileTyping: true }).length, 1)
  assert.equal(of({ ...base, id: "a" }, { ...base, id: "a" }).length, 1)
  assert.equal(of({ ...base, id: "a", keys: "A B C" }).length, 1)
  assert.deepEqual(of({ ...base, id: "a", keys: "T", scopes: ["list"] }, { ...base, id: "b", keys: "T", scopes: ["board"] }), [])
  assert.deepEqual(of({ ...base, id: "a", keys: "G I" }, { ...base, id: "b", keys: "G B" }), [])
})

test("a command is possible where it is handled, in its scope, with its target", () => {
  const registry = new CommandRegistry([
    { ...base, id: "status", keys: "S", needsTarget: true },
    { ...base, id: "next", keys: "J", scopes: ["list"] },
    { ...base, id: "nobody" },
  ])
  const ids = () => registry.available().map((command) => command.id)
  registry.handle("status", () => undefined)
  registry.handle("next", () => undefined)
  assert.deepEqual(ids(), [])
  const leaveList = registry.enter({ scopes: ["list"], target: null })
  assert.deepEqual(ids(), ["next"])
  const leaveTicket = registry.enter({ scopes: ["ticket"], target: { tickets: [ticket] } })
  assert.deepEqual(ids(), ["status", "next"])
  leaveTicket()
  leaveList()
  assert.deepEqual(ids(), [])
})

test("the newest handler answers and leaves again", () => {
  const registry = new CommandRegistry([{ ...base, id: "a" }])
  registry.handle("a", () => "page")
  const leave = registry.handle("a", () => "peek")
  assert.equal(registry.run("a"), "peek")
  leave()
  assert.equal(registry.run("a"), "page")
  assert.throws(() => registry.handle("b", () => undefined))
})

test("the newest target counts, an empty selection does not", () => {
  const registry = new CommandRegistry([])
  registry.enter({ scopes: ["list"], target: { tickets: [ticket] } })
  registry.enter({ scopes: [], target: { tickets: [] } })
  assert.equal(registry.context().target?.tickets[0]?.key, "HELP-1")
})

test("while typing only what says so; single characters can be off", () => {
  const registry = new CommandRegistry([
    { ...base, id: "palette", keys: "Mod+K", whileTyping: true },
    { ...base, id: "create", keys: "C" },
    { ...base, id: "go", keys: "G I" },
    { ...base, id: "close", keys: "Escape" },
    { ...base, id: "due", keys: "Shift+D" },
  ])
  for (const command of registry.commands) registry.handle(command.id, () => undefined)
  const ids = (typing: boolean, singleCharacters: boolean) => registry.bindings({ typing, singleCharacters }).map((binding) => binding.id)
  assert.deepEqual(ids(true, true), ["palette"])
  assert.deepEqual(ids(false, false), ["palette", "close"])
  assert.deepEqual(ids(false, true), ["palette", "create", "go", "close", "due"])
})
