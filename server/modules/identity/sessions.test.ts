import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Me, Tokens } from "@docket/contract/identity"
import { jobs } from "./jobs.ts"
import { type IdentityHouse, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
})
after(() => house.close())

const refresh = (refreshToken: string) => house.call<Tokens>("POST", "/auth/refresh", { body: { refreshToken } })
const me = (as: string) => house.call<Me>("GET", "/auth/me", { as })
const statusAndCode = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]
const namesOf = async (sessionId: string) => (await house.eventsOf(sessionId)).map(({ name }) => name)
const sessionOf = async (userId: string) =>
  house.kysely.selectFrom("sessions").selectAll().where("user_id", "=", userId).orderBy("created_at", "desc").executeTakeFirstOrThrow()

test("a refresh token is exchanged for new tokens of the same session, and spent", async () => {
  const person = await house.signedIn()
  const { status, body } = await refresh(person.refreshToken)
  assert.equal(status, 200)
  assert.notEqual(body.refreshToken, person.refreshToken)
  assert.notEqual(body.accessToken, person.accessToken)
  assert.equal(body.user.id, person.id)
  assert.equal((await me(body.accessToken)).status, 200)
  assert.equal((await me(person.accessToken)).status, 200)
  assert.equal((await house.kysely.selectFrom("sessions").select("id").where("user_id", "=", person.id).execute()).length, 1)
})

test("a refresh token that comes a second time ends the session for everyone who has it", async () => {
  const person = await house.signedIn()
  const second = (await refresh(person.refreshToken)).body
  assert.deepEqual(statusAndCode(await refresh(person.refreshToken)), [401, "E_AUTH_TOKEN_INVALID"])
  assert.deepEqual(statusAndCode(await me(second.accessToken)), [401, "E_AUTH_TOKEN_INVALID"])
  assert.deepEqual(statusAndCode(await refresh(second.refreshToken ?? "")), [401, "E_AUTH_TOKEN_INVALID"])
  const session = await sessionOf(person.id)
  assert.equal(session.end_reason, "reuse")
  assert.deepEqual(await namesOf(session.id), ["session.started", "session.reuse_detected", "session.ended"])
})

test("of the same token sent at once one wins, and the session ends", async () => {
  const person = await house.signedIn()
  const replies = await Promise.all(Array.from({ length: 6 }, () => refresh(person.refreshToken)))
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 401, 401, 401, 401, 401])
  const winner = replies.find(({ status }) => status === 200)
  assert.equal((await me(winner?.body.accessToken ?? "")).status, 401)
  assert.equal((await refresh(winner?.body.refreshToken ?? "")).status, 401)
  assert.equal((await namesOf((await sessionOf(person.id)).id)).filter((name) => name === "session.ended").length, 1)
})

test("refresh refuses what is unknown, missing, an access token, or too old", async () => {
  const person = await house.signedIn()
  assert.deepEqual(statusAndCode(await refresh("A".repeat(43))), [401, "E_AUTH_TOKEN_INVALID"])
  assert.deepEqual(statusAndCode(await house.call("POST", "/auth/refresh")), [401, "E_AUTH_MISSING_TOKEN"])
  assert.deepEqual(statusAndCode(await refresh(person.accessToken)), [400, "E_VALIDATION_ERROR"])
  await house.kysely
    .updateTable("refresh_tokens")
    .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
    .where("session_id", "=", (await sessionOf(person.id)).id)
    .execute()
  assert.deepEqual(statusAndCode(await refresh(person.refreshToken)), [401, "E_AUTH_TOKEN_EXPIRED"])
})

test("a refresh token is no access token", async () => {
  const person = await house.signedIn()
  assert.deepEqual(statusAndCode(await me(person.refreshToken)), [401, "E_AUTH_TOKEN_INVALID"])
})

test("logging out ends access and refresh at once, and no other session", async () => {
  const person = await house.signedIn()
  const elsewhere = await house.logIn(person.email)
  assert.equal((await me(person.accessToken)).status, 200)
  const reply = await house.call("POST", "/auth/logout", { as: person.accessToken })
  assert.deepEqual([reply.status, reply.body], [204, ""])
  assert.deepEqual(statusAndCode(await me(person.accessToken)), [401, "E_AUTH_TOKEN_INVALID"])
  assert.equal((await refresh(person.refreshToken)).status, 401)
  assert.equal((await me(elsewhere.accessToken)).status, 200)
})

