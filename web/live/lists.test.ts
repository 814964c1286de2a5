import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"
import fc from "fast-check"
import { Core } from "./core.ts"
import { Lists } from "./lists.ts"
import { person, ticketOf } from "./model.test-data.ts"
import { comparePlaces, matches, nameOf, placeOf } from "./query.ts"
import { provisionalRank } from "./rank.ts"

const open: TicketQuery = { project: ["web"], statusCategory: ["todo"], sort: "-updatedAt" }
const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, "0")}:00.000Z`

function setUp(query: TicketQuery, tickets: ListedTicket[], nextCursor: string | null = null) {
  const core = new Core({ me: person("u1"), nameOf: (id) => id, statusOf: () => null })
  const lists = new Lists(core, "u1")
  core.subscribe((ids, mine) => lists.changed(ids, mine))
  const list = lists.enter(nameOf(query), query)
  list.open = 1
  const asOf = core.tick()
  core.absorb(tickets, asOf)
  lists.read(list, { tickets, nextCursor, total: null }, asOf, false)
  const ids = () => lists.view(list).ids.join(" ")
  let count = 0
  const mine = (ticketId: string, changes: object) => {
    count += 1
    core.begin({ kind: "change", changes, id: `m${count}`, ticketId, at: at(50 + count) })
  }
  return { core, lists, list, ids, mine }
}
const three = [1, 2, 3].map((n) => ticketOf(`t${n}`, { updatedAt: at(10 - n) }))

describe("a list", () => {
  it("takes in what comes to match, drops what does not, and keeps its order", () => {
    const { core, ids } = setUp(open, three)
    core.absorb([ticketOf("t9", { updatedAt: at(20) }), ticketOf("t8", { statusCategory: "done" })], core.tick())
    assert.equal(ids(), "t9 t1 t2 t3")
    core.absorb([ticketOf("t2", { version: 2, statusCategory: "done" })], core.tick())
    assert.equal(ids(), "t9 t1 t3")
    core.absorbGone(["t1"], core.tick())
    assert.equal(ids(), "t9 t3")
  })

  it("does not show what lies behind the end of what was read", () => {
    const { core, ids } = setUp(open, three, "more")
    core.absorb([ticketOf("t9", { updatedAt: at(1) })], core.tick())
    assert.equal(ids(), "t1 t2 t3")
  })

  it("leaves other people's changes where they are while somebody is in it, and counts them", () => {
    const { core, lists, list, ids, mine } = setUp(open, three)
    lists.hold(list, true)
    core.absorb([ticketOf("t3", { version: 2, updatedAt: at(30) }), ticketOf("t9", { updatedAt: at(20) })], core.tick())
    core.absorb([ticketOf("t1", { version: 2, statusCategory: "done" })], core.tick())
    assert.equal(ids(), "t1 t2 t3")
    assert.equal(lists.view(list).moved, 3)
    mine("t2", { status: "done" })
    assert.equal(ids(), "t1 t3", "one's own doing shows at once")
    lists.hold(list, false)
    assert.equal(ids(), "t3 t9")
  })

  it("shows one's own change in its place and takes it back alone", () => {
    const { core, lists, list, ids, mine } = setUp({ ...open, sort: "-priority" }, three)
    lists.hold(list, true)
    mine("t1", { priority: "critical" })
    assert.equal(ids(), "t1 t3 t2")
    const [pending] = core.pending()
    assert.ok(pending)
    core.reject(pending)
    assert.equal(ids(), "t3 t2 t1")
  })
})

describe("a filter", () => {
  const ticket = ticketOf("t1", { assignees: [person("u1")], labels: ["vpn"], dueDate: "2026-03-01", category: { id: "c1", name: "C" } })
  const cases: [TicketQuery, boolean | null][] = [
    [{ assignee: ["me"] }, true],
    [{ assignee: ["none"] }, false],
    [{ assignee: ["none", "me"] }, true],
    [{ project: ["WEB"], label: ["x", "vpn"] }, true],
    [{ priority: ["urgent"] }, false],
    [{ category: ["c1"], dueBefore: "2026-03-02" }, true],
    [{ dueAfter: "2026-03-01" }, false],
    [{ q: "printer" }, null],
    [{ q: "printer", type: ["bug"] }, false],
    [{ watcher: ["me"] }, null],
  ]
  for (const [query, expected] of cases)
    it(`${JSON.stringify(query)}: ${expected}`, () => assert.equal(matches(query, ticket, "u1"), expected))

  it("has one name whatever the order of its words", () => {
    assert.equal(nameOf({ type: ["bug", "task"], q: "a" }), nameOf({ q: "a", type: ["task", "bug"], limit: 7 }))
  })
  it("orders by the value, then by id, both ways", () => {
    const places = three.map((each) => placeOf(each, "-createdAt"))
    assert.deepEqual(
      places.sort((a, b) => comparePlaces(a, b, "-createdAt")).map(([, id]) => id),
      ["t3", "t2", "t1"],
    )
  })
})

it("finds a rank between any two", () => {
  const rank = fc.stringMatching(/^[0-9a-z]{0,5}[1-9a-z]$/)
  fc.assert(
    fc.property(rank, rank, (a, b) => {
      const [low, high] = [a, b].sort() as [string, string]
      if (low === high) return
      assert.ok(provisionalRank(low, high) > low && provisionalRank(low, high) < high, `${low} ${provisionalRank(low, high)} ${high}`)
      assert.ok(provisionalRank(high, null) > high)
      assert.ok(provisionalRank(null, low) < low)
    }),
  )
})
