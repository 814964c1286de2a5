// The promises of the live data, kept by many clients of one server over a network that loses, doubles and reorders.
import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { TicketQuery } from "@docket/contract/tickets"
import fc from "fast-check"
import type { Engine } from "./engine.ts"
import { World } from "./model.test-data.ts"
import type { Action } from "./mutation.ts"

const open: TicketQuery = { statusCategory: ["todo"], sort: "-updatedAt", limit: 3, count: true }
const everything: TicketQuery = { sort: "rank", limit: 100 }

type Step =
  | { kind: "act"; who: number; on: number; action: Action }
  | { kind: "share"; who: number; on: number; shared: boolean }
  | { kind: "connection"; who: number; online: boolean }
  | { kind: "hold"; who: number; held: boolean }

const word = fc.constantFrom("one", "two", "three", "refuse this")
const change = (changes: object): Action => ({ kind: "change", changes })
const action: fc.Arbitrary<Action> = fc.oneof(
  word.map((title) => change({ title })),
  fc.constantFrom("low", "high").map((priority) => change({ priority })),
  fc.constantFrom("todo", "done").map((status) => change({ status })),
  word.map((label) => change({ labels: [label] })),
  word.map((body): Action => ({ kind: "comment", body, visibility: "public", parentId: null, seen: [] })),
  word.map((title): Action => ({ kind: "create", ticket: { title } })),
  fc.constant<Action>({ kind: "delete" }),
)
const who = fc.nat({ max: 2 })
const on = fc.nat({ max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("act" as const), who, on, action }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("share" as const), who, on, shared: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("connection" as const), who, online: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hold" as const), who, held: fc.boolean() }) },
)

let ids = 0
function submit(engine: Engine, ticketId: string, given: Action): Promise<unknown> {
  ids += 1
  const mutation = { ...given, id: `m${ids}`, ticketId: given.kind === "create" ? "" : ticketId, at: new Date(1.9e12 + ids).toISOString() }
  return engine.outbox.submit(mutation)
}

async function connect(world: World, at: number, online: boolean): Promise<void> {
  const client = world.clients[at]
  if (client === undefined || client.online === online) return
  client.online = online
  if (online) void client.engine.catchUp()
}

async function play(world: World, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const client = world.clients[step.who]
    if (client === undefined) continue
    const { engine, who } = client
    if (step.kind === "act") void submit(engine, `t${step.on + 1}`, step.action).catch(() => undefined)
    else if (step.kind === "share") world.server.share(who, `t${step.on + 1}`, step.shared)
    else if (step.kind === "connection") await connect(world, step.who, step.online)
    else engine.lists.hold(open, step.held)
    await world.run(Math.floor(world.chance() * 12))
  }
}

/** The network heals, everyone comes back and catches up. */
async function heal(world: World): Promise<void> {
  world.trouble = 0
  for (const client of world.clients) {
    client.online = true
    client.engine.lists.hold(open, false)
  }
  await world.calm()
  for (const { engine } of world.clients) {
    void engine.catchUp()
  }
  await world.calm()
}

const brief = (tickets: readonly { id: string; version: number }[]) => tickets.map(({ id, version }) => `${id} v${version}`).join(", ")

describe("live data", () => {
  it("converges with the server, whatever the network did", async () => {
    const history = fc.record({ seed: fc.integer(), trouble: fc.constantFrom(0, 0.3, 1), steps: fc.array(step, { maxLength: 25 }) })
    await fc.assert(
      fc.asyncProperty(history, async ({ seed, trouble, steps }) => {
        const world = new World(seed)
        for (let n = 1; n <= 6; n += 1) world.server.add(`t${n}`)
        for (const name of ["u0", "u1", "u2"]) {
          const engine = world.join(name)
          engine.lists.open(open)
          engine.lists.open(everything)
          engine.tickets.open("t1")
        }
        await world.calm()
        world.trouble = trouble
        await play(world, steps)
        await heal(world)

        for (const { who, engine } of world.clients) {
          assert.deepEqual(engine.core.pending(), [], `${who} still has pending changes`)
          assert.equal(engine.outbox.waiting(), 0)
          const view = engine.lists.view(open)
          const expected = world.server.list(who, open)
          assert.equal(brief(view.tickets), brief(expected.slice(0, view.ids.length)), `${who}'s open tickets`)
          assert.deepEqual(view.tickets, expected.slice(0, view.ids.length))
          assert.ok(view.hasMore || view.ids.length === expected.length, `${who} misses open tickets`)
          assert.equal(view.total, expected.length, `${who} counts wrongly`)
          const all = engine.lists.view(everything).tickets
          assert.equal(brief(all), brief(world.server.list(who, everything)), `${who}'s tickets`)
          assert.deepEqual(all, world.server.list(who, everything))
          const readable = world.server.sees(who, "t1")
          assert.deepEqual(engine.tickets.view("t1").ticket, readable ? world.server.one(who, "t1") : null, `${who}'s open ticket`)
          for (const id of engine.core.held()) assert.ok(world.server.sees(who, id), `${who} holds ${id} and may not read it`)
        }
      }),
      { numRuns: 300 },
    )
  })
})
