import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Me, Tokens } from "@docket/contract/identity"
import { anonymous } from "./principal.ts"
import { type IdentityHouse, newAddress, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse({ PUBLIC_URL: "https://docket.example.org" })
  await house.ready
  await house.person("admin")
})
after(() => house.close())

type Forgot = { message: string; resetToken?: string }
const better = "Harbour lights at four"
const forgot = (email: string, more: { ip?: string; headers?: Record<string, string> } = {}) =>
  house.call<Forgot>("POST", "/auth/forgot-password", { body: { email }, ...more })
const tokenFor = async (email: string): Promise<string> => (await forgot(email)).body.resetToken ?? ""
const verify = (token: string) => house.call<{ valid?: boolean }>("GET", `/auth/verify-reset-token/${token}`)
const reset = (token: string, newPassword = better, ip?: string) =>
  house.call("POST", "/auth/reset-password", { body: { token, newPassword }, ...(ip && { ip }) })
const signIn = (email: string, given: string) => house.call<Tokens>("POST", "/auth/login", { body: { email, password: given } })
const codeOf = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]

test("a lost password is set anew with the link, once, and every session ends", async () => {
  const { id, email, accessToken, refreshToken } = await house.signedIn()
  const token = await tokenFor(email.toUpperCase())
  assert.equal(Buffer.from(token, "base64url").length, 32)
  assert.deepEqual((await verify(token)).body, { valid: true })
  assert.deepEqual((await verify(token)).body, { valid: true }, "looking does not spend it")
  assert.equal((await reset(token)).status, 204)
  assert.equal((await house.call("GET", "/auth/me", { as: accessToken })).status, 401)
  assert.equal((await house.call("POST", "/auth/refresh", { body: { refreshToken } })).status, 401)
  assert.deepEqual(codeOf(await reset(token, "Another fine evening")), [400, "E_AUTH_RESET_TOKEN_INVALID"])
  assert.equal((await verify(token)).status, 400)
  assert.equal((await signIn(email, password)).status, 401)
  assert.equal((await signIn(email, better)).status, 200)
  const events = await house.eventsOf(id)
  assert.deepEqual(
    events.map(({ name, actor_id }) => [name, actor_id]).filter(([name]) => name?.startsWith("password")),
    [
      ["password.reset_requested", null],
      ["password.reset", id],
    ],
  )
})

test("the mail's link comes from the configuration, whatever Host says, and the token is nowhere else", async () => {
  const { email } = await house.person()
  const { body } = await forgot(email, { headers: { host: "evil.example", "x-forwarded-host": "evil.example" } })
  const [mail] = await house.lettersTo(email, 1)
  assert.ok(mail?.text.includes(`https://docket.example.org/reset-password#${body.resetToken}`))
  assert.ok(!mail?.text.includes("evil"))
  const { rows } = await house.runtime.database.pool.query(
    `select (select string_agg(e::text, '') from events e) || (select string_agg(r::text, '') from password_resets r)
      || (select string_agg(j.data::text, '') from jobs.job j) as text`,
  )
  assert.ok(rows[0].text.length > 100 && !rows[0].text.includes(body.resetToken) && !rows[0].text.includes(better))
  assert.equal((await reset(body.resetToken ?? "")).status, 204)
  assert.ok((await house.lettersTo(email, 2)).some(({ text }) => text.includes("was changed just now")))
})

test("unknown, rejected, disabled and demo addresses get the same answer, and no mail", async () => {
  const known = await forgot((await house.person()).email)
  const addresses = ["nobody@example.org"]
  for (const more of [{ status: "rejected" }, { status: "disabled" }, { demo: true }] as const)
    addresses.push((await house.person("employee", more)).email)
  for (const address of addresses) {
    const { status, body } = await forgot(address)
    assert.deepEqual([status, Object.keys(body), body.message], [202, Object.keys(known.body), known.body.message])
    assert.equal((await reset(body.resetToken ?? "")).status, 400)
  }
  const last = await house.person()
  await forgot(last.email)
  await house.lettersTo(last.email, 1)
  for (const address of addresses) assert.deepEqual(await house.lettersTo(address, 0), [])
  assert.equal((await house.eventsOf(anonymous.id)).at(-1)?.name, "password.reset_requested")
})

