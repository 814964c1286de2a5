import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Ticket } from "@docket/contract/tickets"
import { Core } from "./core.ts"
import { person, ticketOf } from "./model.test-data.ts"
import type { Action, Mutation } from "./mutation.ts"

const look = { me: person("u1"), nameOf: (id: string) => `Name of ${id}`, statusOf: () => null }
let ids = 0
const mutation = (ticketId: string, action: Action): Mutation => {
  ids += 1
  return { ...action, id: `m${ids}`, ticketId, at: "2026-02-01T00:00:00.000Z" }
}
const change = (changes: object) => mutation("t1", { kind: "change", changes })
const whole = (given: Partial<Ticket> = {}): Ticket => ({
  ...{ ...ticketOf("t1"), description: "", watchers: [], watching: false, links: [], children: [], comments: [], timeline: [] },
  ...given,
})
function coreWith(...tickets: Parameters<Core["absorb"]>[0][number][]): Core {
  const core = new Core(look)
  core.absorb(tickets, core.tick())
  return core
}

describe("pending changes", () => {
  it("show at once, in their order, on top of what the server said", () => {
    const core = coreWith(ticketOf("t1"))
    core.begin(change({ title: "First" }))
    core.begin(change({ priority: "urgent", title: "Second" }))
    core.begin(mutation("t1", { kind: "assign", assigneeIds: ["u1", "u2"] }))
    const shown = core.visible("t1")
    assert.deepEqual([shown?.title, shown?.priority, shown?.assignee], ["Second", "critical", person("u1")])
    assert.equal(core.base("t1")?.title, "Title of t1")
  })

  it("are refused alone: the others stay", () => {
    const core = coreWith(ticketOf("t1"))
    const [title, priority, labels] = [change({ title: "Mine" }), change({ priority: "high" }), change({ labels: ["a"] })]
    for (const each of [title, priority, labels]) core.begin(each)
    core.reject(priority)
    const shown = core.visible("t1")
    assert.deepEqual([shown?.title, shown?.priority, shown?.labels], ["Mine", "medium", ["a"]])
  })

  it("give way to the server's answer in one step", () => {
    const core = coreWith(ticketOf("t1"))
    const mine = change({ title: "Mine" })
    const asOf = core.tick()
    core.begin(mine)
    const seen: (string | undefined)[] = []
    core.subscribe(() => seen.push(core.visible("t1")?.title))
    core.settle(mine, { ticket: ticketOf("t1", { title: "Mine", version: 2 }) }, asOf)
    assert.deepEqual(seen, ["Mine"])
  })

  it("do not double a comment that has arrived before its answer", () => {
    const core = coreWith(whole())
    const mine = mutation("t1", { kind: "comment", body: "Hello", visibility: "public", parentId: null, seen: [] })
    core.begin(mine)
    assert.equal(core.visibleWhole("t1")?.comments[0]?.id, `pending-${mine.id}`)
    const comment = {
      ...{ id: "c1", ticketId: "t1", author: person("u1"), parentId: null, body: "Hello", visibility: "public" as const, mentions: [] },
      ...{ reactions: [], edited: false, removed: false, createdAt: "2026-02-01T00:00:01.000Z", editedAt: null, can: [] },
    }
    core.absorb([whole({ comments: [comment], timeline: [{ kind: "comment", at: comment.createdAt, comment }] })], core.tick())
    assert.deepEqual(
      core.visibleWhole("t1")?.comments.map(({ id }) => id),
      ["c1"],
    )
    core.settle(mine, { comment }, core.tick())
    assert.deepEqual(
      core.visibleWhole("t1")?.timeline.map((item) => item.comment?.id),
      ["c1"],
    )
  })

  it("show a move with its name and leave what is possible next to the server", () => {
    const core = coreWith(ticketOf("t1"))
    core.begin(change({ status: "done" }))
    const shown = core.visible("t1")
    assert.deepEqual([shown?.status, shown?.statusName, shown?.statusCategory, shown?.transitions], ["done", "Done", "done", []])
  })
})

describe("what the server says", () => {
  it("only moves forward", () => {
    const core = coreWith(ticketOf("t1", { version: 3, title: "Newest" }))
    core.absorb([ticketOf("t1", { version: 2, title: "Older" })], core.tick())
    assert.equal(core.visible("t1")?.title, "Newest")
  })
  it("of one version counts as it was asked for last", () => {
    const core = new Core(look)
    const [early, late] = [core.tick(), core.tick()]
    core.absorb([ticketOf("t1", { blocked: true })], late)
    core.absorb([ticketOf("t1", { blocked: false })], early)
    assert.equal(core.visible("t1")?.blocked, true)
  })
  it("is gone with everything when it does not come back, whatever was under way", () => {
    const core = coreWith(whole())
    const [early, late] = [core.tick(), core.tick()]
    core.absorbGone(["t1"], late)
    core.absorb([whole({ version: 9 })], early)
    assert.deepEqual([core.visible("t1"), core.visibleWhole("t1"), core.idOf("WEB-1")], [null, null, null])
    core.absorb([whole({ version: 9 })], core.tick())
    assert.equal(core.idOf("web-1"), "t1")
  })
  it("keeps its objects while nothing changes", () => {
    const core = coreWith(ticketOf("t1"), ticketOf("t2"))
    const before = core.visible("t1")
    core.begin({ ...change({ title: "Other" }), ticketId: "t2" })
    assert.equal(core.visible("t1"), before)
  })
})