test("one may log out with the refresh token alone; nothing at all is refused; twice does no harm", async () => {
  const person = await house.signedIn()
  const body = { refreshToken: person.refreshToken }
  assert.equal((await house.call("POST", "/auth/logout", { body })).status, 204)
  assert.equal((await me(person.accessToken)).status, 401)
  assert.equal((await house.call("POST", "/auth/logout", { body })).status, 204)
  assert.deepEqual(statusAndCode(await house.call("POST", "/auth/logout")), [401, "E_AUTH_MISSING_TOKEN"])
})

test("the web app has its refresh token in a cookie and nowhere else", async () => {
  const { email } = await house.person()
  const web = { "x-docket-client": "web" }
  const login = await house.call<Tokens>("POST", "/auth/login", { body: { email, password }, headers: web })
  assert.equal(login.body.refreshToken, undefined)
  const cookie = String(login.headers["set-cookie"])
  assert.match(cookie, /^docket-rt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/)
  const sent = { ...web, cookie: cookie.split(";")[0] ?? "" }

  const foreign: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ]
  for (const from of foreign)
    for (const path of ["/auth/refresh", "/auth/logout"])
      assert.equal((await house.call("POST", path, { headers: { ...sent, ...from } })).status, 403, JSON.stringify(from))
  const withoutHeader = await house.call("POST", "/auth/refresh", { headers: { cookie: sent.cookie } })
  assert.deepEqual(statusAndCode(withoutHeader), [401, "E_AUTH_MISSING_TOKEN"])

  const refreshed = await house.call<Tokens>("POST", "/auth/refresh", { headers: { ...sent, "sec-fetch-site": "same-origin" } })
  assert.equal(refreshed.status, 200)
  assert.equal(refreshed.body.refreshToken, undefined)
  const renewed = { ...web, cookie: String(refreshed.headers["set-cookie"]).split(";")[0] ?? "" }
  assert.notEqual(renewed.cookie, sent.cookie)
  const out = await house.call("POST", "/auth/logout", { headers: { ...renewed, origin: "http://localhost:80", host: "localhost:80" } })
  assert.equal(out.status, 204)
  assert.match(String(out.headers["set-cookie"]), /^docket-rt=; .*Max-Age=0/)
  assert.equal((await me(refreshed.body.accessToken)).status, 401)
})

test("a token in the body does nothing for the web app, and a cookie nothing for others", async () => {
  const person = await house.signedIn()
  const body = { refreshToken: person.refreshToken }
  assert.equal((await house.call("POST", "/auth/refresh", { body, headers: { "x-docket-client": "web" } })).status, 401)
  assert.equal((await house.call("POST", "/auth/refresh", { headers: { cookie: `docket-rt=${person.refreshToken}` } })).status, 401)
  assert.equal((await refresh(person.refreshToken)).status, 200)
})

test("an access token that is over does not keep one from refreshing or logging out", async () => {
  const person = await house.signedIn()
  const stale = `${person.accessToken.slice(0, -4)}AAAA`
  const refreshed = await house.call<Tokens>("POST", "/auth/refresh", { as: stale, body: { refreshToken: person.refreshToken } })
  assert.equal(refreshed.status, 200)
  const body = { refreshToken: refreshed.body.refreshToken }
  assert.equal((await house.call("POST", "/auth/logout", { as: stale, body })).status, 204)
  assert.equal((await me(refreshed.body.accessToken)).status, 401)
})

test("an expired session is refused, and tidied away later", async () => {
  const person = await house.signedIn()
  const longAgo = new Date(Date.now() - 91 * 86_400_000).toISOString()
  const { id } = await sessionOf(person.id)
  await house.kysely.updateTable("sessions").set({ expires_at: longAgo }).where("id", "=", id).execute()
  await house.kysely.updateTable("refresh_tokens").set({ expires_at: longAgo }).where("session_id", "=", id).execute()
  assert.deepEqual(statusAndCode(await me(person.accessToken)), [401, "E_AUTH_TOKEN_INVALID"])
  for (const job of jobs.filter(({ cron }) => cron !== undefined)) await job.handle(house.runtime, {})
  assert.deepEqual(await namesOf(id), ["session.started", "session.ended"])
  assert.equal((await sessionOf(person.id)).end_reason, "expired")
  await house.kysely.updateTable("sessions").set({ ended_at: longAgo }).where("id", "=", id).execute()
  for (const job of jobs.filter(({ cron }) => cron !== undefined)) await job.handle(house.runtime, {})
  assert.equal((await house.kysely.selectFrom("sessions").select("id").where("id", "=", id).execute()).length, 0)
  assert.equal((await house.kysely.selectFrom("refresh_tokens").select("hash").where("session_id", "=", id).execute()).length, 0)
})
