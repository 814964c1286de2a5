import assert from "node:assert/strict"
import { describe, test } from "node:test"
import fc from "fast-check"
import { mentioned } from "./mentions.ts"
import { newestRank, rankBetween } from "./rank.ts"
import {
  assertMayHang,
  assertVersion,
  notStarted,
  priorityFrom,
  priorityName,
  priorityRank,
  rolledUp,
  timesOf,
  viewersOf,
} from "./rules.ts"

const rank = fc
  .tuple(fc.stringMatching(/^[0-9a-z]{0,6}$/), fc.constantFrom(..."123456789abcdefghijklmnopqrstuvwxyz"))
  .map(([head, last]) => head + last)

describe("manual order", () => {
  test("there is always a place between two, and it never ends in 0", () => {
    fc.assert(
      fc.property(rank, rank, (a, b) => {
        fc.pre(a !== b)
        const [low, high] = a < b ? [a, b] : [b, a]
        const between = rankBetween(low, high)
        assert.ok(low < between && between < high, `${low} < ${between} < ${high}`)
        assert.ok(!between.endsWith("0"))
      }),
    )
  })
  test("before the first and after the last there is a place, too", () => {
    fc.assert(
      fc.property(rank, (only) => {
        assert.ok(rankBetween(null, only) < only)
        assert.ok(rankBetween(only, null) > only)
      }),
    )
    assert.ok(rankBetween(null, null).length > 0)
  })
  test("a thousand moves to the same place keep their order and stay short", () => {
    let low = newestRank("2026-01-01T00:00:00.000Z")
    const high = newestRank("2026-01-02T00:00:00.000Z")
    for (let i = 0; i < 1000; i++) {
      const next = rankBetween(low, high)
      assert.ok(low < next && next < high)
      low = next
    }
    assert.ok(low.length < 300, `${low.length}`)
  })
  test("neighbours in the wrong order are refused", () => assert.throws(() => rankBetween("b", "a"), { status: 400 }))
  test("what is newer comes later", () => assert.ok(newestRank("2026-01-01T00:00:00.000Z") < newestRank("2026-01-01T00:00:00.001Z")))
})

describe("priorities and progress", () => {
  test("urgent is another word for critical", () => {
    assert.equal(priorityRank("urgent"), priorityRank("critical"))
    for (const word of ["low", "medium", "high", "critical"] as const) assert.equal(priorityName(priorityRank(word)), word)
  })
  test("the matrix of impact and urgency rises with both", () => {
    const matrix = [1, 2, 3].map((impact) => [1, 2, 3].map((urgency) => priorityName(priorityFrom(impact, urgency))))
    assert.deepEqual(matrix, [
      ["low", "low", "medium"],
      ["low", "medium", "high"],
      ["medium", "high", "critical"],
    ])
  })
  test("a parent's progress: weighted where every child is estimated, cancelled ones not counted, done counts 100", () => {
    const child = (progress: number, estimate: number | null, status_category: "active" | "done" | "cancelled" = "active") => ({
      progress,
      estimate,
      status_category,
    })
    assert.equal(rolledUp([]), 0)
    assert.equal(rolledUp([child(0, 1), child(0, 3, "done")]), 75)
    assert.equal(rolledUp([child(0, 1), child(0, null, "done")]), 50)
    assert.equal(rolledUp([child(40, null), child(0, null, "cancelled")]), 40)
  })
})

describe("times", () => {
  const open = { status_category: "todo" as const, resolved_at: null, closed_at: null, progress: 0 }
  test("on a desk, review is resolved; on a board it is still work", () => {
    assert.equal(timesOf(open, "review", "desk", "now").resolved_at, "now")
    assert.equal(timesOf(open, "review", "work", "now").resolved_at, null)
  })
  test("done closes and counts 100; reopening takes both back; closing keeps the moment of resolution", () => {
    const resolved = { ...open, ...timesOf(open, "review", "desk", "then") }
    const closed = timesOf(resolved, "done", "desk", "now")
    assert.deepEqual([closed.resolved_at, closed.closed_at, closed.progress], ["then", "now", 100])
    const again = timesOf(closed, "active", "desk", "later")
    assert.deepEqual([again.resolved_at, again.closed_at, again.progress], [null, null, 0])
  })
  test("withdrawing is possible until somebody has started", () => {
    assert.deepEqual((["todo", "waiting", "active", "review", "done"] as const).map(notStarted), [true, true, false, false, false])
  })
})

test("viewers are everyone and everything concerned, each once", () => {
  const people = {
    project_id: "p",
    reporter_id: "r",
    owner_id: null,
    assignee_ids: ["a", "r"],
    watcher_ids: ["w"],
    team_id: "t",
    department_id: null,
  }
  assert.deepEqual(viewersOf(people), ["p", "r", "a", "w", "t"])
})

test("a task hangs below a story or an epic, an epic below nothing", () => {
  assertMayHang("task", "story")
  assertMayHang("story", "epic")
  assertMayHang("request", "incident")
  for (const [type, parent] of [
    ["epic", "epic"],
    ["story", "task"],
    ["epic", "story"],
    ["request", "story"],
  ] as const)
    assert.throws(() => assertMayHang(type, parent), { status: 400 })
})

test("a stale version is told both", () => {
  assertVersion(null, 7)
  assertVersion(7, 7)
  assert.throws(() => assertVersion(6, 7), { status: 409, details: { expected: 6, actual: 7 } })
})

describe("mentions", () => {
  test("by user name and by id, outside of code, each once", () => {
    const id = "01900000-0000-7000-8000-000000000001"
    assert.deepEqual(
      mentioned(`@priya, ask @[Tomás Reyes](${id}) and @priya. Not mail@example.com, not \`@code\`, not\n\`\`\`\n@block\n\`\`\``),
      { ids: [id], usernames: ["priya"] },
    )
  })
  test("no text makes it slow or fail", () => {
    fc.assert(fc.property(fc.string(), (text) => void mentioned(text)))
    const began = performance.now()
    mentioned("@".repeat(50_000) + "[".repeat(50_000))
    assert.ok(performance.now() - began < 1000)
  })
})
