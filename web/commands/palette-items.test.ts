import assert from "node:assert/strict"
import { test } from "node:test"
import type { Command, PaletteItem } from "./command.ts"
import { append, commandGroups, commandItem, marked, rank, splitPrefix } from "./palette-items.ts"
import type { PaletteSource } from "./palette-state.ts"

const item = (id: string, label: string, rest: Partial<PaletteItem> = {}): PaletteItem => ({ id, label, run: () => undefined, ...rest })
const hits = (label: string, query: string) =>
  marked(label, query)
    .filter((part) => part.hit)
    .map((part) => part.text)

test("matches are marked at the start of words first, accents aside", () => {
  assert.deepEqual(hits("Assign to me", "as"), ["As"])
  assert.deepEqual(hits("Unassigned tickets", "as"), ["as"])
  assert.deepEqual(hits("Tomás Reyes", "tomas"), ["Tomás"])
  assert.deepEqual(hits("Past assets", "as"), ["as"])
  assert.deepEqual(hits("Anything", ""), [])
  assert.equal(
    marked("Straße 7", "strasse")
      .map((part) => part.text)
      .join(""),
    "Straße 7",
  )
})

test("what the server finds is appended and never doubles or moves what is there", () => {
  const local = [{ heading: "Tickets", items: [item("a", "A"), item("b", "B")] }]
  const merged = append(local, [
    { heading: "People", items: [item("p", "P")] },
    { heading: "Tickets", items: [item("b", "B"), item("c", "C")] },
  ])
  assert.deepEqual(
    merged.map((group) => [group.heading, group.items.map((each) => each.id)]),
    [
      ["Tickets", ["a", "b", "c"]],
      ["People", ["p"]],
    ],
  )
})

test("a prefix asks one source", () => {
  const people: PaletteSource = { id: "people", heading: "People", prefix: "u" }
  assert.deepEqual(splitPrefix("u ama", [people]), { query: "ama", only: people })
  assert.deepEqual(splitPrefix("u", [people]), { query: "u", only: null })
  assert.deepEqual(splitPrefix("x ama", [people]), { query: "x ama", only: null })
})

test("commands stand in groups, the ticket's first, hidden ones nowhere", () => {
  const commands: Command[] = [
    { id: "create", label: "New ticket", group: "create", section: "general" },
    { id: "status", label: "Change status…", group: "target", section: "ticket" },
    { id: "next", label: "Next", group: "view", section: "list", hidden: true },
  ]
  const tickets = [1, 2].map((at) => ({ id: String(at), key: `HELP-${at}`, title: "t" }))
  const groups = commandGroups(commands, { scopes: new Set(), target: { tickets } }, "", (command) =>
    commandItem(command, String(command.label), () => undefined),
  )
  assert.deepEqual(
    groups.map((group) => [group.heading, group.items.length]),
    [
      ["These tickets", 1],
      ["Create", 1],
    ],
  )
})

test("keys find tickets too", () => {
  const items = [item("1", "VPN drops", { code: "HELP-1042" }), item("2", "Printer", { code: "HELP-7" })]
  assert.deepEqual(
    rank(items, "1042").map((each) => each.id),
    ["1"],
  )
})
