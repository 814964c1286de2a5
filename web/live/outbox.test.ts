import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { ApiError } from "../api/request.ts"
import { Core } from "./core.ts"
import type { Answer } from "./fetched.ts"
import { person, ticketOf } from "./model.test-data.ts"
import type { Action, Mutation } from "./mutation.ts"
import { Outbox } from "./outbox.ts"

const offline = () => new ApiError(0, "E_OFFLINE", "")

function setUp() {
  const core = new Core({ me: person("u1"), nameOf: (id) => id, statusOf: () => null })
  core.absorb([ticketOf("t1"), ticketOf("t2")], core.tick())
  const sent: string[] = []
  const disk = new Map<string, Mutation>()
  const server = {
    answer: (mutation: Mutation): Promise<Answer> => Promise.resolve({ ticket: ticketOf(mutation.ticketId, { version: 2 }) }),
  }
  const outbox = new Outbox(core, {
    send: (mutation) => {
      sent.push(mutation.id)
      return server.answer(mutation)
    },
    reread: (id) => Promise.resolve(ticketOf(id, { version: 3 })),
    keep: (mutation) => void disk.set(mutation.id, mutation),
    forget: ({ id }) => void disk.delete(id),
    ...{ later: () => undefined, settled: () => undefined, changed: () => undefined },
  })
  const make = (id: string, action: Action, ticketId = "t1"): Mutation => ({ ...action, id, ticketId, at: "2026-01-01T00:00:00.000Z" })
  return { core, outbox, sent, disk, server, make }
}
const title = (text: string): Action => ({ kind: "change", changes: { title: text } })
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe("the outbox", () => {
  it("sends the changes of one ticket one after the other, those of others beside them", async () => {
    const { outbox, sent, server, make } = setUp()
    let release: (answer: Answer) => void = () => undefined
    server.answer = () => new Promise((resolve) => (release = resolve))
    void outbox.submit(make("a", title("1")))
    void outbox.submit(make("b", title("2")))
    void outbox.submit(make("c", title("3"), "t2"))
    assert.deepEqual(sent, ["a", "c"])
    release({ done: true })
    await turn()
    assert.deepEqual(sent, ["a", "c"], "c was answered, a was not")
  })

  it("keeps small changes without a connection and replays them in their order, each with its own key", async () => {
    const { core, outbox, sent, disk, server, make } = setUp()
    server.answer = () => Promise.reject(offline())
    assert.equal(await outbox.submit(make("a", title("Mine"))), null)
    assert.equal(
      await outbox.submit(make("b", { kind: "comment", body: "Hi", visibility: "public", parentId: null, seen: [] }, "t2")),
      null,
    )
    assert.equal(await outbox.submit(make("c", title("Mine too"))), null)
    assert.deepEqual([outbox.waiting(), [...disk.keys()], sent], [3, ["a", "b", "c"], ["a"]])
    assert.equal(core.visible("t1")?.title, "Mine too")
    server.answer = (mutation) => Promise.resolve({ ticket: ticketOf(mutation.ticketId) })
    outbox.resume()
    for (let n = 0; n < 9; n += 1) await turn()
    assert.deepEqual([outbox.waiting(), disk.size, sent], [0, 0, ["a", "a", "b", "c"]])
  })

  it("does not keep what makes no sense later", async () => {
    const { core, outbox, server, make } = setUp()
    server.answer = () => Promise.reject(offline())
    await assert.rejects(outbox.submit(make("a", { kind: "claim" })), { status: 0 })
    await outbox.submit(make("b", title("Kept")))
    await assert.rejects(outbox.submit(make("c", { kind: "delete" })), { status: 0 })
    assert.deepEqual(
      core.pending().map(({ id }) => id),
      ["b"],
    )
  })

  it("lists what is refused after it was kept, with its reason; what is refused at once fails", async () => {
    const { core, outbox, server, make } = setUp()
    const refusal = new ApiError(400, "E_VALIDATION_ERROR", "No.")
    server.answer = () => Promise.reject(refusal)
    await assert.rejects(outbox.submit(make("a", title("No"))), refusal)
    assert.deepEqual([outbox.refused().length, core.visible("t1")?.title], [0, "Title of t1"])
    outbox.restore([make("b", title("From an earlier visit"))])
    await turn()
    assert.deepEqual(
      outbox.refused().map(({ mutation, error }) => [mutation.id, error.message]),
      [["b", "No."]],
    )
    outbox.dismiss("b")
    assert.equal(outbox.refused().length, 0)
  })
})
