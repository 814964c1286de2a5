/** What every caller may rely on, whatever they call: headers, shapes, limits, and that nothing of the inside shows. */
import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import { endpoint } from "@docket/contract/endpoint"
import { Type } from "typebox"
import { type Route, read, write } from "#platform/http/route"
import { type Company, company } from "./test/company.ts"

const secret = "select * from secrets where password = 'hunter2'"
const thrown: Record<string, () => unknown> = {
  error: () => new Error(secret),
  text: () => secret,
  nothing: () => undefined,
  sql: () => Object.assign(new Error(`syntax error: ${secret}`), { code: "42601", query: secret, detail: secret }),
  framework: () => Object.assign(new Error(secret), { code: "FST_ERR_REP_INVALID_PAYLOAD_TYPE", statusCode: 500 }),
  node: () => Object.assign(new Error(secret), { code: "ERR_HTTP_INVALID_HEADER_VALUE" }),
}
const broken = endpoint({
  id: "broken",
  method: "POST",
  path: "/test/broken/:how",
  tag: "Test",
  access: "anyone",
  summary: "fails as asked",
  params: Type.Object({ how: Type.String() }),
})
const teapot = endpoint({
  id: "teapot",
  method: "GET",
  path: "/test/teapot",
  tag: "Test",
  access: "anyone",
  summary: "reads nothing",
  returns: Type.Object({ version: Type.Integer() }),
})
const routes: Route[] = [
  write(broken, async (_ctx, { params }) => {
    throw thrown[params.how]?.()
  }),
  read(teapot, async () => ({ version: 7 })),
]

let c: Company
before(async () => {
  c = await company({ routes, environment: { CORS_ORIGINS: "https://partner.example", PUBLIC_URL: "https://docket.example" } })
})
after(() => c.close())

type Headers = Record<string, string>
const ask = (method: string, url: string, headers: Headers = {}, payload?: string | Buffer) =>
  c.inject({ method: method as "GET", url, headers, ...(payload === undefined ? {} : { payload }) })
const as = (name: keyof Company["id"]): Headers => ({ authorization: `Bearer ${c.id[name]}` })
const json: Headers = { "content-type": "application/json" }

describe("every answer", () => {
  const asked: [number, string, string, Headers?, string?][] = [
    [200, "GET", "/api/v1/tickets", { authorization: "admin" }],
    [200, "HEAD", "/api/v1/tickets", { authorization: "admin" }],
    [200, "GET", "/health/live"],
    [200, "GET", "/openapi.json"],
    [200, "GET", "/docs"],
    [204, "OPTIONS", "/api/v1/tickets", { origin: "https://partner.example", "access-control-request-method": "POST" }],
    [400, "GET", "/api/v1/tickets/%zz", { authorization: "admin" }],
    [400, "GET", "/api/v1/tickets?color=blue", { authorization: "admin" }],
    [400, "POST", "/api/v1/tickets", { authorization: "admin", ...json }, "{"],
    [401, "GET", "/api/v1/tickets"],
    [401, "GET", "/api/v1/tickets", { authorization: "Bearer nobody" }],
    [403, "POST", "/api/v1/users", { authorization: "employee", ...json }, '{"email":"a@b.example","fullName":"A","role":"agent"}'],
    [404, "GET", "/api/v1/tickets/HELP-999999", { authorization: "admin" }],
    [404, "GET", "/api/v1/nowhere"],
    [404, "DELETE", "/api/v1/tickets"],
    [404, "TRACE", "/api/v1/tickets"],
    [404, "PROPFIND", "/api/v1/tickets"],
    [404, "OPTIONS", "/api/v1/tickets"],
    [404, "POST", "/health/live"],
    [404, "GET", "/docs/assets/index.html"],
    [413, "POST", "/api/v1/tickets", { authorization: "admin", ...json }, JSON.stringify({ title: "x", description: "y".repeat(300_000) })],
    [415, "POST", "/api/v1/tickets", { authorization: "admin", "content-type": "text/plain" }, '{"title":"x"}'],
    [500, "POST", "/api/v1/test/broken/error"],
  ]
  for (const [status, method, url, headers = {}, payload] of asked)
    test(`${status} ${method} ${url}${payload === undefined ? "" : ` with ${payload.slice(0, 30)}`}`, async () => {
      const who = { admin: as("amara"), employee: as("ines") }[headers.authorization ?? ""]
      const answer = await ask(method, url, { ...headers, ...who }, payload)
      assert.equal(answer.statusCode, status, answer.body.slice(0, 300))
      const got = answer.headers
      assert.equal(got["x-content-type-options"], "nosniff")
      assert.equal(got["referrer-policy"], "same-origin")
      assert.match(String(got["x-request-id"]), /^[A-Za-z0-9._-]{8,100}$/)
      assert.match(String(got["strict-transport-security"]), /max-age=31536000/)
      assert.equal(got["x-powered-by"], undefined)
      assert.equal(got.server, undefined)
      if (answer.body !== "") assert.match(String(got["content-type"]), /; charset=utf-8$/)
      if (url.startsWith("/api/")) {
        assert.equal(got["cache-control"], "no-store")
        assert.match(String(got["content-security-policy"]), /default-src 'none'.*sandbox/)
      }
      if (status < 400 || method === "HEAD") return
      const body = answer.json() as { error: string; message: string; details: object }
      assert.deepEqual(Object.keys(body), ["error", "message", "details"])
      assert.match(body.error, /^E_[A-Z_]+$/)
    })
})

