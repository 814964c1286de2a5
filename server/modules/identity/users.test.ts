import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Person, User } from "@docket/contract/identity"
import { noOrigin } from "#platform/context"
import { newId } from "#platform/ids"
import { reading } from "#platform/transact"
import { peopleNames } from "./names.ts"
import { anonymous } from "./principal.ts"
import { type IdentityHouse, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
let admin: Awaited<ReturnType<IdentityHouse["signedIn"]>>
before(async () => {
  house = await openIdentityHouse()
  admin = await house.signedIn("admin", { fullName: "Admin Zero" })
})
after(() => house.close())

type Users = { data: User[]; nextCursor: string | null; total?: number }
const create = (body: object, more: { as?: string; headers?: Record<string, string> } = {}) =>
  house.call<User>("POST", "/users", { as: admin.accessToken, body, ...more })
const change = (id: string, body: object, as = admin.accessToken, headers?: Record<string, string>) =>
  house.call<User>("PATCH", `/users/${id}`, { as, body, ...(headers && { headers }) })
const users = (query: string) => house.call<Users>("GET", `/users?${query}`, { as: admin.accessToken })
const statusAndCode = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]

test("an administrator makes accounts that may sign in at once", async () => {
  const { status, body, headers } = await create({
    email: "ines@example.org",
    fullName: "Ines Prado",
    role: "agent",
    password,
    username: "ines",
    timezone: "Europe/Lisbon",
  })
  assert.equal(status, 201)
  assert.deepEqual([body.role, body.status, body.username, body.timezone, body.version], ["agent", "approved", "ines", "Europe/Lisbon", 1])
  assert.equal(headers.etag, '"1"')
  await house.logIn("ines@example.org")
  const [event] = await house.eventsOf(body.id)
  assert.deepEqual([event?.name, event?.actor_id, event?.data], ["user.created", admin.id, { role: "agent", status: "approved" }])
})

test("the same key makes one account, other input with it is refused", async () => {
  const headers = { "idempotency-key": newId() }
  const body = { email: "once@example.org", fullName: "Only Once", role: "employee", password }
  const [first, second] = [await create(body, { headers }), await create(body, { headers })]
  assert.deepEqual([first.status, second.status, second.body.id], [201, 201, first.body.id])
  assert.equal((await create({ ...body, email: "twice@example.org" }, { headers })).status, 422)
})

test("wrong accounts are refused by field", async () => {
  const good = { email: "never@example.org", fullName: "Never", role: "employee" }
  for (const [more, path] of [
    [{ email: "no address" }, "email"],
    [{ role: "emperor" }, "role"],
    [{ password: "password" }, "password"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ departmentId: newId() }, "departmentId"],
    [{ fullName: "a\u202eb" }, "fullName"],
    [{ status: "approved" }, "status"],
    [{ id: newId() }, "id"],
  ] as const) {
    const reply = await create({ ...good, ...more })
    assert.deepEqual([reply.status, reply.body.details?.fields?.[0]?.path], [400, path])
  }
  assert.equal((await users("q=never@example.org")).body.data.length, 0)
})

test("only those who manage people list, create and disable", async () => {
  for (const role of ["employee", "agent", "manager"] as const) {
    const { accessToken, id } = await house.signedIn(role)
    assert.equal((await house.call("GET", "/users", { as: accessToken })).status, 403)
    assert.equal((await create({ email: "x@example.org", fullName: "X", role: "admin" }, { as: accessToken })).status, 403)
    assert.equal((await house.call("DELETE", `/users/${admin.id}`, { as: accessToken })).status, 403)
    assert.deepEqual(statusAndCode(await house.call("GET", `/users/${admin.id}`, { as: accessToken })), [404, "E_USER_NOT_FOUND"])
    assert.deepEqual(statusAndCode(await house.call("GET", `/users/${newId()}`, { as: accessToken })), [404, "E_USER_NOT_FOUND"])
    assert.deepEqual(statusAndCode(await change(admin.id, { fullName: "Mine" }, accessToken)), [404, "E_USER_NOT_FOUND"])
    assert.equal((await house.call("GET", `/users/${id}`, { as: accessToken })).status, 200)
  }
})

