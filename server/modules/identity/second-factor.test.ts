import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Me, Tokens } from "@docket/contract/identity"
import { Secret, TOTP } from "otpauth"
import { changeSettings } from "#platform/settings"
import { seal, unseal } from "./sealing.ts"
import { type IdentityHouse, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
  await house.ready
})
after(() => house.close())

type Codes = { recoveryCodes: string[] }
type State = { active: boolean; since: string | null; required: boolean; recoveryCodesLeft: number }
const path = "/auth/second-factor"
const begin = (as: string) => house.call<{ secret: string; uri: string }>("POST", path, { as })
const confirm = (as: string, otp: string) => house.call<Codes>("POST", `${path}/confirm`, { as, body: { otp } })
const state = async (as: string) => (await house.call<State>("GET", path, { as })).body
const signIn = (email: string, otp?: string) =>
  house.call<Tokens>("POST", "/auth/login", { body: { email, password, ...(otp !== undefined && { otp }) } })
/** `offset`: periods of half a minute from now. */
const codeOf = (secret: string, offset = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 })
const saying = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]
const isIn = async (as: string) => (await house.call("GET", "/auth/me", { as })).status === 200

/** Leaves enough of the present half-minute for what a test does with its codes. */
async function settled(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 6000) await new Promise((resolve) => setTimeout(resolve, left))
}

/** Somebody with a second factor; confirmed by the code before this one, so that this one is still unused. */
async function enrolled(role: "employee" | "admin" = "employee") {
  const person = await house.signedIn(role)
  await settled()
  const { secret } = (await begin(person.accessToken)).body
  const { recoveryCodes } = (await confirm(person.accessToken, codeOf(secret, -1))).body
  return { ...person, secret, recoveryCodes }
}

test("an authenticator app is set up, asked for, and ends the sessions from before", async () => {
  const person = await house.signedIn()
  const elsewhere = await house.logIn(person.email)
  await settled()
  const { secret, uri } = (await begin(person.accessToken)).body
  assert.match(uri, /^otpauth:\/\/totp\/Docket:person\d+%40example\.org\?/)
  assert.equal((await state(person.accessToken)).active, false)
  assert.equal((await signIn(person.email)).status, 200, "what is not confirmed does not count")
  const wrong = await confirm(person.accessToken, "000000")
  assert.deepEqual([wrong.status, wrong.body.details?.fields?.[0]?.path], [400, "otp"])
  const { status, body } = await confirm(person.accessToken, codeOf(secret, -1))
  assert.deepEqual([status, new Set(body.recoveryCodes).size], [200, 10])
  assert.deepEqual([await isIn(person.accessToken), await isIn(elsewhere.accessToken)], [true, false])
  assert.deepEqual([(await state(person.accessToken)).active, (await state(person.accessToken)).recoveryCodesLeft], [true, 10])
  assert.deepEqual(saying(await signIn(person.email)), [401, "E_AUTH_OTP_REQUIRED"])
  assert.deepEqual(saying(await signIn(person.email, "123456")), [401, "E_AUTH_OTP_INVALID"])
  assert.equal((await signIn(person.email, codeOf(secret))).status, 200)
  assert.deepEqual(saying(await begin(person.accessToken)), [409, "E_SECOND_FACTOR_EXISTS"])
  const wrongPassword = await house.call("POST", "/auth/login", { body: { email: person.email, password: "not the password" } })
  assert.deepEqual(saying(wrongPassword), [401, "E_AUTH_INVALID_CREDENTIALS"], "only the right password tells that there is one")
  assert.ok((await house.lettersTo(person.email, 1)).some(({ subject }) => subject.includes("second factor")))
})

test("no code is good twice: not the one that confirmed, not at the same moment, not a recovery code", async () => {
  const { email, secret, recoveryCodes } = await enrolled()
  assert.deepEqual(saying(await signIn(email, codeOf(secret, -1))), [401, "E_AUTH_OTP_INVALID"])
  const code = codeOf(secret)
  const atOnce = await Promise.all([signIn(email, code), signIn(email, code), signIn(email, code)])
  assert.deepEqual(atOnce.map(({ status }) => status).sort(), [200, 401, 401])
  const [recovery = ""] = recoveryCodes
  const both = await Promise.all([signIn(email, recovery), signIn(email, recovery.replaceAll("-", "").toUpperCase())])
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401])
  const { accessToken } = both.find(({ status }) => status === 200)?.body ?? { accessToken: "" }
  assert.equal((await state(accessToken)).recoveryCodesLeft, 9)
  for (const old of [codeOf(secret, -3), codeOf(secret, 4)]) assert.equal((await signIn(email, old)).status, 401)
})

test("codes cannot be tried out, from however many addresses", async () => {
  const { email } = await enrolled()
  const tries = await Promise.all(Array.from({ length: 14 }, (_, n) => signIn(email, String(100_000 + n))))
  assert.deepEqual(
    [401, 429].map((wanted) => tries.filter(({ status }) => status === wanted).length),
    [9, 5],
    "the tenth of a quarter of an hour was spent on setting it up",
  )
})

test("a new password by mail does not get around it", async () => {
  const { email, secret } = await enrolled()
  const { body } = await house.call<{ resetToken: string }>("POST", "/auth/forgot-password", { body: { email } })
  const newPassword = "Harbour lights at four"
  assert.equal((await house.call("POST", "/auth/reset-password", { body: { token: body.resetToken, newPassword } })).status, 204)
  const login = (otp?: string) => house.call("POST", "/auth/login", { body: { email, password: newPassword, ...(otp && { otp }) } })
  assert.deepEqual(saying(await login()), [401, "E_AUTH_OTP_REQUIRED"])
  assert.equal((await login(codeOf(secret))).status, 200)
})