test("what fails inside shows a request id and nothing else", async () => {
  for (const how of Object.keys(thrown)) {
    const answer = await ask("POST", `/api/v1/test/broken/${how}`, { "x-request-id": "trace-me-12345" })
    assert.equal(answer.statusCode, 500, how)
    const wanted = {
      error: "E_INTERNAL_ERROR",
      message: "Something went wrong on our side. Nothing was changed.",
      details: { requestId: "trace-me-12345" },
    }
    assert.deepEqual(answer.json(), wanted, how)
  }
})

test("a request id that is given is kept, unless it is something else than an id", async () => {
  for (const given of ["0198c0de-cafe-7000-8000-000000000001", "build.42_retry-1"])
    assert.equal((await ask("GET", "/health/live", { "x-request-id": given })).headers["x-request-id"], given)
  const others = ["short", "x".repeat(101), "with space in", "<script>alert(1)</script>", 'quote"quote', "é".repeat(10)]
  for (const given of others) {
    const made = String((await ask("GET", "/health/live", { "x-request-id": given })).headers["x-request-id"])
    assert.match(made, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, given)
  }
  const ticket = await c.call("ines", "POST", "/tickets", { body: { title: "Traced" }, headers: { "x-request-id": "trace-ticket-1" } })
  const { rows } = await c.runtime.database.pool.query("select request_id from events where ticket_id = $1", [
    (ticket.body as { id: string }).id,
  ])
  assert.deepEqual(rows, [{ request_id: "trace-ticket-1" }])
})

test("pages of allowed origins may call, and no others, however alike they look", async () => {
  const preflight = (origin: string) =>
    ask("OPTIONS", "/api/v1/tickets", {
      origin,
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "authorization,if-match",
    })
  for (const origin of ["https://partner.example", "https://docket.example"]) {
    const { statusCode, headers } = await preflight(origin)
    assert.equal(statusCode, 204)
    assert.equal(headers["access-control-allow-origin"], origin)
    assert.match(String(headers["access-control-allow-methods"]), /PATCH/)
    assert.match(String(headers["access-control-allow-headers"]), /authorization.*if-match.*idempotency-key/)
    const { headers: got } = await ask("GET", "/api/v1/tickets", { ...as("ines"), origin })
    assert.equal(got["access-control-allow-origin"], origin)
    assert.match(String(got["access-control-expose-headers"]), /etag/)
    assert.match(String(got.vary), /Origin/)
  }
  const alike = [
    "null",
    "http://partner.example",
    "https://partner.example.evil.example",
    "https://evilpartner.example",
    "https://partner.example:8443",
  ]
  for (const origin of [...alike, "https://partner.example/", "https://docket.example@evil.example", "*"]) {
    const refused = await preflight(origin)
    assert.equal(refused.headers["access-control-allow-origin"], undefined, origin)
    assert.equal(refused.statusCode, 404, origin)
    const answer = await ask("GET", "/api/v1/tickets", { ...as("ines"), origin })
    assert.equal(answer.headers["access-control-allow-origin"], undefined, origin)
    assert.equal(answer.headers["access-control-allow-credentials"], undefined, origin)
  }
})

