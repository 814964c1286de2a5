import assert from "node:assert/strict"
import { readFile, stat, utimes } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Tokens } from "@docket/contract/identity"
import { announceSetUp } from "./set-up.ts"
import { type IdentityHouse, newAddress, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
})
after(() => house.close())

const wanted = { organization: "Kestrel Works", fullName: "Iris Holm", email: "iris@kestrel.example", password }
const setUp = (token: string, more: object = {}, ip?: string) =>
  house.call<Tokens>("POST", "/auth/set-up", { body: { ...wanted, token, ...more }, ...(ip && { ip }) })
const options = async () => (await house.call<{ needsSetUp: boolean; organization: string }>("GET", "/auth/options")).body
const file = () => join(house.runtime.config.dataDir, "set-up-token")
const tokenOf = (link: string | null) => link?.split("#")[1] ?? ""

test("the first start makes a link, the same one until a day has passed, in a file for the owner alone", async () => {
  assert.equal((await options()).needsSetUp, true)
  const link = await announceSetUp(house.runtime, "http://127.0.0.1:3000")
  assert.match(link ?? "", /^http:\/\/127\.0\.0\.1:3000\/set-up#[\w-]{43}$/)
  assert.equal(await announceSetUp(house.runtime, "http://127.0.0.1:3000"), link)
  assert.equal((await stat(file())).mode & 0o777, 0o600)
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
  await utimes(file(), yesterday, yesterday)
  assert.equal((await setUp(tokenOf(link))).status, 401)
  assert.notEqual(await announceSetUp(house.runtime, "http://127.0.0.1:3000"), link)
})

test("nobody registers before there is an administrator", async () => {
  house.runtime.config.registration = "open"
  const reply = await house.call("POST", "/auth/register", { body: { email: "early@bird.example", password, fullName: "Early Bird" } })
  assert.equal(reply.status, 403)
  house.runtime.config.registration = "approval"
})

test("a wrong token and a weak password change nothing, and tries are limited", async () => {
  const token = tokenOf(await announceSetUp(house.runtime))
  assert.deepEqual((await setUp("A".repeat(43))).body.error, "E_AUTH_TOKEN_INVALID")
  assert.equal((await setUp(token, { password: "password1" })).status, 400)
  assert.equal((await setUp(token, { role: "admin" })).status, 400)
  const ip = newAddress()
  const statuses = (await Promise.all(Array.from({ length: 12 }, () => setUp("A".repeat(43), {}, ip)))).map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 429).length, 2)
  assert.equal((await options()).needsSetUp, true)
})

test("of two at once one makes the administrator; then the way is gone", async () => {
  const token = tokenOf(await announceSetUp(house.runtime))
  const replies = await Promise.all([
    setUp(token),
    setUp(token, { email: "other@kestrel.example" }),
    setUp(token, { email: "third@kestrel.example" }),
  ])
  assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 404, 404])
  const first = replies.find(({ status }) => status === 201)?.body
  assert.equal(first?.user.role, "admin")
  assert.equal((await house.call("GET", "/users", { as: first?.accessToken ?? "" })).status, 200)
  assert.deepEqual([(await options()).needsSetUp, (await options()).organization], [false, "Kestrel Works"])
  assert.equal((await setUp(token)).status, 404)
  assert.equal(await announceSetUp(house.runtime), null)
  await assert.rejects(readFile(file()), { code: "ENOENT" })
  const { count } = await house.kysely
    .selectFrom("users")
    .select((is) => is.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  assert.equal(count, 1)
})
