import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { User } from "@docket/contract/identity"
import type { ApiToken } from "@docket/contract/sign-in"
import { type IdentityHouse, newAddress, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
})
after(() => house.close())

type Made = ApiToken & { token: string }
const make = (as: string, scopes: string[], more: object = {}) =>
  house.call<Made>("POST", "/auth/tokens", { as, body: { name: "Build robot", scopes, ...more } })
const status = async (as: string, method: string, path: string, body?: object) =>
  (await house.call(method, path, { as, ...(body && { body }) })).status
const stale = (id: string) =>
  house.runtime.database.pool.query("update sessions set authenticated_at = now() - interval '6 minutes' where user_id = $1", [id])
const again = (as: string, given: string, ip?: string) =>
  house.call<{ until: string }>("POST", "/auth/reauthenticate", { as, body: { password: given }, ...(ip && { ip }) })
const codeOf = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]

test("a token is shown once, kept as a hash, and does what its scopes say and no more", async () => {
  const admin = await house.signedIn("admin")
  const { status: made, body } = await make(admin.accessToken, ["people:read"])
  assert.equal(made, 201)
  assert.match(body.token, /^dkt_[A-Za-z0-9_-]{43}$/)
  assert.equal(Math.round((Date.parse(body.expiresAt) - Date.now()) / 86_400_000), 90)
  assert.equal(await status(body.token, "GET", "/users"), 200)
  assert.equal(await status(body.token, "GET", "/auth/me"), 200)
  const refused = await house.call("POST", "/users", { as: body.token, body: { email: "a@example.org", fullName: "A", role: "employee" } })
  assert.deepEqual([refused.status, refused.body.details], [403, { scope: "people:write" }])
  for (const [method, path, sent] of [
    ["GET", "/auth/sessions"],
    ["DELETE", "/auth/sessions"],
    ["GET", "/auth/tokens"],
    ["POST", "/auth/tokens", { name: "More", scopes: ["people:write"] }],
    ["POST", "/auth/change-password", { currentPassword: password, newPassword: "Harbour lights at four" }],
    ["POST", "/auth/reauthenticate", { password }],
  ] as const)
    assert.equal(await status(body.token, method, path, sent), 403, path)
  const [listed] = (await house.call<{ data: ApiToken[] }>("GET", "/auth/tokens", { as: admin.accessToken })).body.data
  assert.deepEqual([listed?.name, listed?.scopes, "token" in (listed ?? {})], ["Build robot", ["people:read"], false])
  assert.ok(listed?.lastUsedAt && Date.now() - Date.parse(listed.lastUsedAt) < 60_000)
  const { rows } = await house.runtime.database.pool.query(
    "select (select string_agg(e::text, '') from events e) || (select string_agg(t::text, '') from api_tokens t) as text",
  )
  assert.ok(rows[0].text.includes(body.id) && !rows[0].text.includes(body.token.slice(4)))
})

test("a token writes where it may, and the log names owner and token", async () => {
  const admin = await house.signedIn("admin")
  const { token, id } = (await make(admin.accessToken, ["people:write"])).body
  const created = await house.call<User>("POST", "/users", {
    as: token,
    body: { email: "made@example.org", fullName: "Made By Robot", role: "employee" },
  })
  assert.equal(created.status, 201)
  const event = await house.kysely
    .selectFrom("events")
    .select(["actor_id", "actor_kind", "session_id"])
    .where("entity_id", "=", created.body.id)
    .executeTakeFirst()
  assert.deepEqual([event?.actor_id, event?.actor_kind, event?.session_id], [admin.id, "token", id])
  const promoted = await house.call("PATCH", `/users/${created.body.id}`, { as: token, body: { role: "admin" } })
  assert.deepEqual(codeOf(promoted), [403, "E_AUTH_REAUTHENTICATION_REQUIRED"], "roles are for people alone")
})

test("a token never goes beyond what its owner may do now, and ends with them", async () => {
  const [admin, owner] = [await house.signedIn("admin"), await house.signedIn("admin")]
  const { token } = (await make(owner.accessToken, ["people:read"])).body
  assert.equal(await status(token, "GET", "/users"), 200)
  const change = (body: object) => status(admin.accessToken, "PATCH", `/users/${owner.id}`, body)
  assert.equal(await change({ role: "employee" }), 200)
  assert.equal(await status(token, "GET", "/users"), 403)
  assert.equal(await status(token, "GET", "/people"), 200)
  assert.equal(await change({ status: "disabled" }), 200)
  assert.equal(await status(token, "GET", "/people"), 401)
  assert.equal(await change({ status: "approved" }), 200)
  assert.equal(await status(token, "GET", "/people"), 401, "it stays ended")
})

