import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Me, Tokens, User } from "@docket/contract/identity"
import { hashSync } from "bcryptjs"
import { newId } from "#platform/ids"
import { isOutdated, verifyPassword } from "./passwords.ts"
import { anonymous } from "./principal.ts"
import { type IdentityHouse, newAddress, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
  await house.person("admin")
})
after(() => house.close())

const logIn = (email: string, given: string, ip?: string) =>
  house.call<Tokens>("POST", "/auth/login", { body: { email, password: given }, ...(ip && { ip }) })

test("the right password opens a session, by email or username in any case", async () => {
  const { id, email } = await house.person("agent", { username: "Quill" })
  for (const name of [email.toUpperCase(), "quill"]) {
    const { status, body } = await logIn(name, password)
    assert.equal(status, 200)
    assert.equal(body.tokenType, "Bearer")
    assert.equal(body.expiresIn, 15 * 60)
    assert.equal(body.user.id, id)
    assert.ok(body.user.lastLoginAt)
    const me = await house.call<Me>("GET", "/auth/profile", { as: body.accessToken })
    assert.equal(me.body.user.email, email)
    assert.deepEqual(me.body.permissions, ["people.assignable", "tickets.assign", "tickets.claim", "tickets.workDesk"])
    const [session] = await house.kysely
      .selectFrom("sessions")
      .selectAll()
      .where("user_id", "=", id)
      .orderBy("created_at", "desc")
      .execute()
    assert.equal(session?.client, "api")
    const [event] = await house.eventsOf(session?.id ?? "")
    assert.deepEqual([event?.name, event?.actor_id, event?.actor_kind], ["session.started", id, "user"])
  }
})

test("each sign-in is a session of its own, and its refresh token is kept only as a hash", async () => {
  const { email } = await house.person()
  const [one, other] = [await house.logIn(email), await house.logIn(email)]
  assert.notEqual(one.refreshToken, other.refreshToken)
  assert.ok(Buffer.from(one.refreshToken, "base64url").length === 32)
  const { rows } = await house.runtime.database.pool.query("select to_jsonb(t)::text as text from refresh_tokens t")
  assert.ok(rows.length >= 2 && rows.every(({ text }) => !text.includes(one.refreshToken)))
})

test("a wrong password and an unknown account get the same answer", async () => {
  const { id, email } = await house.person()
  const wrong = await logIn(email, "not the password")
  const unknown = await logIn("nobody@example.org", "not the password")
  assert.equal(wrong.status, 401)
  assert.equal(wrong.body.error, "E_AUTH_INVALID_CREDENTIALS")
  assert.deepEqual(wrong.body, unknown.body)
  assert.equal((await house.eventsOf(id)).at(-1)?.name, "sign_in.failed")
  assert.equal((await house.eventsOf(anonymous.id)).at(-1)?.name, "sign_in.failed")
})

test("a wrong password and an unknown account take the same time", async () => {
  const { email } = await house.person()
  const timed = async (name: string) => {
    const began = performance.now()
    assert.equal((await logIn(name, "not the password")).status, 401)
    return performance.now() - began
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < 9; n++) {
    known.push(await timed(email))
    unknown.push(await timed(`nobody${n}@example.org`))
  }
  const ratio = median(known) / median(unknown)
  assert.ok(ratio > 1 / 3 && ratio < 3, `known ${median(known)} ms, unknown ${median(unknown)} ms`)
})

test("who is not approved is told why, after the right password only", async () => {
  for (const [status, code] of [
    ["pending", "E_AUTH_PENDING_APPROVAL"],
    ["rejected", "E_AUTH_ACCOUNT_REJECTED"],
    ["disabled", "E_AUTH_ACCOUNT_DISABLED"],
  ] as const) {
    const { email } = await house.person("employee", { status })
    const right = await logIn(email, password)
    assert.deepEqual([right.status, right.body.error], [403, code])
    const wrong = await logIn(email, "not the password")
    assert.deepEqual([wrong.status, wrong.body.error], [401, "E_AUTH_INVALID_CREDENTIALS"])
  }
})

test("five failures a minute lock the account for that address, not for its owner elsewhere", async () => {
  const { email } = await house.person()
  const [attacker, owner] = [newAddress(), newAddress()]
  for (let n = 0; n < 5; n++) assert.equal((await logIn(email, `guess number ${n}`, attacker)).status, 401)
  const locked = await logIn(email, password, attacker)
  assert.deepEqual([locked.status, locked.body.error], [429, "E_RATE_LIMITED"])
  assert.ok(Number(locked.headers["retry-after"]) >= 1)
  assert.equal((await logIn(email, password, owner)).status, 200)
  const last = (
    await house.kysely
      .selectFrom("events")
      .select("data")
      .where("name", "=", "sign_in.failed")
      .where("ip", "=", attacker)
      .orderBy("id", "desc")
      .execute()
  )[0]
  assert.deepEqual(last?.data, { reason: "locked" })
})