test("everyone changes their own profile, and nothing that gives them more", async () => {
  const { id, accessToken } = await house.signedIn()
  const own = await change(id, { fullName: " Noa  Lind ", timezone: "Asia/Tokyo", preferences: { theme: "dark" } }, accessToken)
  assert.deepEqual([own.status, own.body.fullName, own.body.timezone, own.body.version], [200, "Noa Lind", "Asia/Tokyo", 2])
  assert.deepEqual((await change(id, { preferences: { dense: true } }, accessToken)).body.preferences, { theme: "dark", dense: true })
  for (const more of [{ role: "admin" }, { status: "approved" }, { departmentId: null }])
    assert.equal((await change(id, more, accessToken)).status, 403)
  for (const unknown of [
    { email: "new@example.org" },
    { securityEpoch: 1 },
    { passwordHash: "x" },
    { version: 9 },
    { lastLoginAt: null },
    { id: newId() },
  ])
    assert.equal((await change(id, unknown, accessToken)).status, 400, JSON.stringify(unknown))
  const row = await house.kysely.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  assert.deepEqual([row.role, row.status, row.version], ["employee", "approved", 3])
})

test("what is the same is no change; a stale version is refused", async () => {
  const { id } = await house.person()
  assert.equal((await change(id, { role: "employee" })).body.version, 1)
  assert.equal((await house.eventsOf(id)).length, 1)
  assert.equal((await change(id, { role: "agent" }, admin.accessToken, { "if-match": '"1"' })).body.version, 2)
  assert.deepEqual(statusAndCode(await change(id, { role: "manager" }, admin.accessToken, { "if-match": '"1"' })), [
    409,
    "E_USER_VERSION_CONFLICT",
  ])
  assert.deepEqual((await house.eventsOf(id)).at(-1)?.data, { changes: { role: ["employee", "agent"] } })
})

test("a new role holds with the next request of the same session", async () => {
  const { id, accessToken } = await house.signedIn("admin")
  assert.equal((await house.call("GET", "/users", { as: accessToken })).status, 200)
  await change(id, { role: "employee" })
  assert.equal((await house.call("GET", "/users", { as: accessToken })).status, 403)
})

test("a disabled person is out at once, and comes back by signing in anew", async () => {
  const { id, email, accessToken, refreshToken } = await house.signedIn()
  assert.equal((await house.call("GET", "/auth/me", { as: accessToken })).status, 200)
  assert.equal((await house.call("DELETE", `/users/${id}`, { as: admin.accessToken })).status, 204)
  assert.deepEqual(statusAndCode(await house.call("GET", "/auth/me", { as: accessToken })), [401, "E_AUTH_TOKEN_INVALID"])
  assert.equal((await house.call("POST", "/auth/refresh", { body: { refreshToken } })).status, 401)
  assert.deepEqual(statusAndCode(await house.call("POST", "/auth/login", { body: { email, password } })), [403, "E_AUTH_ACCOUNT_DISABLED"])
  assert.deepEqual((await house.eventsOf(id)).map(({ name }) => name).slice(0, 3), ["user.created", "user.updated", "user.disabled"])
  assert.equal((await house.call("DELETE", `/users/${id}`, { as: admin.accessToken })).status, 204)
  await change(id, { status: "approved" })
  assert.equal((await house.call("GET", "/auth/me", { as: accessToken })).status, 401)
  await house.logIn(email)
})

test("the last active administrator stays one, whoever tries at once", async () => {
  const others = [await house.signedIn("admin"), await house.signedIn("admin")]
  const { rows } = await house.runtime.database.pool.query(
    "update users set status = 'disabled' where role = 'admin' and id <> all($1) returning id",
    [others.map(({ id }) => id)],
  )
  const [one, other] = others
  const replies = await Promise.all([
    change(other?.id ?? "", { role: "employee" }, one?.accessToken),
    house.call("DELETE", `/users/${one?.id}`, { as: other?.accessToken ?? "" }),
    change(one?.id ?? "", { status: "disabled" }, one?.accessToken),
  ])
  const left = await house.kysely.selectFrom("users").select("id").where("role", "=", "admin").where("status", "=", "approved").execute()
  assert.equal(left.length, 1)
  assert.ok(replies.filter(({ status }) => status < 300).length >= 1)
  const survivor = others.find(({ id }) => id === left[0]?.id)
  assert.deepEqual(statusAndCode(await change(survivor?.id ?? "", { role: "agent" }, survivor?.accessToken)), [409, "E_USER_LAST_ADMIN"])
  assert.equal((await house.call("DELETE", `/users/${survivor?.id}`, { as: survivor?.accessToken ?? "" })).status, 409)
  await house.runtime.database.pool.query("update users set status = 'approved' where id = any($1)", [
    rows.map(({ id }: { id: string }) => id),
  ])
  house.forgetRights()
})