test("an ended, expired or invented token is refused", async () => {
  const { accessToken } = await house.signedIn()
  const stranger = await house.signedIn()
  const { token, id } = (await make(accessToken, ["people:read"])).body
  assert.equal(await status(token, "GET", "/people"), 200)
  assert.equal(await status(stranger.accessToken, "DELETE", `/auth/tokens/${id}`), 404)
  assert.equal(await status(accessToken, "DELETE", `/auth/tokens/${id}`), 204)
  assert.deepEqual(codeOf(await house.call("GET", "/people", { as: token })), [401, "E_AUTH_TOKEN_INVALID"])
  assert.equal(await status(accessToken, "DELETE", `/auth/tokens/${id}`), 404)
  const short = (await make(accessToken, ["people:read"], { expiresInDays: 1 })).body
  await house.runtime.database.pool.query("update api_tokens set expires_at = now() where id = $1", [short.id])
  for (const wrong of [short.token, `dkt_${"A".repeat(43)}`, "dkt_", token.slice(4)])
    assert.equal(await status(wrong, "GET", "/people"), 401)
})

test("what is no scope, name or lifetime is refused", async () => {
  const { accessToken } = await house.signedIn()
  for (const [scopes, more] of [
    [[], {}],
    [["people:delete"], {}],
    [["*"], {}],
    [["second-factor:enrol"], {}],
    [["people:read", "people:read"], {}],
    [["people:read"], { name: " " }],
    [["people:read"], { expiresInDays: 0 }],
    [["people:read"], { expiresInDays: 5000 }],
    [["people:read"], { userId: "x" }],
  ] as const)
    assert.equal((await make(accessToken, [...scopes], more)).status, 400)
})

test("a session that is five minutes old shows its password again before it makes tokens or changes roles", async () => {
  const admin = await house.signedIn("admin")
  const person = await house.person()
  await stale(admin.id)
  const promote = () => house.call("PATCH", `/users/${person.id}`, { as: admin.accessToken, body: { role: "agent" } })
  const hire = () => ({ email: "boss@example.org", fullName: "Boss", role: "admin" })
  const needed = [403, "E_AUTH_REAUTHENTICATION_REQUIRED"]
  assert.deepEqual(codeOf(await make(admin.accessToken, ["people:read"])), needed)
  assert.deepEqual(codeOf(await promote()), needed)
  assert.deepEqual(codeOf(await house.call("POST", "/users", { as: admin.accessToken, body: hire() })), needed)
  assert.deepEqual(
    codeOf(await house.call("POST", "/invitations", { as: admin.accessToken, body: { email: "b@example.org", role: "admin" } })),
    needed,
  )
  assert.equal(await status(admin.accessToken, "PATCH", `/users/${person.id}`, { fullName: "Still allowed" }), 200)
  assert.equal((await again(admin.accessToken, "not my password")).status, 400)
  assert.deepEqual(codeOf(await promote()), needed)
  const shown = await again(admin.accessToken, password)
  assert.equal(Math.round((Date.parse(shown.body.until) - Date.now()) / 60_000), 5)
  assert.equal((await promote()).status, 200)
  assert.equal((await make(admin.accessToken, ["people:read"])).status, 201)
  const { refreshToken } = await house.logIn(admin.email)
  await stale(admin.id)
  const renewed = await house.call<{ accessToken: string }>("POST", "/auth/refresh", { body: { refreshToken } })
  assert.deepEqual(codeOf(await make(renewed.body.accessToken, ["people:read"])), needed, "a refresh shows no password")
})

test("re-authentication is no faster way to guess", async () => {
  const { accessToken } = await house.signedIn()
  const ip = newAddress()
  const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => again(accessToken, `guess number ${n}`, ip)))
  assert.deepEqual(
    [400, 429].map((wanted) => tries.filter(({ status: got }) => got === wanted).length),
    [5, 7],
  )
})
