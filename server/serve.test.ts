/** `docket serve` over its embedded database, as its operator sees it: what it prints, how it ends, and that it is alone. */
import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { Agent, type IncomingMessage, request } from "node:http"
import net from "node:net"
import { join } from "node:path"
import { after, before, describe, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { silent } from "#platform/database/log"
import { MIGRATIONS } from "#platform/database/migrate"
import { openDatabase } from "#platform/database/open"
import { copyOfTemplate } from "#platform/database/test-template"
import { becomes, type Crew, crewOf, crewPassword, type DocketProcess, docketProcess } from "./test/docket-process.ts"
import { brokenInvariants } from "./test/invariants.ts"

let dataDir: string
let remove: () => void
let docket: DocketProcess
let crew: Crew
before(async () => {
  ;({ dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent))
  docket = await docketProcess(dataDir, { LOG_LEVEL: "trace", REGISTRATION: "open" })
  crew = await crewOf(docket, dataDir)
})
after(async () => {
  await docket?.kill()
  remove()
})

describe("what it prints", () => {
  test("every request in a line, and no password and no token in any, whatever goes wrong with them", async () => {
    const canary = (what: string) => `canary-${what}-5f1a9c`
    const email = "canary@marlow.example"
    type Tokens = { accessToken: string; refreshToken: string }
    const enter = { email, password: canary("password"), fullName: "Canary Bird" }
    const first = (await docket.call<Tokens>("POST", "/auth/register", { body: enter })).body
    assert.ok(first.accessToken, "registered")
    const second = (await docket.call<Tokens>("POST", "/auth/login", { body: { email, password: enter.password } })).body
    const third = (await docket.call<Tokens>("POST", "/auth/refresh", { body: { refreshToken: second.refreshToken } })).body
    const lost = canary("wrong-refresh-token-of-some-length")
    const tries: [string, string, { body?: unknown; as?: string; headers?: Record<string, string> }][] = [
      ["POST", "/auth/login", { body: { email, password: canary("wrong") } }],
      ["POST", "/auth/login", { body: { email, password: canary("misplaced"), pasword: canary("misspelt") } }],
      ["POST", "/auth/login", { body: { email: canary("typed-into-the-wrong-field"), password: { nested: canary("nested") } } }],
      ["POST", "/auth/login", { body: canary("text"), headers: { "content-type": "text/plain" } }],
      ["POST", "/auth/refresh", { body: { refreshToken: lost } }],
      ["POST", "/auth/refresh", { body: { refreshToken: second.refreshToken } }],
      ["POST", "/auth/set-up", { body: { token: canary("set-up-token-of-some-length") } }],
      ["GET", "/auth/me", { as: canary("token") }],
      ["GET", "/auth/me", { headers: { authorization: `Basic ${canary("basic")}` } }],
      ["GET", "/auth/me", { headers: { cookie: `docket-rt=${canary("cookie")}` } }],
      ["GET", `/tickets?token=${canary("query")}`, { as: crew.agent.token }],
      ["GET", `/tickets/${canary("path")}`, { as: crew.agent.token }],
      ["GET", `/auth/verify-reset-token/${canary("reset")}`, {}],
      ["GET", `/nowhere/${canary("nowhere")}?code=${canary("code")}`, {}],
    ]
    for (const [method, path, sent] of tries) assert.ok((await docket.call(method, path, sent)).status < 500, path)
    assert.ok(await becomes(() => docket.output().split('"route":"none"').length > 1, 10_000))

    const printed = docket.output()
    assert.doesNotMatch(printed, /canary-/)
    const secrets = [first, second, third].flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])
    for (const token of [crew.admin.token, crew.agent.token, crewPassword, ...secrets]) assert.ok(!printed.includes(String(token)))
    const lines = printed.split("\n").filter((line) => line.startsWith("{"))
    const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "answered")
    assert.ok(answered.length > tries.length)
    for (const line of answered)
      assert.deepEqual(Object.keys(line), ["level", "time", "requestId", "method", "route", "status", "ms", "msg"])
  })
})

test("a second one on the same directory is refused with a reason, and the first one goes on", async () => {
  await assert.rejects(docketProcess(dataDir), ({ message }: Error) => {
    assert.match(message, /in use by process \d+/)
    assert.doesNotMatch(message, /\n\s+at /, "a sentence, no stack")
    return true
  })
  assert.equal((await docket.call("GET", "/health/ready")).status, 200)
})

