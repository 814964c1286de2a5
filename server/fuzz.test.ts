import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { TObject } from "typebox"
import { routes } from "./app.ts"
import { type Company, company, type Name } from "./test/company.ts"
import { type Chance, chance, fuzzValue } from "./test/fuzz-values.ts"
import { brokenInvariants } from "./test/invariants.ts"

const seed = Number(process.env.TEST_SEED ?? 20261121)
const rounds = Number(process.env.TEST_FUZZ_ROUNDS ?? 3)
const principals: (Name | null)[] = ["amara", "sofia", "priya", "ines", "mara", "yuki", "vera", null]

let c: Company
let ids: string[] = []
let tables: string[] = []
before(async () => {
  c = await company()
  const ticket = await c.ok<{ id: string; project: { id: string } }>("ines", "POST", "/tickets", { title: "Something to hit" })
  const task = await c.ok<{ id: string; project: { id: string } }>("mara", "POST", "/tasks", { title: "Something else", projectId: "WEB" })
  const comment = await c.ok<{ id: string }>("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "Hello" })
  const definitions = await c.ok<{ data: { id: string; publishedVersion: { id: string } | null }[] }>(
    "amara",
    "GET",
    "/workflow-definitions",
  )
  ids = [
    ticket.id,
    task.id,
    comment.id,
    ticket.project.id,
    task.project.id,
    ...Object.values(c.id),
    ...definitions.data.flatMap(({ id, publishedVersion }) => [id, publishedVersion?.id ?? id]),
  ]
  const found = await c.runtime.database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  tables = found.rows.map(({ name }) => name).filter((name) => name !== "followers")
})
after(() => c.close())

/** One number for everything that is kept. */
async function fingerprint(): Promise<string> {
  const parts = tables.map((name) => `(select count(*) || ':' || coalesce(sum(hashtextextended(x::text, 0)::numeric), 0) from ${name} x)`)
  const { rows } = await c.runtime.database.pool.query<{ all: string }>(`select concat_ws(' ', ${parts.join(", ")}) as all`)
  return rows[0]?.all ?? ""
}

const encode = (value: unknown) =>
  encodeURIComponent(
    typeof value === "string" && !value.isWellFormed() ? "\ufffd" : typeof value === "object" ? JSON.stringify(value) : String(value),
  )

function pathOf(path: string, params: TObject, k: Chance): string {
  const values = (fuzzValue(params, ids, k) ?? {}) as Record<string, unknown>
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encode(values[name] ?? k.of(ids)).slice(0, 900) || "x")
}
function queryOf(query: TObject, k: Chance): string {
  const values = fuzzValue(query, ids, k)
  if (typeof values !== "object" || values === null) return ""
  const pairs = Object.entries(values).map(
    ([name, value]) => `${encode(name)}=${encode(Array.isArray(value) ? value.join(",") : value).slice(0, 3000)}`,
  )
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`
}

test("nothing that is sent makes the server fail, and what is refused changes no row", { timeout: 120_000 }, async () => {
  const k = chance(seed)
  const statuses = new Map<number, number>()
  let before = await fingerprint()
  for (let round = 0; round < rounds; round++)
    for (const { endpoint } of routes) {
      for (const who of principals) {
        if (round > 0 && !k.one(0.5)) continue
        const { id, method, params, query, body } = endpoint
        const takesBody = (body as { type?: string }).type !== "undefined"
        const sent = method === "GET" || !takesBody ? undefined : fuzzValue(body, ids, k)
        const path = pathOf(endpoint.path, params, k) + queryOf(query, k)
        const answer = await c.call(
          who,
          method,
          path,
          sent === undefined || typeof sent !== "object" || sent === null ? {} : { body: sent },
        )
        const said = `${id} as ${who ?? "nobody"}: ${method} ${path.slice(0, 300)} ${JSON.stringify(sent)?.slice(0, 600)} → ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)} (seed ${seed})`
        assert.ok(answer.status < 500, said)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (answer.status >= 400) {
          const { error, message, details } = answer.body as { error: unknown; message: unknown; details: unknown }
          assert.ok(
            typeof error === "string" && /^E_[A-Z_]+$/.test(error) && typeof message === "string" && typeof details === "object",
            said,
          )
        }
        if (method === "GET" && answer.status < 400) continue
        const now = await fingerprint()
        if (answer.status >= 400 || method === "GET")
          assert.ok(now === before || endpoint.tag === "Sign-in", `a refused or reading call changed something: ${said}`)
        before = now
      }
    }
  for (const status of [200, 201, 400, 401, 403, 404])
    assert.ok((statuses.get(status) ?? 0) > 0, `no answer was ${status}: ${JSON.stringify([...statuses])}`)
})

test("bodies that are no JSON, of another type, too large or too deep are refused in the one shape", async () => {
  const post = (payload: string | Buffer, type: string | undefined) =>
    c.inject({
      method: "POST",
      url: "/api/v1/tickets",
      payload,
      headers: { authorization: `Bearer ${c.id.ines}`, ...(type === undefined ? {} : { "content-type": type }) },
    })
  const before = await fingerprint()
  const cases: [string | Buffer, string | undefined, number, string][] = [
    ["{", "application/json", 400, "E_VALIDATION_ERROR"],
    ["[]", "application/json", 400, "E_VALIDATION_ERROR"],
    ["null", "application/json", 400, "E_VALIDATION_ERROR"],
    ['"x"', "application/json", 400, "E_VALIDATION_ERROR"],
    ["", "application/json", 400, "E_VALIDATION_ERROR"],
    [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "application/json", 400, "E_VALIDATION_ERROR"],
    ['{"title":"x"}', "text/plain", 415, "E_UNSUPPORTED_MEDIA_TYPE"],
    ['{"title":"x"}', "application/json; charset=latin1", 415, "E_UNSUPPORTED_MEDIA_TYPE"],
    ["title=x", "application/x-www-form-urlencoded", 415, "E_UNSUPPORTED_MEDIA_TYPE"],
    ['{"title":"x"}', "application /json", 415, "E_UNSUPPORTED_MEDIA_TYPE"],
    [JSON.stringify({ title: "x", description: "y".repeat(300 * 1024) }), "application/json", 413, "E_PAYLOAD_TOO_LARGE"],
    [`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, "application/json", 400, "E_VALIDATION_ERROR"],
    ['{"title":"x","__proto__":{"role":"admin"}}', "application/json", 400, "E_VALIDATION_ERROR"],
  ]
  for (const [payload, type, status, code] of cases) {
    const answer = await post(payload, type)
    assert.deepEqual(
      [answer.statusCode, (answer.json() as { error: string }).error],
      [status, code],
      `${String(payload).slice(0, 60)} as ${type}`,
    )
  }
  for (const path of ["/api/v1/nowhere", "/api/v1/tickets/%", "/api/v1/tickets/..%2f..%2fusers", "/api/v1/auth/forgot-password"]) {
    const answer = await c.call("amara", "GET", path)
    assert.ok([400, 404].includes(answer.status), path)
  }
  assert.equal(await fingerprint(), before)
})

test("after all of it, what is kept agrees with itself", async () => {
  assert.deepEqual(await brokenInvariants(c.runtime.database.pool), [])
})
