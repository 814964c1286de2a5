import assert from "node:assert/strict"
import { describe, test } from "node:test"
import { ticketTypes } from "@docket/contract/tickets"
import {
  type GuardRole,
  guardRoles,
  presets as presetNames,
  type Relation,
  relations,
  requirable,
  type StatusCategory,
  WorkflowGraph,
} from "@docket/contract/workflows"
import fc from "fast-check"
import { Check } from "typebox/value"
import { DomainError } from "#platform/errors"
import { type PresetKey, presetFor, presetKeys, presetWorkflows } from "./presets.ts"
import {
  allowedMoves,
  claimMove,
  guardSentence,
  initialStatus,
  movesFrom,
  moveTo,
  type Standing,
  statusOf,
  transitionBetween,
} from "./rules.ts"

const graphOf = (key: PresetKey) => presetWorkflows.find((preset) => preset.key === key)!.graph
const standing = (roles: GuardRole[], related: Relation[] = []): Standing => ({ roles: new Set(roles), relations: new Set(related) })
const everything: Standing = { ...standing([]), everything: true }
const written = { note: "looked at it", resolution: "replaced the cable", reason: "no longer needed" }
const targets = (graph: WorkflowGraph, from: string, who: Standing) => allowedMoves(graph, from, who).map(({ to }) => to)

function refusal(action: () => unknown): DomainError {
  try {
    action()
  } catch (error) {
    assert.ok(error instanceof DomainError, `expected a refusal, got ${error}`)
    return error
  }
  throw new assert.AssertionError({ message: "expected a refusal" })
}

const anyPreset = fc.constantFrom(...presetWorkflows.map(({ graph }) => graph))
const anyStanding = fc.record({
  roles: fc.uniqueArray(fc.constantFrom(...guardRoles)).map((roles): ReadonlySet<GuardRole> => new Set(roles)),
  relations: fc.uniqueArray(fc.constantFrom(...relations)).map((related): ReadonlySet<Relation> => new Set(related)),
  everything: fc.boolean(),
})
const pairIn = (graph: WorkflowGraph) => fc.tuple(fc.constantFrom(...graph.statuses), fc.constantFrom(...graph.statuses))
const anyMove = anyPreset.chain((graph) => fc.tuple(fc.constant(graph), pairIn(graph), anyStanding))

describe("moves of any preset, for anyone", () => {
  test("an allowed move leads to a known status and is accepted", () => {
    fc.assert(
      fc.property(anyMove, ([graph, [from], who]) => {
        for (const { to, statusName } of allowedMoves(graph, from.key, who)) {
          assert.equal(statusOf(graph, to)?.name, statusName)
          assert.equal(moveTo(graph, from.key, to, who, written).key, to)
        }
      }),
    )
  })

  test("an unlisted move is refused with the listed ones, even to whoever may do everything", () => {
    fc.assert(
      fc.property(anyMove, ([graph, [from, to], who]) => {
        fc.pre(!graph.transitions.some((t) => t.from === from.key && t.to === to.key))
        const { status, code, details } = refusal(() => moveTo(graph, from.key, to.key, who, written))
        assert.deepEqual([status, code], [400, "E_TICKET_INVALID_STATUS_TRANSITION"])
        const listed = graph.transitions.filter((t) => t.from === from.key).map((t) => t.to)
        assert.deepEqual(
          { ...details, allowed: [...(details.allowed as string[])].sort() },
          { from: from.key, to: to.key, allowed: listed.sort() },
        )
      }),
    )
  })

  test("a listed move that is not offered is refused with 403 and says who may", () => {
    fc.assert(
      fc.property(anyMove, ([graph, [from, to], who]) => {
        const transition = transitionBetween(graph, from.key, to.key)
        fc.pre(transition !== undefined && !targets(graph, from.key, who).includes(to.key))
        const { status, code, message } = refusal(() => moveTo(graph, from.key, to.key, who, written))
        assert.deepEqual([status, code], [403, "E_AUTH_INSUFFICIENT_PERMISSIONS"])
        assert.equal(message, guardSentence(graph, transition!))
      }),
    )
  })

  test("what a move requires is asked for, and blanks do not count", () => {
    fc.assert(
      fc.property(anyMove, fc.constantFrom(undefined, null, "", " \n"), ([graph, [from]], blank) => {
        for (const { to, requires } of allowedMoves(graph, from.key, everything)) {
          const given = Object.fromEntries(requirable.map((field) => [field, blank]))
          if (requires.length === 0) assert.equal(moveTo(graph, from.key, to, everything, given).key, to)
          else {
            const { status, code, details } = refusal(() => moveTo(graph, from.key, to, everything, given))
            assert.deepEqual([status, code], [400, "E_VALIDATION_ERROR"])
            assert.deepEqual((details.fields as { path: string }[]).map(({ path }) => path).sort(), [...requires].sort())
          }
        }
      }),
    )
  })

  test("moves come in the workflow's order of statuses", () => {
    fc.assert(
      fc.property(anyMove, ([graph, [from], who]) => {
        const order = targets(graph, from.key, who).map((key) => graph.statuses.findIndex((s) => s.key === key))
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        )
      }),
    )
  })

  test("unknown statuses lead nowhere", () => {
    for (const { graph } of presetWorkflows) {
      assert.deepEqual(
        refusal(() => moveTo(graph, graph.initial, "nowhere", everything)).details.allowed,
        movesFrom(graph, graph.initial).map((t) => t.to),
      )
      assert.deepEqual(refusal(() => moveTo(graph, "constructor", graph.initial, everything)).details.allowed, [])
      assert.deepEqual(allowedMoves(graph, "nowhere", everything), [])
    }
  })
})