test("known and unknown addresses take the same time", async () => {
  const timed = async (email: string) => {
    const began = performance.now()
    assert.equal((await forgot(email)).status, 202)
    return performance.now() - began
  }
  const known: number[] = []
  const unknown: number[] = []
  const { email } = await house.person()
  await timed(email)
  for (let n = 0; n < 9; n++) {
    known.push(await timed((await house.person()).email))
    unknown.push(await timed(`nobody${n}@example.org`))
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? 0
  const ratio = median(known) / median(unknown)
  assert.ok(ratio > 1 / 3 && ratio < 3, `known ${median(known)} ms, unknown ${median(unknown)} ms`)
})

test("a newer link ends the older one, and an hour ends any", async () => {
  const { email } = await house.person()
  const [older, newer] = [await tokenFor(email), await tokenFor(email)]
  assert.deepEqual([(await verify(older)).status, (await verify(newer)).status], [400, 200])
  await house.runtime.database.pool.query("update password_resets set expires_at = now() - interval '1 second' where used_at is null")
  assert.equal((await verify(newer)).status, 400)
  assert.equal((await reset(newer)).status, 400)
})

test("of two who use a link at once one wins", async () => {
  const { email } = await house.person()
  const token = await tokenFor(email)
  const mine = (n: number) => `Harbour lights at ${n} past`
  const replies = await Promise.all([1, 2, 3].map((n) => reset(token, mine(n))))
  assert.deepEqual(replies.map(({ status }) => status).sort(), [204, 400, 400])
  assert.equal((await signIn(email, mine(replies.findIndex(({ status }) => status === 204) + 1))).status, 200)
})

test("a password that will not do leaves the link as it was", async () => {
  const { email } = await house.person("employee", { fullName: "Wilhelmina Quartermaine" })
  const token = await tokenFor(email)
  for (const weak of ["password123", "wilhelmina1", "aaaaaaaaaa"]) {
    const reply = await reset(token, weak)
    assert.deepEqual([reply.status, reply.body.details?.fields?.[0]?.path], [400, "newPassword"])
  }
  assert.equal((await reset(token)).status, 204)
})

test("whoever waits for approval may set a password and still waits", async () => {
  const { email } = await house.person("employee", { status: "pending" })
  assert.equal((await reset(await tokenFor(email))).status, 204)
  assert.deepEqual(codeOf(await signIn(email, better)), [403, "E_AUTH_PENDING_APPROVAL"])
})

test("what is no token is refused, and three a minute is the most", async () => {
  for (const token of ["short", "x".repeat(43), "%00".repeat(30)]) assert.equal((await verify(token)).status, 400)
  const ip = newAddress()
  const asked = await Promise.all(Array.from({ length: 5 }, (_, n) => forgot(`limit${n}@example.org`, { ip })))
  assert.deepEqual(asked.map(({ status }) => status).sort(), [202, 202, 202, 429, 429])
  const ofOne = await Promise.all(Array.from({ length: 5 }, () => forgot("flooded@example.org")))
  assert.deepEqual(ofOne.map(({ status }) => status).sort(), [202, 202, 202, 429, 429])
  const used = await Promise.all(Array.from({ length: 5 }, (_, n) => reset("x".repeat(43), `${better} ${n}`, ip)))
  assert.deepEqual(used.map(({ status }) => status).sort(), [400, 400, 400, 429, 429])
})

test("changing a password needs the present one, ends the other sessions and goes on in a new one", async () => {
  const { id, email, accessToken } = await house.signedIn()
  const other = await house.logIn(email)
  const lost = await tokenFor(email)
  const change = (currentPassword: string, newPassword: string, as = accessToken) =>
    house.call<Tokens>("POST", "/auth/change-password", { as, body: { currentPassword, newPassword } })
  const wrong = await change("not my password", better)
  assert.deepEqual([wrong.status, wrong.body.details?.fields?.[0]?.path], [400, "currentPassword"])
  assert.equal((await change(password, "password")).body.details?.fields?.[0]?.path, "newPassword")
  const changed = await change(password, better)
  assert.equal(changed.status, 200)
  assert.equal((await house.call<Me>("GET", "/auth/me", { as: changed.body.accessToken })).body.user.id, id)
  for (const as of [accessToken, other.accessToken]) assert.equal((await house.call("GET", "/auth/me", { as })).status, 401)
  assert.equal((await verify(lost)).status, 400, "a link from before is worthless")
  assert.equal((await signIn(email, better)).status, 200)
  assert.ok((await house.eventsOf(id)).some(({ name, actor_id }) => name === "password.changed" && actor_id === id))
  assert.ok((await house.lettersTo(email, 2)).some(({ text }) => text.includes("was changed just now")))
})

test("whoever found a session open guesses its password no faster than at the door", async () => {
  const { accessToken } = await house.signedIn()
  const ip = newAddress()
  const body = (n: number) => ({ currentPassword: `guess number ${n}`, newPassword: better })
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, n) => house.call("POST", "/auth/change-password", { as: accessToken, ip, body: body(n) })),
  )
  assert.deepEqual(
    [400, 429].map((wanted) => tries.filter(({ status }) => status === wanted).length),
    [5, 7],
  )
})

test("a screen may ask how good a password is, and nothing of it is kept", async () => {
  const estimate = (body: object, ip = newAddress()) =>
    house.call<{ score: number; problem: string | null }>("POST", "/auth/password-strength", { body, ip })
  assert.deepEqual((await estimate({ password: better })).body, { score: 4, problem: null })
  const weak = (await estimate({ password: "Noa Lindgren 1", fullName: "Noa Lindgren" })).body
  assert.ok(weak.score < 3 && weak.problem !== null)
  assert.equal((await estimate({ password: "" })).status, 400)
  const ip = newAddress()
  const statuses = (await Promise.all(Array.from({ length: 65 }, () => estimate({ password: "Noa" }, ip)))).map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 429).length, 5)
})
