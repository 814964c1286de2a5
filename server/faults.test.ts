/** Bad days on a PostgreSQL server: whole processes, and a way to the database that breaks. */
import assert from "node:assert/strict"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, test } from "node:test"
import type { Change, Subscribed } from "@docket/contract/live"
import { presets } from "@docket/contract/workflows"
import { io, type Socket } from "socket.io-client"
import { becomes, type Crew, crewOf, type DocketProcess, docketProcess, type Reply } from "./test/docket-process.ts"
import { brokenInvariants } from "./test/invariants.ts"
import { ownServerDatabase, type ServerDatabase, serverForTests } from "./test/own-server-database.ts"
import { PostgresProxy } from "./test/postgres-proxy.ts"

const server = await serverForTests()
const soon = 20_000

describe("on a PostgreSQL server", {
  skip: server === null && "no PostgreSQL answers on 127.0.0.1:5432, and TEST_DATABASE_URL is not set",
}, () => {
  let dataDir: string
  let database: ServerDatabase
  let proxy: PostgresProxy
  /** Reaches the database by way of the proxy. */
  let far: DocketProcess
  /** Reaches it directly, and runs no jobs. */
  let near: DocketProcess
  let crew: Crew
  const sockets: Socket[] = []

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "docket-faults-"))
    database = await ownServerDatabase(server as string)
    proxy = new PostgresProxy(database.url)
    const shared = { DATABASE_POOL: "6" }
    const both = [
      docketProcess(dataDir, { ...shared, DATABASE_URL: await proxy.open(database.url) }),
      docketProcess(dataDir, { ...shared, DATABASE_URL: database.url, ROLE: "web" }),
    ]
    const started = await Promise.allSettled(both)
    for (const one of started)
      assert.ok(one.status === "fulfilled", `of two that start at once both come up: ${String((one as PromiseRejectedResult).reason)}`)
    ;[far, near] = (await Promise.all(both)) as [DocketProcess, DocketProcess]
    crew = await crewOf(far, dataDir)
  })
  after(async () => {
    for (const socket of sockets) socket.disconnect()
    await Promise.all([far?.kill(), near?.kill()])
    await proxy.cut()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const raise = (docket: DocketProcess, title: string, key?: string) =>
    docket.call<{ id: string; key: string; version: number }>("POST", "/tickets", {
      as: crew.employee.token,
      body: { title },
      ...(key ? { key } : {}),
    })
  const countOf = async (title: string) =>
    Number((await database.pool.query("select count(*) as n from tickets where title = $1", [title])).rows[0].n)
  const sound = async () => assert.deepEqual(await brokenInvariants(database.pool), [])

  /** Hears everything of the help desk, as an agent; reconnects by itself. */
  const listener = async (docket: DocketProcess) => {
    const desk = (await near.call<{ id: string }>("GET", "/projects/HELP", { as: crew.admin.token })).body.id
    const socket = io(docket.address, {
      auth: { token: crew.agent.token },
      transports: ["websocket"],
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    })
    sockets.push(socket)
    const heard: (Change & { at: number })[] = []
    const state = { connections: 0, granted: [] as string[] }
    socket.on("change", (change: Change) => heard.push({ ...change, at: performance.now() }))
    socket.on("connect", async () => {
      state.connections += 1
      state.granted = ((await socket.emitWithAck("subscribe", { scopes: ["me", `project:${desk}`] })) as Subscribed).granted
    })
    return { heard, state, hears: (id: string) => heard.find((change) => change.id === id) }
  }
  const refusedForNow = ({ status, body, headers }: Reply, what: string) => {
    assert.equal(status, 503, `${what}: ${JSON.stringify(body)}`)
    assert.deepEqual(Object.keys(body), ["error", "message", "details"], what)
    assert.equal(body.error, "E_SERVICE_UNAVAILABLE", what)
    assert.ok(Number(headers.get("retry-after")) >= 1, `${what} says when to try again`)
  }

  test("two that start at once on an empty database share one schema, one default desk, and each preset once", async () => {
    const { rows } = await database.pool.query(
      "select (select count(*)::int from projects where is_default) as desks, (select array_agg(key order by key) from workflow_definitions where preset) as presets, (select count(*)::int from schema_migrations) as migrations, (select max(version) from schema_migrations) as last",
    )
    assert.equal(rows[0].desks, 1)
    for (const preset of presets) assert.equal(rows[0].presets.filter((key: string) => key === preset).length, 1, preset)
    assert.equal(rows[0].migrations, rows[0].last)
    await sound()
  })

  test("what changes through one process reaches a socket on the other within half a second", async (t) => {
    const { state, hears } = await listener(far)
    assert.ok(await becomes(() => state.granted.length === 2, soon))
    const took: number[] = []
    for (let at = 0; at < 7; at++) {
      const { body } = await raise(near, `From next door ${at}`)
      const answered = performance.now()
      assert.ok(await becomes(() => hears(body.id) !== undefined, soon))
      took.push((hears(body.id)?.at ?? Number.POSITIVE_INFINITY) - answered)
    }
    t.diagnostic(`${took.map(Math.round).join(" ")} ms`)
    assert.ok(took.sort((a, b) => a - b)[3]! <= 500, `the middle one of ${took.map(Math.round)} ms`)
  })

  test("a slow database slows nothing that does not need it, and loses nothing", async () => {
    proxy.delay = 60
    const raised = Promise.all(Array.from({ length: 8 }, (_, at) => raise(far, `Slowly ${at}`)))
    const took: number[] = []
    for (let at = 0; at < 9; at++) {
      const asked = performance.now()
      assert.equal((await far.call("GET", "/health/live")).status, 200)
      took.push(performance.now() - asked)
    }
    const replies = await raised
    proxy.delay = 0
    assert.deepEqual([...new Set(replies.map(({ status }) => status))], [201], JSON.stringify(replies.map(({ body }) => body)))
    assert.ok(took.sort((a, b) => a - b)[4]! < 300, `health answers in ${took.map(Math.round)} ms`)
  })

  test("a database that is away is a 503 that says when to come back; everything recovers by itself and misses nothing", async (t) => {
    const patient = await listener(far)
    assert.ok(await becomes(() => patient.state.granted.length === 2, soon))
    const known = (await raise(far, "Known before")).body
    const { cursor } = (await far.call<{ cursor: string }>("GET", "/changes", { as: crew.agent.token })).body

    await proxy.cut()
    assert.ok(await becomes(async () => (await far.call("GET", "/health/ready")).status === 503, soon), "not ready")
    const reads = ["/tickets", `/tickets/${known.id}`, "/projects", "/auth/me", "/changes"]
    await new Promise((resolve) => setTimeout(resolve, 2100)) // what is remembered of sessions is two seconds old at most
    for (const path of reads) refusedForNow(await far.call("GET", path, { as: crew.agent.token }), path)
    refusedForNow(await raise(far, "Never raised"), "a new ticket")
    refusedForNow(await far.call("POST", "/auth/login", { body: { email: crew.agent.email, password: "wrong" } }), "sign-in")
    assert.equal((await far.call("GET", "/health/live")).status, 200)
    assert.equal((await far.call("GET", "/metrics")).status, 200)
    const late = await listener(far)
    const missed: string[] = []
    for (let at = 0; at < 5; at++) missed.push((await raise(near, `While it was away ${at}`)).body.id)
    assert.equal(far.child.exitCode, null, far.output())

    await proxy.restore()
    const restored = performance.now()
    assert.ok(await becomes(async () => (await far.call("GET", "/health/ready")).status === 200, soon), "ready again")
    const { status, body } = await raise(far, "Back again")
    assert.equal(status, 201)
    t.diagnostic(`answers again after ${Math.round(performance.now() - restored)} ms`)
    for (const id of [...missed, body.id])
      assert.ok(await becomes(() => patient.hears(id) !== undefined, soon), "a socket that was open hears what was missed")
    assert.equal(patient.state.connections, 1, "it has not even noticed")
    assert.ok(await becomes(() => late.state.granted.length === 2, soon), "one that came meanwhile gets in by itself")
    const since = (await far.call<{ data: Change[] }>("GET", `/changes?after=${cursor}`, { as: crew.agent.token })).body.data
    // a cursor stays behind whatever still runs on that server, so what was known may be told again
    const created = since.filter(({ event, id }) => event === "ticket.created" && id !== known.id).map(({ id }) => id)
    assert.deepEqual(created, [...missed, body.id], "each once, in order")
    assert.equal(await countOf("Never raised"), 0)
    await sound()
  })

  test("jobs go on after the database was away", async () => {
    const outbox = join(dataDir, "outbox")
    const letters = async () => {
      const names = await readdir(outbox).catch(() => [])
      return Promise.all(names.filter((name) => !name.startsWith(".")).map((name) => readFile(join(outbox, name), "utf8")))
    }
    const asked = await far.call("POST", "/auth/forgot-password", { body: { email: crew.employee.email } })
    assert.equal(asked.status, 202, JSON.stringify(asked.body))
    assert.ok(await becomes(async () => (await letters()).some((letter) => letter.includes(crew.employee.email)), 2 * soon), far.output())
  })

  for (const when of ["before", "after"] as const)
    test(`a connection lost ${when} its COMMIT was kept: unknown to everyone, and once after the same request again`, async () => {
      const title = `Lost ${when} commit ${process.pid}`
      const key = `lost-${when}`
      const lost = proxy.loseAtCommit({ marker: title, when })
      const first = await raise(far, title, key)
      await lost
      refusedForNow(first, "the first try")
      assert.match(first.body.message ?? "", /may have been kept/, "nothing is claimed that nobody knows")
      assert.equal(await countOf(title), when === "after" ? 1 : 0)
      const again = await raise(far, title, key)
      assert.equal(again.status, 201)
      assert.equal((await raise(far, title, key)).body.id, again.body.id)
      assert.equal(await countOf(title), 1)
      assert.equal((await far.call("GET", `/tickets/${again.body.id}`, { as: crew.employee.token })).status, 200)
      await sound()
    })

  test("a lock held elsewhere is a 503 in time, and holds up nothing else", async () => {
    const holder = await database.pool.connect()
    await holder.query("begin")
    await holder.query("lock table tickets in access exclusive mode")
    const asked = performance.now()
    const waiting = [raise(far, "Locked out"), far.call("GET", "/tickets", { as: crew.agent.token })]
    assert.equal((await far.call("GET", "/projects", { as: crew.agent.token })).status, 200)
    for (const reply of await Promise.all(waiting)) refusedForNow(reply, "behind a lock")
    assert.ok(performance.now() - asked < 15_000)
    await holder.query("rollback")
    holder.release()
    assert.equal((await raise(far, "Unlocked")).status, 201)
    assert.equal(await countOf("Locked out"), 0)
  })

  test("both end in order when told to, the one without its database too", async () => {
    await sound()
    await proxy.cut()
    for (const docket of [far, near]) {
      const told = performance.now()
      docket.child.kill("SIGTERM")
      assert.deepEqual(await docket.ended, { status: 0, signal: null }, docket.output())
      assert.ok(performance.now() - told < 20_000)
    }
  })
})