describe("presets", () => {
  test("have the contract's shape, and one definition for each type in every project", () => {
    assert.deepEqual(
      presetWorkflows.map(({ key }) => key),
      [...presetKeys],
    )
    for (const { key, graph } of presetWorkflows) assert.ok(Check(WorkflowGraph, graph), key)
    for (const preset of presetNames) for (const type of ticketTypes) assert.ok(presetKeys.includes(presetFor(preset, type)))
    assert.equal(presetFor("helpdesk", "task"), "helpdesk_tasks")
    assert.equal(presetFor("helpdesk", "incident"), "helpdesk")
    assert.equal(presetFor("agile", "task"), "agile")
  })

  const categories: Record<PresetKey, Record<string, StatusCategory>> = {
    agile: { todo: "todo", in_progress: "active", po_review: "review", done: "done" },
    staged: {
      new: "todo",
      open: "todo",
      in_progress: "active",
      on_hold: "waiting",
      pending: "waiting",
      resolved: "review",
      rejected: "cancelled",
      withdrawn: "cancelled",
      closed: "done",
    },
    lifecycle: { open: "todo", in_progress: "active", blocked: "waiting", closed: "done" },
    itsm: { open: "todo", in_progress: "active", resolved: "review", closed: "done", withdrawn: "cancelled" },
    helpdesk: { open: "todo", in_progress: "active", resolved: "review", closed: "done" },
    helpdesk_tasks: { pending: "todo", in_progress: "active", completed: "done", cancelled: "cancelled" },
  }
  for (const key of presetKeys) {
    test(`${key} has its statuses in order and starts in the first`, () => {
      const graph = graphOf(key)
      assert.deepEqual(
        graph.statuses.map((s) => [s.key, s.category]),
        Object.entries(categories[key]),
      )
      assert.equal(initialStatus(graph).key, Object.keys(categories[key])[0])
    })
  }

  test("agile: who may take which move", () => {
    const graph = graphOf("agile")
    const working = ["todo>in_progress", "in_progress>todo", "in_progress>po_review"]
    const accepting = ["po_review>in_progress", "po_review>done", "done>in_progress"]
    const table: [who: string, Standing, moves: string[]][] = [
      ["a product owner", standing(["product_owner"]), [...working, ...accepting]],
      ["a developer", standing(["developer"]), working],
      ["a developer it is assigned to", standing(["developer"], ["assignee"]), working],
      ["a member it is assigned to", standing(["member"], ["assignee"]), working],
      ["a member", standing(["member"]), []],
      ["a member who reported and watches it", standing(["member"], ["reporter", "watcher"]), []],
      ["an assignee who is no member", standing(["employee"], ["assignee"]), []],
      ["a viewer", standing(["viewer"], ["assignee"]), []],
      ["a manager", standing(["manager", "staff"], ["owner"]), []],
      ["an administrator", standing(["admin", "staff"], ["assignee"]), []],
      ["an administrator, by setting", everything, [...working, ...accepting]],
    ]
    for (const [who, is, moves] of table) {
      const may = graph.statuses.flatMap(({ key }) => targets(graph, key, is).map((to) => `${key}>${to}`))
      assert.deepEqual(may.sort(), [...moves].sort(), who)
    }
    const admin = standing(["admin", "staff"])
    assert.equal(refusal(() => moveTo(graph, "po_review", "done", admin)).message, "Only a product owner moves work to Done.")
    assert.equal(
      refusal(() => moveTo(graph, "todo", "in_progress", admin)).message,
      "Only a developer, a member it is assigned to or a product owner moves work to In Progress.",
    )
  })

  test("lifecycle: exactly its moves, without guards", () => {
    const graph = graphOf("lifecycle")
    const moves = Object.fromEntries(graph.statuses.map(({ key }) => [key, targets(graph, key, standing([]))]))
    assert.deepEqual(moves, {
      open: ["in_progress", "closed"],
      in_progress: ["open", "blocked", "closed"],
      blocked: ["open", "in_progress"],
      closed: ["open", "in_progress"],
    })
    assert.deepEqual(refusal(() => moveTo(graph, "open", "blocked", everything)).details, {
      from: "open",
      to: "blocked",
      allowed: ["in_progress", "closed"],
    })
  })

  test("itsm: staff work, the requester reopens, closes and withdraws, nothing leaves an end", () => {
    const graph = graphOf("itsm")
    const who = {
      staff: standing(["agent", "staff"]),
      reporter: standing(["employee"], ["reporter"]),
      other: standing(["employee"], ["watcher"]),
    }
    assert.deepEqual(targets(graph, "open", who.staff), ["in_progress", "resolved"])
    assert.deepEqual(targets(graph, "in_progress", who.staff), ["resolved"])
    assert.deepEqual(targets(graph, "resolved", who.staff), ["in_progress", "closed"])
    assert.deepEqual(targets(graph, "open", who.reporter), ["withdrawn"])
    assert.deepEqual(targets(graph, "in_progress", who.reporter), [])
    assert.deepEqual(targets(graph, "resolved", who.reporter), ["in_progress", "closed"])
    for (const { key } of graph.statuses) assert.deepEqual(targets(graph, key, who.other), [])
    for (const end of ["closed", "withdrawn"]) assert.deepEqual(movesFrom(graph, end), [])
    assert.equal(
      refusal(() => moveTo(graph, "closed", "open", everything)).message,
      "A ticket in Closed cannot go to Open: nothing follows it.",
    )
    assert.equal(refusal(() => moveTo(graph, "open", "withdrawn", who.reporter)).message, '"Withdraw" needs a reason.')
    assert.equal(graph.autoCloseHours, 168)
  })

  test("staged: moves from stage to stage need a note or a reason", () => {
    const graph = graphOf("staged")
    const silent = graph.transitions.filter(({ requires }) => !requires).map(({ from, to }) => `${from}>${to}`)
    assert.deepEqual(silent, ["open>in_progress", "on_hold>in_progress", "resolved>closed"])
    const reasoned = graph.transitions.filter(({ requires }) => requires?.includes("reason")).map(({ from, to }) => `${from}>${to}`)
    assert.deepEqual(reasoned, ["new>rejected", "new>withdrawn", "pending>rejected", "pending>withdrawn", "open>withdrawn"])
    for (const { stage } of graph.statuses) if (stage) assert.ok(stage.role && stage.escalateTo && stage.instruction)
    const weights = graph.statuses.map(({ stage }) => stage?.weight ?? 0)
    assert.equal(Math.round(100 * weights.reduce((sum, weight) => sum + weight, 0)), 100)
    assert.equal(graph.autoCloseHours, 72)
  })

  test("helpdesk: any to any; completing waits for dependencies", () => {
    for (const key of ["helpdesk", "helpdesk_tasks"] as const) {
      const graph = graphOf(key)
      for (const from of graph.statuses) assert.equal(targets(graph, from.key, standing([])).length, graph.statuses.length - 1)
      for (const { to, needsDependenciesDone } of graph.transitions) {
        assert.equal(needsDependenciesDone === true, statusOf(graph, to)?.category === "done")
      }
    }
  })

  test("a claim starts work where a desk's workflow lists that move", () => {
    for (const key of ["itsm", "staged", "helpdesk"] as const) {
      const claim = claimMove(graphOf(key), "open")
      assert.equal(claim?.to, "in_progress", key)
      assert.equal(claim?.requires, undefined, "a claim carries no text")
    }
    assert.equal(claimMove(graphOf("staged"), "new"), undefined)
    assert.equal(claimMove(graphOf("itsm"), "closed"), undefined)
  })
})

test("guards name everyone who may", () => {
  const graph = graphOf("itsm")
  const close = transitionBetween(graph, "resolved", "closed")!
  assert.equal(guardSentence(graph, close), "Only the project's staff or the reporter moves work to Closed.")
  assert.equal(guardSentence(graph, { ...close, allow: undefined }), "Whoever may update the ticket moves work to Closed.")
})