test("re-authentication asks for the code too, and changes to the factor ask for re-authentication", async () => {
  const { id, email, accessToken, secret, recoveryCodes } = await enrolled()
  await house.runtime.database.pool.query("update sessions set authenticated_at = null where user_id = $1", [id])
  const needed = [403, "E_AUTH_REAUTHENTICATION_REQUIRED"]
  const disable = () => house.call("DELETE", path, { as: accessToken })
  const renew = () => house.call<Codes>("POST", `${path}/recovery-codes`, { as: accessToken })
  for (const attempt of [disable, renew]) assert.deepEqual(saying(await attempt()), needed)
  assert.deepEqual(saying(await begin((await enrolled()).accessToken)), [409, "E_SECOND_FACTOR_EXISTS"])
  const again = (otp?: string) =>
    house.call("POST", "/auth/reauthenticate", { as: accessToken, body: { password, ...(otp !== undefined && { otp }) } })
  assert.deepEqual(saying(await again()), [401, "E_AUTH_OTP_REQUIRED"])
  assert.deepEqual(saying(await again("999999")), [401, "E_AUTH_OTP_INVALID"])
  assert.deepEqual(saying(await disable()), needed)
  assert.equal((await again(codeOf(secret))).status, 200)
  const renewed = (await renew()).body.recoveryCodes
  assert.equal((await signIn(email, recoveryCodes[1])).status, 401, "the old recovery codes are gone")
  assert.equal((await signIn(email, renewed[1])).status, 200)
  assert.equal((await disable()).status, 204)
  assert.equal((await signIn(email)).status, 200)
  assert.deepEqual(saying(await disable()), [409, "E_SECOND_FACTOR_MISSING"])
})

test("an administrator takes a lost one away, which signs its owner out", async () => {
  const [admin, person, manager] = [await house.signedIn("admin"), await enrolled(), await house.signedIn("manager")]
  const reset = (as: string) => house.call("DELETE", `/users/${person.id}/second-factor`, { as })
  assert.equal((await reset(manager.accessToken)).status, 403)
  assert.equal((await reset(admin.accessToken)).status, 204)
  assert.equal((await reset(admin.accessToken)).status, 404)
  assert.equal(await isIn(person.accessToken), false)
  assert.equal((await signIn(person.email)).status, 200)
  assert.equal(
    (await house.eventsOf(person.id)).filter(({ name, actor_id }) => name === "second_factor.reset" && actor_id === admin.id).length,
    1,
  )
})

test("who needs one by role may set it up and nothing else, tokens included", async () => {
  const admin = await house.signedIn("admin")
  const made = await house.call<{ token: string }>("POST", "/auth/tokens", {
    as: admin.accessToken,
    body: { name: "x", scopes: ["people:read"] },
  })
  try {
    await house.act((ctx) => changeSettings(ctx, { secondFactorRoles: ["admin"] }))
    house.forgetRights()
    const { accessToken } = (await signIn(admin.email)).body
    await settled()
    const me = await house.call<Me>("GET", "/auth/me", { as: accessToken })
    assert.deepEqual([me.status, me.body.permissions], [200, []])
    for (const [method, where] of [
      ["GET", "/users"],
      ["GET", "/people"],
      ["GET", "/auth/tokens"],
      ["GET", `/users/${admin.id}`],
    ] as const)
      assert.deepEqual(saying(await house.call(method, where, { as: accessToken })), [403, "E_AUTH_SECOND_FACTOR_REQUIRED"])
    assert.equal((await house.call("GET", "/people", { as: made.body.token })).status, 403)
    assert.deepEqual([(await state(accessToken)).required, (await state(accessToken)).active], [true, false])
    const { secret } = (await begin(accessToken)).body
    assert.equal((await confirm(accessToken, codeOf(secret, -1))).status, 200)
    assert.equal((await house.call("GET", "/users", { as: accessToken })).status, 200)
    assert.equal((await house.call("GET", "/people", { as: made.body.token })).status, 200)
    assert.deepEqual(saying(await house.call("DELETE", path, { as: accessToken })), [409, "E_SECOND_FACTOR_REQUIRED"])
    assert.equal((await house.call("GET", "/people", { as: (await house.signedIn()).accessToken })).status, 200)
  } finally {
    await house.act((ctx) => changeSettings(ctx, { secondFactorRoles: [] }))
    house.forgetRights()
  }
})

test("secrets are sealed for their row, and no code is in the log", async () => {
  const { id, secret, recoveryCodes } = await enrolled()
  const { rows } = await house.runtime.database.pool.query(
    `select (select string_agg(e::text, '') from events e) || (select string_agg(f::text, '') from second_factors f)
      || (select string_agg(r::text, '') from recovery_codes r) as text`,
  )
  for (const hidden of [secret, ...recoveryCodes]) assert.ok(!rows[0].text.includes(hidden))
  const kept = await house.kysely.selectFrom("second_factors").select("secret").where("user_id", "=", id).executeTakeFirstOrThrow()
  assert.equal(await unseal(house.runtime, `second-factor ${id}`, kept.secret), secret)
  await assert.rejects(unseal(house.runtime, "second-factor of somebody else", kept.secret))
  await assert.rejects(unseal(house.runtime, `second-factor ${id}`, `${kept.secret.slice(0, -4)}AAAA`))
  assert.notEqual(await seal(house.runtime, "x", "same"), await seal(house.runtime, "x", "same"))
})