test("a host that is made up allows no page of its own name", async () => {
  const headers = { ...as("ines"), host: "evil.example", origin: "https://evil.example" }
  assert.equal((await ask("GET", "/api/v1/tickets", headers)).headers["access-control-allow-origin"], undefined)
})

test("both base paths, with or without a last slash, with HEAD: the same", async () => {
  const ticket = await c.ok<{ id: string; key: string }>("ines", "POST", "/tickets", { title: "One of many ways" })
  const bodies = new Set<string>()
  for (const path of [
    `/api/v1/tickets/${ticket.key}`,
    `/api/tickets/${ticket.id}`,
    `/api/v1/tickets/${ticket.id}/`,
    `/api/tickets/${ticket.key}/`,
  ]) {
    const answer = await ask("GET", path, as("ines"))
    assert.equal(answer.statusCode, 200, path)
    bodies.add(answer.body)
    const head = await ask("HEAD", path, as("ines"))
    assert.equal(head.body, "")
    assert.deepEqual([head.statusCode, head.headers.etag], [200, answer.headers.etag])
    assert.equal(Number(head.headers["content-length"]), Buffer.byteLength(answer.body))
  }
  assert.equal(bodies.size, 1)
  assert.equal((await ask("GET", "/api/v2/tickets", as("ines"))).statusCode, 404)
  assert.equal((await ask("GET", "/api", as("ines"))).statusCode, 404, "not the web app's page")
})

test("a write may name the version it changes; a stale one is told both", async () => {
  const made = await c.call("ines", "POST", "/tickets", { body: { title: "Versioned" } })
  const { id } = made.body as { id: string }
  assert.equal((await c.call("priya", "GET", `/tickets/${id}`)).headers.etag, '"1"')
  const change = (priority: string, ifMatch?: string) =>
    c.call("priya", "PATCH", `/tickets/${id}`, { body: { priority }, headers: ifMatch === undefined ? {} : { "if-match": ifMatch } })
  assert.deepEqual(
    [(await change("high", '"1"')).status, (await change("low", 'W/"2"')).status, (await change("medium", "*")).status],
    [200, 200, 200],
  )
  const stale = await change("critical", '"2"')
  assert.deepEqual([stale.status, (stale.body as { details: object }).details], [409, { expected: 2, actual: 4 }])
  for (const wrong of ["two", '"1", "2"', '"-1"', `"${"9".repeat(20)}"`]) assert.equal((await change("low", wrong)).status, 400, wrong)
  assert.equal((await c.call("priya", "GET", `/tickets/${id}`)).headers.etag, '"4"')
})

test("metrics: the machine itself, not a proxy on it; with a token set, its holder alone", async () => {
  assert.match((await ask("GET", "/metrics")).body, /docket_http_request_seconds_bucket/)
  for (const header of ["x-forwarded-for", "forwarded"])
    assert.equal((await ask("GET", "/metrics", { [header]: "127.0.0.1" })).statusCode, 403)
  const other = await c.inject({ method: "GET", url: "/metrics", remoteAddress: "10.1.2.3" })
  assert.equal(other.statusCode, 403)
  const guarded = await company({ environment: { METRICS_TOKEN: "scrape-me" } })
  const read = (headers: Headers) => guarded.inject({ method: "GET", url: "/metrics", headers })
  assert.deepEqual(
    [
      (await read({})).statusCode,
      (await read({ authorization: "Bearer scrape" })).statusCode,
      (await read({ authorization: "Bearer scrape-me" })).statusCode,
    ],
    [403, 403, 200],
  )
  await guarded.close()
})

test("readiness tells its reasons to administrators alone", async () => {
  assert.deepEqual((await ask("GET", "/health/ready")).json(), { status: "ok" })
  assert.deepEqual((await ask("GET", "/health/ready", as("ines"))).json(), { status: "ok" })
  assert.deepEqual((await ask("GET", "/health/ready", as("amara"))).json(), { status: "ok", reasons: [] })
})

