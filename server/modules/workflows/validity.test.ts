import assert from "node:assert/strict"
import { describe, test } from "node:test"
import type { Status, Transition, WorkflowGraph } from "@docket/contract/workflows"
import fc from "fast-check"
import { presetWorkflows } from "./presets.ts"
import { isFinal } from "./rules.ts"
import { validateGraph } from "./validity.ts"

const status = (key: string, category: Status["category"], rest: Partial<Status> = {}): Status => ({
  key,
  name: `The ${key}`,
  category,
  ...rest,
})
const move = (from: string, to: string, rest: Partial<Transition> = {}): Transition => ({ from, to, name: "Go", ...rest })
const simple: WorkflowGraph = {
  initial: "open",
  statuses: [status("open", "todo"), status("working", "active", { stage: { role: "staff", weight: 0.5 } }), status("shut", "done")],
  transitions: [move("open", "working"), move("working", "open"), move("working", "shut")],
}
const pathsOf = (graph: WorkflowGraph) => validateGraph(graph).map(({ path }) => path)
const withStatus = (at: number, change: Partial<Status>): WorkflowGraph => ({
  ...simple,
  statuses: simple.statuses.map((s, i) => (i === at ? { ...s, ...change } : s)),
})
const withMoves = (...transitions: Transition[]): WorkflowGraph => ({ ...simple, transitions })

test("presets and a simple workflow may be published; a final status may be reopened", () => {
  for (const { key, graph } of presetWorkflows) assert.deepEqual(validateGraph(graph), [], key)
  assert.deepEqual(validateGraph(simple), [])
  assert.deepEqual(validateGraph({ ...simple, transitions: [...simple.transitions, move("shut", "open")] }), [])
})

describe("each fault is named at its place", () => {
  const stage = (change: object): WorkflowGraph => withStatus(1, { stage: { role: "staff", ...change } })
  const faults: [fault: string, WorkflowGraph, paths: string[]][] = [
    ["initial missing", { ...simple, initial: "start" }, ["initial"]],
    ["initial is final", { ...simple, initial: "shut", transitions: [...simple.transitions, move("shut", "open")] }, ["initial"]],
    ["key twice", { ...simple, statuses: [...simple.statuses, status("open", "todo", { name: "Another" })] }, ["statuses[3].key"]],
    ["name twice", withStatus(1, { name: "the OPEN " }), ["statuses[1].name"]],
    ["no final status", withStatus(2, { category: "review" }), ["statuses", "statuses[2]"]],
    ["unreachable", withMoves(...simple.transitions.slice(1), move("open", "shut")), ["statuses[1]"]],
    [
      "dead end",
      {
        ...simple,
        statuses: [...simple.statuses, status("stuck", "waiting")],
        transitions: [...simple.transitions, move("open", "stuck")],
      },
      ["statuses[3]"],
    ],
    [
      "a circle without an end",
      {
        ...simple,
        statuses: [...simple.statuses, status("a", "waiting"), status("b", "waiting")],
        transitions: [...simple.transitions, move("open", "a"), move("a", "b"), move("b", "a")],
      },
      ["statuses[3]", "statuses[4]"],
    ],
    ["from nowhere", { ...simple, transitions: [...simple.transitions, move("nowhere", "open")] }, ["transitions[3].from"]],
    ["to nowhere", { ...simple, transitions: [...simple.transitions, move("open", "nowhere")] }, ["transitions[3].to"]],
    ["self loop", { ...simple, transitions: [...simple.transitions, move("open", "open")] }, ["transitions[3].to"]],
    ["pair twice", { ...simple, transitions: [...simple.transitions, move("open", "working")] }, ["transitions[3]"]],
    ["stage without a role", withStatus(1, { stage: { weight: 1 } }), ["statuses[1].stage.role"]],
    ["stage of an unknown role", stage({ role: "wizard" }), ["statuses[1].stage.role"]],
    ["escalates to an unknown role", stage({ escalateTo: "wizard" }), ["statuses[1].stage.escalateTo"]],
    ["weight below zero", stage({ weight: -1 }), ["statuses[1].stage.weight"]],
    ["weight without bounds", stage({ weight: Number.POSITIVE_INFINITY }), ["statuses[1].stage.weight"]],
    ["weight that is no number", stage({ weight: Number.NaN }), ["statuses[1].stage.weight"]],
    ["a final stage", withStatus(2, { stage: { role: "staff" } }), ["statuses[2].stage"]],
    ["a guard of nobody", withMoves(...simple.transitions.slice(1), move("open", "working", { allow: [{}] })), ["transitions[2].allow[0]"]],
    ["closes by itself from nowhere", { ...simple, autoCloseHours: 24 }, ["autoCloseHours"]],
  ]
  for (const [fault, graph, paths] of faults) {
    test(fault, () => assert.deepEqual(pathsOf(graph), paths))
  }

  test("an empty workflow says what is missing once", () => {
    assert.deepEqual(pathsOf({ initial: "open", statuses: [status("open", "todo")], transitions: [] }), ["statuses", "statuses[0]"])
  })
})

const anyPreset = fc.constantFrom(...presetWorkflows.map(({ graph }) => graph))

describe("a preset that is broken anywhere is refused", () => {
  test("a status that no move reaches", () => {
    fc.assert(
      fc.property(anyPreset, fc.nat(), (graph, n) => {
        const others = graph.statuses.filter(({ key }) => key !== graph.initial)
        const lost = others[n % others.length]!
        const paths = pathsOf({ ...graph, transitions: graph.transitions.filter(({ to }) => to !== lost.key) })
        assert.ok(paths.includes(`statuses[${graph.statuses.indexOf(lost)}]`))
      }),
    )
  })

  test("a status that no move leaves, unless it is final", () => {
    fc.assert(
      fc.property(anyPreset, fc.nat(), (graph, n) => {
        const stuck = graph.statuses[n % graph.statuses.length]!
        const paths = pathsOf({ ...graph, transitions: graph.transitions.filter(({ from }) => from !== stuck.key) })
        assert.equal(paths.includes(`statuses[${graph.statuses.indexOf(stuck)}]`), !isFinal(stuck))
      }),
    )
  })

  test("a removed status leaves its moves without an end", () => {
    fc.assert(
      fc.property(anyPreset, fc.nat(), (graph, n) => {
        const gone = graph.statuses[n % graph.statuses.length]!
        const paths = pathsOf({ ...graph, statuses: graph.statuses.filter((s) => s !== gone) })
        graph.transitions.forEach((t, i) => {
          assert.equal(paths.includes(`transitions[${i}].from`), t.from === gone.key)
          assert.equal(paths.includes(`transitions[${i}].to`), t.to === gone.key)
        })
        assert.equal(paths.includes("initial"), gone.key === graph.initial)
      }),
    )
  })

  test("no graph of the contract's shape makes it stumble", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "constructor", "e")
    const category = fc.constantFrom("backlog", "todo", "active", "waiting", "review", "done", "cancelled") as fc.Arbitrary<
      Status["category"]
    >
    const graph = fc.record({
      initial: key,
      statuses: fc.array(fc.record({ key, name: key, category }), { minLength: 1, maxLength: 8 }),
      transitions: fc.array(fc.record({ from: key, to: key, name: fc.constant("Go") }), { maxLength: 20 }),
    })
    fc.assert(fc.property(graph, (any) => assert.ok(Array.isArray(validateGraph(any)))))
  })
})