/** Raises tickets and reads lists on connections that it keeps, until nobody answers any more. */
async function load(workers: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: workers })
  const answered = new Map<string, number>()
  const unanswered = new Set<string>()
  let made = 0
  const send = (method: string, path: string, title?: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${crew.agent.token}`,
        ...(title === undefined ? {} : { "content-type": "application/json" }),
      }
      const sent = request(`${docket.address}/api/v1${path}`, { method, agent, headers }, (reply: IncomingMessage) => {
        reply.on("error", reject)
        reply.resume().on("end", () => resolve(reply.statusCode ?? 0))
      })
      sent.on("error", reject)
      sent.end(title === undefined ? undefined : JSON.stringify({ title }))
    })
  const work = async () => {
    for (let failures = 0; failures < 5; ) {
      made += 1
      const title = `Under load ${made}`
      try {
        if (made % 3 === 0) assert.equal(await send("GET", "/tickets?limit=5"), 200)
        else answered.set(title, await send("POST", "/tickets", title))
        failures = 0
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error
        unanswered.add(title)
        failures += 1
        await sleep(20)
      }
    }
  }
  const done = Promise.all(Array.from({ length: workers }, work))
  return { answered, unanswered, done: () => done.finally(() => agent.destroy()) }
}

const ticketsNow = async () => {
  const database = await openDatabase({ dataDir, log: silent, durable: false })
  const titles = (await database.pool.query<{ title: string }>("select title from tickets")).rows.map(({ title }) => title)
  const broken = await brokenInvariants(database.pool)
  await database.close()
  return { titles, broken }
}

test("told to end under load, it answers all that it has accepted, does nothing that it has not, and ends with 0", async (t) => {
  const { answered, unanswered, done } = await load(8)
  assert.ok(await becomes(() => answered.size > 60, 60_000), "under load")
  const told = performance.now()
  docket.child.kill("SIGTERM")
  const end = await docket.ended
  assert.deepEqual(end, { status: 0, signal: null }, docket.output().slice(-2000))
  assert.ok(performance.now() - told < 20_000)
  await done()
  t.diagnostic(`${answered.size} raised, ended in ${Math.round(performance.now() - told)} ms`)
  assert.deepEqual([...new Set(answered.values())], [201], "not one was turned away")
  assert.doesNotMatch(docket.output(), /"level":(50|60)/)

  const { titles, broken } = await ticketsNow()
  const kept = new Map<string, number>()
  for (const title of titles) kept.set(title, (kept.get(title) ?? 0) + 1)
  for (const title of answered.keys()) assert.equal(kept.get(title), 1, `${title} was answered and is there once`)
  for (const title of unanswered) assert.equal(kept.get(title), undefined, `${title} was never answered, so it never happened`)
  assert.deepEqual(broken, [])
})

test("told twice, it ends at once, and the next one finds everything", async () => {
  docket = await docketProcess(dataDir)
  const raised = await docket.call<{ key: string }>("POST", "/tickets", { as: crew.agent.token, body: { title: "Before the end" } })
  assert.equal(raised.status, 201, "tokens outlive a restart")
  const { port } = new URL(docket.address)
  const half = net.connect(Number(port), "127.0.0.1")
  half.on("error", () => undefined)
  half.write("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
  await sleep(200)
  docket.child.kill("SIGTERM")
  assert.ok(
    await becomes(
      () =>
        fetch(`${docket.address}/health/live`).then(
          () => false,
          () => true,
        ),
      20_000,
    ),
    "it accepts nobody any more",
  )
  assert.equal(docket.child.exitCode, null, "it waits for the rest of a request that it has begun to read")
  const again = performance.now()
  docket.child.kill("SIGTERM")
  assert.equal((await docket.ended).status, 1)
  assert.ok(performance.now() - again < 5000)
  half.destroy()
  const { titles, broken } = await ticketsNow()
  assert.ok(titles.includes("Before the end"))
  assert.deepEqual(broken, [])
  assert.equal(await readFile(join(dataDir, "set-up-token"), "utf8").catch(() => null), null, "the link of the first start is spent")
})
