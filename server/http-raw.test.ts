/** What comes over the wire other than well-behaved clients send it: halves, contradictions, too much, too slowly. And how it all ends. */
import assert from "node:assert/strict"
import { createServer } from "node:http"
import net, { type AddressInfo } from "node:net"
import { after, before, describe, type TestContext, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { endpoint } from "@docket/contract/endpoint"
import { io } from "socket.io-client"
import { Type } from "typebox"
import { DomainError, unavailable } from "#platform/errors"
import type { LoggedEvent } from "#platform/event-log"
import { type Route, read } from "#platform/http/route"
import { openSockets } from "#platform/live/sockets"
import { type Company, company } from "./test/company.ts"
import { becomes, until } from "./test/docket-process.ts"

const slow = endpoint({
  id: "slow",
  method: "GET",
  path: "/test/slow/:ms",
  tag: "Test",
  access: "anyone",
  summary: "takes its time",
  params: Type.Object({ ms: Type.String() }),
  returns: Type.Object({ done: Type.Boolean() }),
})
const routes: Route[] = [read(slow, async (_ctx, { params }) => sleep(Number(params.ms), { done: true }))]

let c: Company
before(async () => {
  c = await company({ listen: true, routes })
})
after(() => c.close())
const portOf = (house: Company) => Number(new URL(house.address).port)

type Wire = { socket: net.Socket; got: () => string; closed: () => boolean }
/** A connection on which exactly this is sent. */
function wire(port: number, ...parts: string[]): Wire {
  const socket = net.connect(port, "127.0.0.1")
  let got = ""
  let closed = false
  socket.on("data", (chunk) => {
    got += chunk.toString("latin1")
  })
  socket.on("error", () => undefined)
  socket.on("close", () => {
    closed = true
  })
  for (const part of parts) socket.write(part)
  return { socket, got: () => got, closed: () => closed }
}
const request = (line: string, headers: string[] = [], body = "") =>
  `${[line, "Host: docket.test", ...headers].join("\r\n")}\r\n\r\n${body}`
const live = request("GET /health/live HTTP/1.1")
const answers = (one: Wire) =>
  one
    .got()
    .match(/HTTP\/1\.1 \d{3}/g)
    ?.map((line) => Number(line.slice(-3))) ?? []

/** Answered in the one shape, and closed. */
async function refused(one: Wire, status: number, what: string): Promise<void> {
  assert.ok(await becomes(one.closed, 20_000), `${what}: the connection ends (${one.got().slice(0, 200)})`)
  assert.deepEqual(answers(one), [status], what)
  const [head = "", body = ""] = one.got().split("\r\n\r\n")
  assert.match(head, /x-content-type-options: nosniff/, what)
  const { error, message, details } = JSON.parse(body) as Record<string, unknown>
  assert.deepEqual([error, typeof message, details], ["E_VALIDATION_ERROR", "string", {}], what)
}

describe("on the wire", { concurrency: true }, () => {
  test("headers that come slowly are given up after ten seconds, and nobody else waits for them", async () => {
    const slowly = Array.from({ length: 100 }, () => wire(portOf(c), "GET /health/live HTTP/1.1\r\nHost: docket.test\r\nX-Slow: "))
    const asked = performance.now()
    const dripping = setInterval(() => {
      for (const { socket } of slowly) socket.write("z")
    }, 500)
    for (let at = 0; at < 10; at++) assert.equal((await fetch(`${c.address}/health/live`)).status, 200)
    assert.ok(await becomes(() => slowly.every((one) => one.closed()), 40_000))
    clearInterval(dripping)
    assert.ok(performance.now() - asked > 8000, "whoever is only slow gets some time")
    for (const one of slowly) assert.deepEqual(answers(one), [408])
  })

  test("headers that are too large, and lines that are no HTTP, are refused in the one shape", async () => {
    await refused(wire(portOf(c), request("GET /health/live HTTP/1.1", [`X-Large: ${"x".repeat(20_000)}`])), 431, "large")
    const wrong = [
      "hello\r\n\r\n",
      "GET /health/live HTTP/1.1\nHost: x\n\n",
      request("BREW /pot HTTP/1.1"),
      request("GET /health/live HTTP/9.9"),
      request("GET /health/live HTTP/1.1", ["X-Bad\u0000: 1"]),
    ]
    for (const text of wrong) await refused(wire(portOf(c), text), 400, text)
  })

  test("of two ways to read where a body ends none is taken", async () => {
    const post = (...headers: string[]) =>
      request("POST /api/v1/tickets HTTP/1.1", [`Authorization: Bearer ${c.id.ines}`, "Content-Type: application/json", ...headers])
    const body = '{"title":"Smuggled"}'
    const length = `Content-Length: ${body.length}`
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    const cases: [string, string][] = [
      [post(length, "Transfer-Encoding: chunked"), chunked],
      [post("Transfer-Encoding: chunked", length), chunked],
      [post(length, "Content-Length: 2"), body],
      [post("Transfer-Encoding: chunked, identity"), chunked],
      [post("Transfer-Encoding: xchunked"), chunked],
      [post("Content-Length: -1"), body],
      [post("Content-Length: 0x14"), body],
      [post("Transfer-Encoding : chunked"), chunked],
      [post("Transfer-Encoding: chunked"), `14;x\n${body}\r\n0\r\n\r\n`],
    ]
    for (const [head, rest] of cases) await refused(wire(portOf(c), head + rest + live), 400, head)
    assert.equal(await raised("Smuggled"), 0)
    const good = wire(portOf(c), post("Transfer-Encoding: chunked", "Connection: close") + chunked)
    assert.ok(await becomes(good.closed, 10_000))
    assert.deepEqual(answers(good), [201], good.got())
  })

  test("a body that stops half-way changes nothing and takes nothing down", async () => {
    const head = request("POST /api/v1/tickets HTTP/1.1", [
      `Authorization: Bearer ${c.id.ines}`,
      "Content-Type: application/json",
      "Content-Length: 5000",
    ])
    const halves = Array.from({ length: 30 }, () => wire(portOf(c), head, '{"title":"Half a ticket'))
    await sleep(100)
    for (const { socket } of halves) socket.resetAndDestroy()
    assert.equal((await fetch(`${c.address}/health/live`)).status, 200)
    assert.equal(await raised("Half a ticket"), 0)
  })

  test("a request without a host, or with two, is refused; one with an expectation, or in a proxy's form is answered", async () => {
    for (const hosts of ["", "Host: a.example\r\nHost: b.example\r\n"]) {
      const nowhere = wire(portOf(c), `GET /health/live HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)
      assert.ok(await becomes(nowhere.closed, 10_000))
      assert.match(nowhere.got(), /^HTTP\/1\.1 400 .*nosniff.*"E_VALIDATION_ERROR"/s)
    }
    const odd = [
      request("GET /health/live HTTP/1.1", ["Expect: tea", "Connection: close"]),
      request("GET http://evil.example/health/live HTTP/1.1", ["Connection: close"]),
      "GET /health/live HTTP/1.0\r\n\r\n",
    ]
    for (const text of odd) {
      const one = wire(portOf(c), text)
      assert.ok(await becomes(one.closed, 10_000), text)
      assert.match(one.got(), /^HTTP\/1\.1 200 .*nosniff.*\{"status":"ok"\}$/s, text)
    }
    for (const text of [
      request("CONNECT evil.example:443 HTTP/1.1"),
      request("GET /api/v1/tickets HTTP/1.1", ["Connection: Upgrade", "Upgrade: websocket"]),
    ])
      assert.ok(await becomes(wire(portOf(c), text).closed, 10_000), "no tunnel, and no socket elsewhere")
  })

  test("several requests at once on one connection are answered in their order", async () => {
    const one = wire(
      portOf(c),
      request("GET /api/v1/test/slow/200 HTTP/1.1") +
        request("GET /api/v1/nowhere HTTP/1.1") +
        request("GET /health/live HTTP/1.1", ["Connection: close"]),
    )
    assert.ok(await becomes(one.closed, 10_000))
    assert.deepEqual(answers(one), [200, 404, 200])
    assert.match(one.got(), /"done":true.*E_NOT_FOUND.*"status":"ok"/s)
  })

  test("the transport of the sockets is as careful as the rest", async () => {
    for (const path of ["/socket.io/", "/socket.io/?EIO=4&transport=polling", "/socket.io/?EIO=4&transport=carrier-pigeon"]) {
      const answer = await fetch(c.address + path, path.includes("polling") ? {} : { headers: { origin: "https://evil.example" } })
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff", path)
      assert.equal(answer.headers.get("access-control-allow-origin"), null, path)
    }
  })
})

const raised = async (title: string) =>
  Number((await c.runtime.database.pool.query("select count(*) as n from tickets where title like $1", [`${title}%`])).rows[0].n)

test("the end: what has been accepted is answered, who is idle is let go, and nothing half said holds it up", async (t) => {
  const house = await company({ listen: true, routes })
  t.after(() => house.close())
  const port = portOf(house)
  const running = wire(port, request("GET /api/v1/test/slow/1500 HTTP/1.1"))
  const idle = wire(port, live)
  const silent = wire(port)
  const half = wire(port, "POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-")
  const asking = wire(port, live)
  const guest = io(house.address, { auth: { token: house.id.ines }, transports: ["websocket"], reconnection: false })
  const left = new Promise<string>((resolve) => guest.on("disconnect", resolve))
  assert.ok(await becomes(() => guest.connected && answers(idle).length === 1 && answers(asking).length === 1, 10_000))

  const began = performance.now()
  const stopped = house.stop()
  asking.socket.write(request("GET /health/ready HTTP/1.1"))
  assert.ok(await becomes(asking.closed, 10_000))
  assert.deepEqual(answers(asking), [200, 503], "whoever asks in the last moment is answered, that it is not ready")
  assert.match(asking.got().split("HTTP/1.1 503")[1] ?? "", /connection: close/i, "and told that this was the last answer")
  assert.equal(await left, "transport close", "after which a client connects again by itself")
  await stopped
  assert.ok(performance.now() - began < 8000, `${performance.now() - began} ms`)
  for (const one of [running, idle, silent, half]) assert.ok(await becomes(one.closed, 10_000))
  assert.deepEqual(answers(running), [200])
  assert.match(running.got(), /"done":true/)
  await assert.rejects(fetch(`${house.address}/health/live`))
})

describe("sockets in trouble", () => {
  const event = (at: number): LoggedEvent => ({
    id: at,
    xid: "1",
    at: "2026-01-01T00:00:00.000Z",
    name: "user.updated",
    entity: "user",
    entity_id: c.id.ines,
    ticket_id: null,
    project_id: null,
    version: at,
    audience: [],
    internal: false,
    actor_id: null,
    session_id: null,
    data: { changes: { fullName: ["x".repeat(20), "y"] } },
  })
  /** Sockets over a server of their own, whose callers are told by a function. */
  async function open(t: TestContext, whoIs: Parameters<typeof openSockets>[2]) {
    const server = createServer((_request, response) => response.end())
    const sockets = openSockets(
      server,
      c.runtime,
      whoIs,
      async () => true,
      () => ({ xid: "1", id: 1 }),
    )
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const guest = io(`http://127.0.0.1:${port}`, { auth: { token: "some" }, transports: ["websocket"], reconnectionDelay: 100 })
    t.after(async () => {
      guest.disconnect()
      sockets.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    })
    return { sockets, guest }
  }
  const ines = async () => (await import("#modules/identity")).loadPrincipal(c.runtime, c.id.ines)

  test("who does not read is let go, and catches up after coming back", async (t) => {
    const { sockets, guest } = await open(t, ines)
    assert.ok(await until(() => (guest.connected ? true : undefined), 10_000))
    await guest.emitWithAck("subscribe", { scopes: ["me"] })
    const tcp = (guest.io.engine.transport as unknown as { ws: { _socket: net.Socket } }).ws._socket
    tcp.pause()
    let connections = 1
    guest.on("connect", () => {
      connections += 1
    })
    const before = process.memoryUsage().rss
    for (let at = 0; at < 200 && sockets.count() > 0; at++) {
      sockets.tell(Array.from({ length: 500 }, (_, one) => event(at * 500 + one)))
      await sleep(1)
    }
    assert.equal(sockets.count(), 0, "a hundred thousand pokes do not wait for one reader")
    assert.ok(process.memoryUsage().rss - before < 200e6)
    tcp.resume()
    assert.ok(await becomes(() => connections === 2 && sockets.count() === 1, 10_000), "back by itself")
  })

  test("nobody is turned away for good because it cannot be told who they are just now", async (t) => {
    let away = true
    const { sockets, guest } = await open(t, async () => {
      if (away) throw unavailable()
      return ines()
    })
    const refusals: string[] = []
    guest.on("connect_error", ({ message }) => refusals.push(message))
    await sleep(500)
    assert.equal(sockets.count(), 0)
    away = false
    assert.ok(await becomes(() => guest.connected && sockets.count() === 1, 10_000))
    assert.deepEqual(
      refusals.filter((message) => message.startsWith("E_")),
      [],
    )
  })

  test("who leaves while it is found out who they are leaves nothing behind", async (t) => {
    let asked = 0
    const { sockets, guest } = await open(t, async () => {
      asked += 1
      await sleep(200)
      return ines()
    })
    assert.ok(await becomes(() => asked === 1, 10_000))
    guest.disconnect()
    await sleep(600)
    assert.equal(sockets.count(), 0)
  })

  test("a token that is over ends the connection with its reason", async (t) => {
    let over = false
    const { guest } = await open(t, async () => {
      if (over) throw new DomainError(401, "E_AUTH_TOKEN_EXPIRED", "over")
      return ines()
    })
    assert.ok(await becomes(() => guest.connected, 10_000))
    const left = new Promise<string>((resolve) => guest.on("disconnect", resolve))
    const told = new Promise<boolean>((resolve) => guest.on("signed_out", () => resolve(true)))
    over = true
    assert.deepEqual([await told, await left], [true, "io server disconnect"])
  })
})