test("accounts are listed by name, filtered, counted and paged", async () => {
  for (const name of ["zz bravo", "ZZ Alpha", "zz charlie", "zz 100%"]) await house.person("manager", { fullName: name })
  const first = await users("q=zz&role=manager&limit=2&count=true")
  assert.deepEqual([first.body.data.map(({ fullName }) => fullName), first.body.total], [["zz 100%", "ZZ Alpha"], 4])
  const next = await users(`q=zz&role=manager&limit=2&cursor=${first.body.nextCursor}`)
  assert.deepEqual([next.body.data.map(({ fullName }) => fullName), next.body.nextCursor], [["zz bravo", "zz charlie"], null])
  assert.deepEqual(
    (await users("q=0%25")).body.data.map(({ fullName }) => fullName),
    ["zz 100%"],
  )
  assert.equal((await users("q=zz&status=disabled,pending")).body.data.length, 0)
  assert.equal((await users("unknown=1")).status, 400)
})

test("people are found by those who may assign, staff and acquaintances by the others", async () => {
  const find = async (as: string, query: string) =>
    (await house.call<{ data: Person[] }>("GET", `/people?${query}`, { as })).body.data.map(({ name }) => name)
  const [agent, employee] = [
    await house.signedIn("agent", { fullName: "yy agent" }),
    await house.signedIn("employee", { fullName: "yy employee" }),
  ]
  const mate = await house.person("employee", { fullName: "yy mate" })
  await house.person("employee", { fullName: "yy stranger" })
  await house.person("employee", { fullName: "yy gone", status: "disabled" })
  const viewer = await house.person("employee", { fullName: "yy viewer" })
  const work = newId()
  await house.kysely.insertInto("projects").values({ id: work, key: "YY", name: "Work", kind: "work" }).execute()
  await house.kysely
    .insertInto("project_members")
    .values([
      { project_id: work, user_id: mate.id, role: "developer" },
      { project_id: work, user_id: employee.id, role: "member" },
      { project_id: work, user_id: viewer.id, role: "viewer" },
    ])
    .execute()
  house.forgetRights()
  assert.deepEqual(await find(agent.accessToken, "q=yy"), ["yy agent", "yy employee", "yy mate", "yy stranger", "yy viewer"])
  assert.deepEqual(await find(employee.accessToken, "q=yy"), ["yy agent", "yy employee", "yy mate", "yy viewer"])
  assert.deepEqual(await find(employee.accessToken, "q=yy&project=yy"), ["yy employee", "yy mate"])
  assert.deepEqual(await find(employee.accessToken, `id=${mate.id}`), ["yy mate"])
  assert.deepEqual(await find(employee.accessToken, `q=${mate.email}`), [])
  assert.deepEqual(await find(agent.accessToken, `q=${mate.email}`), ["yy mate"])
  assert.equal((await house.call("GET", "/people?project=YY", { as: agent.accessToken })).status, 404)
  assert.equal((await house.call("GET", "/people")).status, 401)
})

test("names come from memory and follow a rename", async () => {
  const { id } = await house.person("employee", { fullName: "Before" })
  const ctx = () => reading(house.runtime, anonymous, noOrigin)
  assert.deepEqual(await peopleNames(ctx(), [id, newId()]), new Map([[id, { id, name: "Before" }]]))
  await house.runtime.database.pool.query("update users set full_name = 'Unheard' where id = $1", [id])
  assert.equal((await peopleNames(ctx(), [id])).get(id)?.name, "Before")
  await change(id, { fullName: "After" })
  assert.equal((await peopleNames(ctx(), [id])).get(id)?.name, "After")
})