test("an address that a proxy tells counts where the proxy is trusted, and nowhere else", async () => {
  const seenFrom = async (house: Company, remoteAddress: string, forwarded: string) => {
    const answer = await house.inject({
      method: "POST",
      url: "/api/v1/tickets",
      remoteAddress,
      headers: {
        authorization: `Bearer ${house.id.ines}`,
        "x-forwarded-for": forwarded,
        "x-real-ip": "203.0.113.9",
        forwarded: "for=203.0.113.9",
      },
      payload: { title: "From somewhere" },
    })
    const { rows } = await house.runtime.database.pool.query("select ip from events where ticket_id = $1", [
      (answer.json() as { id: string }).id,
    ])
    return rows[0].ip
  }
  assert.equal(await seenFrom(c, "198.51.100.7", "203.0.113.1"), "198.51.100.7", "nobody is trusted by default")
  const behind = await company({ environment: { TRUST_PROXY: "10.0.0.0/8, 192.0.2.1" } })
  assert.equal(await seenFrom(behind, "10.3.2.1", "203.0.113.1"), "203.0.113.1")
  assert.equal(
    await seenFrom(behind, "10.3.2.1", "203.0.113.66, 203.0.113.1, 192.0.2.1"),
    "203.0.113.1",
    "the nearest that is not trusted; what stands before it anybody may have written",
  )
  assert.equal(await seenFrom(behind, "198.51.100.7", "203.0.113.1"), "198.51.100.7", "one that is not a proxy of ours")
  await behind.close()
})

describe("limits", () => {
  let limited: Company
  before(async () => {
    limited = await company({ environment: { RATE_LIMIT_FACTOR: "1" } })
  })
  after(() => limited.close())
  const from = (remoteAddress: string, url: string, headers: Headers = {}) => limited.inject({ method: "GET", url, remoteAddress, headers })
  const count = (answers: { statusCode?: number; status?: number }[], status: number) =>
    answers.filter((a) => (a.statusCode ?? a.status) === status).length

  test("each answer tells how much is left, and one too many when to come back", async () => {
    const answers = await Promise.all(Array.from({ length: 350 }, () => limited.call("vera", "GET", "/auth/me")))
    assert.deepEqual([count(answers, 200), count(answers, 429)], [300, 50], "exactly, however many come at once")
    const left = answers.filter(({ status }) => status === 200).map(({ headers }) => Number(headers["ratelimit-remaining"]))
    assert.deepEqual(
      left.sort((a, b) => a - b),
      Array.from({ length: 300 }, (_, at) => at),
    )
    const refused = answers.find(({ status }) => status === 429)!
    assert.equal((refused.body as { error: string }).error, "E_RATE_LIMITED")
    for (const name of ["retry-after", "ratelimit-reset"])
      assert.ok(Number(refused.headers[name]) >= 1 && Number(refused.headers[name]) <= 60, name)
    assert.equal(refused.headers["ratelimit-remaining"], "0")
    assert.equal((await limited.call("yuki", "GET", "/auth/me")).status, 200, "one person's limit is nobody else's")
  })

  test("of fifty tickets that an employee raises at once ten are", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => limited.call("owen", "POST", "/tickets", { body: { title: `Flood ${at}` } })),
    )
    assert.deepEqual([count(answers, 201), count(answers, 429)], [10, 40])
    const { rows } = await limited.runtime.database.pool.query("select count(*)::int as n from tickets where title like 'Flood %'")
    assert.equal(rows[0].n, 10)
  })

  test("tokens that are wrong are counted by address, and shut nobody else out", async () => {
    const wrong = () => from("203.0.113.5", "/api/v1/auth/me", { authorization: "Bearer guess" })
    const answers = await Promise.all(Array.from({ length: 310 }, wrong))
    assert.deepEqual([count(answers, 401), count(answers, 429)], [300, 10])
    assert.equal((await from("203.0.113.5", "/api/v1/auth/me", { authorization: `Bearer ${limited.id.tomas}` })).statusCode, 200)
    assert.equal((await from("203.0.113.5", "/api/v1/auth/options")).statusCode, 200)
    assert.equal((await from("203.0.113.6", "/api/v1/auth/me", { authorization: "Bearer guess" })).statusCode, 401)
  })

  test("nobody is counted by an address, a whole /64 of the newer kind as one", async () => {
    const answers = await Promise.all(
      Array.from({ length: 310 }, (_, at) => from(`2001:db8:7:7::${(at + 1).toString(16)}`, "/api/v1/auth/options")),
    )
    assert.deepEqual([count(answers, 200), count(answers, 429)], [300, 10])
    assert.equal((await from("2001:db8:7:8::1", "/api/v1/auth/options")).statusCode, 200)
    assert.equal((await from("2001:db8:7:7::1", "/health/live")).statusCode, 200, "health is never refused")
  })
})
