import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Body, Returns } from "@docket/contract/endpoint"
import type { register as endpoint, Me } from "@docket/contract/identity"
import { newId } from "#platform/ids"
import { type IdentityHouse, newAddress, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
  await house.person("admin")
})
after(() => house.close())

let count = 0
const register = (more: Partial<Body<typeof endpoint>> & object = {}, ip?: string) =>
  house.call<Returns<typeof endpoint>>("POST", "/auth/register", {
    body: { email: `newcomer${++count}@example.net`, password, fullName: "Robin Vale", ...more },
    ...(ip && { ip }),
  })

test("by approval: the account waits, and gives no tokens", async () => {
  const { status, body } = await register({ username: "robin" })
  assert.equal(status, 201)
  assert.deepEqual(
    [body.status, body.user.role, body.user.status, body.accessToken, body.refreshToken],
    ["pending", "employee", "pending", undefined, undefined],
  )
  const login = await house.call("POST", "/auth/login", { body: { email: body.user.email, password } })
  assert.deepEqual([login.status, login.body.error], [403, "E_AUTH_PENDING_APPROVAL"])
  const [event] = await house.eventsOf(body.user.id)
  assert.deepEqual([event?.name, event?.data], ["user.registered", { status: "pending" }])
  assert.equal(JSON.stringify(body).includes("password"), false)
})

test("an approved newcomer signs in", async () => {
  const admin = await house.signedIn("admin")
  const { body } = await register()
  const approved = await house.call("PATCH", `/users/${body.user.id}`, { as: admin.accessToken, body: { status: "approved" } })
  assert.equal(approved.status, 200)
  await house.logIn(body.user.email)
})

test("a department is asked for where there are some, and has to exist", async () => {
  const id = newId()
  await house.kysely.insertInto("departments").values({ id, name: "Facilities" }).execute()
  const without = await register()
  assert.deepEqual([without.status, without.body.details?.fields?.[0]?.path], [400, "departmentId"])
  assert.equal((await register({ departmentId: newId() })).status, 400)
  assert.equal((await register({ departmentId: id })).body.user.departmentId, id)
  const options = await house.call<{ departments: object[] }>("GET", "/auth/options")
  assert.deepEqual(options.body.departments, [{ id, name: "Facilities" }])
  await house.kysely.updateTable("departments").set({ deleted_at: new Date().toISOString() }).where("id", "=", id).execute()
  assert.equal((await register({ departmentId: id })).status, 400)
})

test("nobody gives themselves a role, a status or anything else that is not asked for", async () => {
  for (const more of [{ role: "admin" }, { status: "approved" }, { demo: true }, { securityEpoch: 9 }, { __proto__: null, constructor: 1 }])
    assert.equal((await register(more as object)).status, 400, JSON.stringify(more))
})

test("email and username are taken whatever their case", async () => {
  const { body } = await register({ username: "Heron" })
  const sameEmail = await register({ email: body.user.email.toUpperCase() })
  assert.deepEqual([sameEmail.status, sameEmail.body.error], [409, "E_USER_EMAIL_EXISTS"])
  const sameName = await register({ username: "hERON" })
  assert.deepEqual([sameName.status, sameName.body.error], [409, "E_USER_USERNAME_EXISTS"])
})

test("a username will do for a name; neither is refused, and so is a weak password", async () => {
  assert.equal((await register({ fullName: undefined, username: "bittern" })).body.user.fullName, "bittern")
  assert.equal((await register({ fullName: undefined })).status, 400)
  for (const weak of ["password", "short", "Robin-Vale", "12345678", "x".repeat(129)]) {
    const reply = await register({ password: weak })
    assert.deepEqual([reply.status, reply.body.details?.fields?.[0]?.path], [400, "password"], weak)
  }
})

test("open: tokens at once, as an employee", async () => {
  house.runtime.config.registration = "open"
  try {
    const { status, body } = await register()
    assert.deepEqual([status, body.status, body.user.role], [201, "approved", "employee"])
    const me = await house.call<Me>("GET", "/auth/me", { as: body.accessToken ?? "" })
    assert.deepEqual([me.status, me.body.permissions], [200, []])
    assert.equal((await house.call("POST", "/auth/refresh", { body: { refreshToken: body.refreshToken } })).status, 200)
  } finally {
    house.runtime.config.registration = "approval"
  }
})

test("closed: nobody", async () => {
  house.runtime.config.registration = "closed"
  try {
    assert.equal((await register()).status, 403)
  } finally {
    house.runtime.config.registration = "approval"
  }
})

test("ten accounts a minute from one address, and no more", async () => {
  const ip = newAddress()
  const statuses: number[] = []
  for (let n = 0; n < 11; n++) statuses.push((await register({ email: "taken@example.net" }, ip)).status)
  assert.deepEqual([statuses[0], statuses[9], statuses[10]], [201, 409, 429])
})
