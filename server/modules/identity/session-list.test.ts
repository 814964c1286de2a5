import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Session } from "@docket/contract/sign-in"
import { newId } from "#platform/ids"
import { type IdentityHouse, newAddress, openIdentityHouse } from "./test-house.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
})
after(() => house.close())

const list = (as: string, path = "/auth/sessions") => house.call<{ data: Session[] }>("GET", path, { as })
const end = (as: string, path: string) => house.call("DELETE", path, { as })
const isIn = async (as: string) => (await house.call("GET", "/auth/me", { as })).status === 200

test("people see where they are signed in, and end one session or all others at once", async () => {
  const { email, accessToken } = await house.signedIn()
  const ip = newAddress()
  const phone = await house.logIn(email, { ip, headers: { "user-agent": "Phone 9" } })
  const tablet = await house.logIn(email)
  const { body } = await list(accessToken)
  assert.equal(body.data.length, 3)
  assert.deepEqual(
    body.data.filter(({ current }) => current).map(({ client }) => client),
    ["api"],
  )
  const found = body.data.find(({ userAgent }) => userAgent === "Phone 9")
  assert.equal(found?.ip, ip)
  assert.equal((await end(accessToken, `/auth/sessions/${found?.id}`)).status, 204)
  assert.deepEqual([await isIn(phone.accessToken), await isIn(tablet.accessToken)], [false, true])
  assert.equal((await house.call("POST", "/auth/refresh", { body: { refreshToken: phone.refreshToken } })).status, 401)
  assert.equal((await end(accessToken, `/auth/sessions/${found?.id}`)).status, 404)
  assert.equal((await end(accessToken, "/auth/sessions")).status, 204)
  assert.deepEqual([await isIn(accessToken), await isIn(tablet.accessToken)], [true, false])
  const [left, ...others] = (await list(accessToken)).body.data
  assert.deepEqual([left?.current, others.length], [true, 0])
  assert.deepEqual(
    (await house.eventsOf(found?.id ?? "")).map(({ name, data }) => [name, (data as { reason?: string }).reason]),
    [
      ["session.started", undefined],
      ["session.ended", "revoked"],
    ],
  )
  assert.equal((await end(accessToken, `/auth/sessions/${left?.id}`)).status, 204, "one's own too")
  assert.equal(await isIn(accessToken), false)
})

test("a stranger's session is as one that never was", async () => {
  const [owner, stranger] = [await house.signedIn(), await house.signedIn()]
  const [session] = (await list(owner.accessToken)).body.data
  const [known, unknown] = [
    await end(stranger.accessToken, `/auth/sessions/${session?.id}`),
    await end(stranger.accessToken, `/auth/sessions/${newId()}`),
  ]
  assert.equal(known.status, 404)
  assert.deepEqual(known.body, unknown.body)
  assert.equal(await isIn(owner.accessToken), true)
})

test("administrators see and end anyone's sessions, nobody else does", async () => {
  const [admin, person] = [await house.signedIn("admin"), await house.signedIn("agent")]
  for (const role of ["employee", "agent", "manager"] as const) {
    const { accessToken } = await house.signedIn(role)
    assert.equal((await list(accessToken, `/users/${person.id}/sessions`)).status, 403)
    assert.equal((await end(accessToken, `/users/${person.id}/sessions`)).status, 403)
  }
  const { body } = await list(admin.accessToken, `/users/${person.id}/sessions`)
  assert.deepEqual(
    body.data.map(({ current }) => current),
    [false],
  )
  assert.equal((await end(admin.accessToken, `/users/${person.id}/sessions`)).status, 204)
  assert.deepEqual([await isIn(person.accessToken), await isIn(admin.accessToken)], [false, true])
  assert.equal((await list(admin.accessToken, `/users/${newId()}/sessions`)).status, 404)
  assert.equal((await end(admin.accessToken, `/users/${newId()}/sessions`)).status, 404)
})