test("the same lock holds for accounts that do not exist", async () => {
  const ip = newAddress()
  for (let n = 0; n < 5; n++) assert.equal((await logIn("ghost@example.org", `guess number ${n}`, ip)).status, 401)
  assert.equal((await logIn("ghost@example.org", "one more guess", ip)).status, 429)
})

test("fifty guesses at once are no more than five in a row", async () => {
  const { email } = await house.person()
  const ip = newAddress()
  const statuses = (await Promise.all(Array.from({ length: 50 }, (_, n) => logIn(email, `guess number ${n}`, ip)))).map(
    ({ status }) => status,
  )
  assert.equal(statuses.filter((status) => status === 401).length, 5)
  assert.equal(statuses.filter((status) => status === 429).length, 45)
})

test("the right password takes earlier failures away", async () => {
  const { email } = await house.person()
  const ip = newAddress()
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) assert.equal((await logIn(email, `guess number ${n}`, ip)).status, 401)
    assert.equal((await logIn(email, password, ip)).status, 200)
  }
})

test("thirty attempts a minute from one address, at however many accounts", async () => {
  const ip = newAddress()
  const statuses = (await Promise.all(Array.from({ length: 33 }, (_, n) => logIn(`stuffing${n}@example.org`, "not the password", ip)))).map(
    ({ status }) => status,
  )
  assert.equal(statuses.filter((status) => status === 429).length, 3)
})

test("bcrypt hashes from elsewhere are accepted, and made anew at the first sign-in", async () => {
  const { id, email } = await house.person("employee", { passwordHash: hashSync("an old password", 4) })
  assert.equal((await logIn(email, "another password")).status, 401)
  assert.equal((await logIn(email, "an old password")).status, 200)
  const { password_hash } = await house.kysely.selectFrom("users").select("password_hash").where("id", "=", id).executeTakeFirstOrThrow()
  assert.match(password_hash ?? "", /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(isOutdated(password_hash ?? ""), false)
  assert.equal((await logIn(email, "an old password")).status, 200)
})

test("an account without a password lets nobody in", async () => {
  const { email } = await house.person("employee", { passwordHash: null })
  assert.equal((await logIn(email, password)).status, 401)
  assert.equal(await verifyPassword("", null), false)
})

test("a password is the same however its accents were composed, and nothing else about it is changed", async () => {
  const { hashPassword } = await import("./passwords.ts")
  const hash = await hashPassword("cafe\u0301 crème 9")
  assert.equal(await verifyPassword("caf\u00e9 cre\u0300me 9", hash), true)
  for (const other of ["caf\u00e9 crème 9 ", "Caf\u00e9 crème 9"]) assert.equal(await verifyPassword(other, hash), false)
})

test("people of the demo company cannot sign in outside demo mode", async () => {
  const { email } = await house.person("admin", { demo: true })
  assert.equal((await logIn(email, password)).status, 401)
  assert.equal((await house.call("POST", "/auth/demo-login")).status, 404)
})

test("in demo mode one signs in by role, employee by default", async () => {
  house.runtime.config.demo = true
  try {
    assert.equal((await house.call("POST", "/auth/demo-login", { body: { role: "developer" } })).body.error, "E_USER_NOT_FOUND")
    const head = await house.person("employee", { demo: true })
    await house.person("employee", { demo: true })
    const department = newId()
    await house.kysely.insertInto("departments").values({ id: department, name: "Demo department", head_id: head.id }).execute()
    const asHead = await house.call<Tokens>("POST", "/auth/demo-login", { body: { role: "department_head" } })
    assert.equal(asHead.body.user.id, head.id)
    const asEmployee = await house.call<Tokens>("POST", "/auth/demo-login")
    assert.equal(asEmployee.body.user.role, "employee")
    assert.notEqual(asEmployee.body.user.id, head.id)
    const me = await house.call<Me>("GET", "/auth/me", { as: asHead.body.accessToken })
    assert.deepEqual(me.body.headOf, [department])
    house.runtime.config.demo = false
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal((await house.call("GET", "/auth/me", { as: asHead.body.accessToken })).status, 401)
  } finally {
    house.runtime.config.demo = false
  }
})

test("the sign-in screen is told what it needs", async () => {
  const { body } = await house.call<{ needsSetUp: boolean; registration: string; demo: boolean; user?: User }>("GET", "/auth/options")
  assert.deepEqual([body.needsSetUp, body.registration, body.demo], [false, "approval", false])
})
