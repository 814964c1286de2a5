import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Change } from "@docket/contract/live"
import { ApiError } from "../api/request.ts"
import { Core } from "./core.ts"
import { Feed, type FeedPorts } from "./feed.ts"
import { person, ticketOf } from "./model.test-data.ts"

const changeOf = (n: number, given: Partial<Change> = {}): Change => ({
  ...{
    cursor: String(n),
    entity: "ticket",
    id: `t${n}`,
    version: 2,
    event: "ticket.updated",
    fields: ["priority"],
    ticketId: `t${n}`,
    projectId: "p1",
  },
  ...given,
})

function setUp(given: Partial<FeedPorts> = {}) {
  const core = new Core({ me: person("u1"), nameOf: (id) => id, statusOf: () => null })
  const asked: string[][] = []
  const timers: (() => void)[] = []
  const counts = { anew: 0 }
  const feed = new Feed(core, {
    changes: () => Promise.resolve({ data: [], cursor: "0", more: false }),
    many: (ids) => {
      asked.push([...ids])
      return Promise.resolve(ids.map((id) => ticketOf(id, { version: 2 })))
    },
    one: (id) => Promise.reject(new Error(id)),
    interest: () => "listed",
    readAnew: () => {
      counts.anew += 1
    },
    later: (_milliseconds, action) => void timers.push(action),
    ...{ heard: () => undefined, refreshed: () => undefined, reached: () => undefined },
    ...given,
  })
  const run = async () => {
    for (const action of timers.splice(0)) action()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { core, feed, asked, counts, run }
}

describe("the feed", () => {
  it("reads what many pokes are about in one request, once", async () => {
    const { feed, asked, run } = setUp()
    for (const n of [1, 2, 2, 3, 1]) feed.hear(changeOf(n))
    await run()
    assert.deepEqual(asked, [["t1", "t2", "t3"]])
  })

  it("does not read again what is known already, unless it decides who may see it", async () => {
    const { core, feed, asked, run } = setUp()
    core.absorb([ticketOf("t1", { version: 2 }), ticketOf("t2", { version: 2 })], core.tick())
    feed.hear(changeOf(1))
    feed.hear(changeOf(2, { event: "ticket.assigned", fields: ["assignees"] }))
    await run()
    assert.deepEqual(asked, [["t2"]])
  })

  it("tries again what could not be read", async () => {
    let down = true
    const { core, feed, run } = setUp({
      many: (ids) => (down ? Promise.reject(new ApiError(0, "E_OFFLINE", "")) : Promise.resolve(ids.map((id) => ticketOf(id)))),
    })
    feed.hear(changeOf(1))
    await run()
    assert.equal(core.visible("t1"), null)
    down = false
    await run()
    assert.notEqual(core.visible("t1"), null)
  })

  it("catches up page by page and leaves out what pokes brought", async () => {
    const asked: (string | undefined)[] = []
    const pages = [
      { data: [changeOf(1), changeOf(2)], cursor: "2", more: true },
      { data: [changeOf(3)], cursor: "3", more: false },
    ]
    const {
      feed,
      asked: read,
      run,
    } = setUp({
      changes: (after) => {
        asked.push(after)
        return Promise.resolve(
          after === undefined ? { data: [], cursor: "0", more: false } : (pages.shift() ?? { data: [], cursor: "3", more: false }),
        )
      },
    })
    await feed.begin()
    feed.hear(changeOf(2))
    assert.equal(await feed.catchUp(), true)
    await run()
    assert.deepEqual([asked, read.map((ids) => ids.toSorted())], [[undefined, "0", "2"], [["t1", "t2", "t3"]]])
    assert.equal(await feed.catchUp(), true)
    assert.equal(asked.at(-1), "3")
  })

  it("reads everything anew when the cursor is too old, and when ten thousand changes were missed", async () => {
    const { feed, asked, counts, run } = setUp({
      changes: (after) =>
        after === "0"
          ? Promise.reject(new ApiError(410, "E_CURSOR_TOO_OLD", ""))
          : Promise.resolve({ data: [], cursor: after ?? "0", more: false }),
    })
    await feed.begin()
    assert.equal(await feed.catchUp(), true)
    assert.equal(counts.anew, 1)

    const data = Array.from({ length: 10_000 }, (_, n) => changeOf(n + 1))
    const many = setUp({
      changes: (after) =>
        Promise.resolve(
          after === undefined ? { data: [], cursor: "0", more: false } : { data: data.splice(0, 1000), cursor: "x", more: data.length > 0 },
        ),
    })
    await many.feed.begin()
    assert.equal(await many.feed.catchUp(), true)
    await many.run()
    assert.deepEqual([many.counts.anew, many.asked.length], [1, 0])
    await run()
    assert.deepEqual(asked, [])
  })

  it("says that it did not come through, and keeps its place", async () => {
    let down = false
    const { feed } = setUp({
      changes: (after) =>
        down ? Promise.reject(new ApiError(0, "E_OFFLINE", "")) : Promise.resolve({ data: [], cursor: after ?? "7", more: false }),
    })
    await feed.begin()
    down = true
    assert.equal(await feed.catchUp(), false)
    down = false
    assert.equal(await feed.catchUp(), true)
  })
})
