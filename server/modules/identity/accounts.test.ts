import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Invitation } from "@docket/contract/accounts"
import type { Me, Tokens, User } from "@docket/contract/identity"
import { newId } from "#platform/ids"
import { type IdentityHouse, openIdentityHouse, password } from "./test-house.ts"

let house: IdentityHouse
let admin: Awaited<ReturnType<IdentityHouse["signedIn"]>>
before(async () => {
  house = await openIdentityHouse({ PUBLIC_URL: "https://docket.example.org" })
  await house.ready
  admin = await house.signedIn("admin", { fullName: "Admin Zero" })
})
after(() => house.close())

const decide = (id: string, verdict: "approve" | "reject", given: { body?: object; as?: string; method?: string } = {}) =>
  house.call<User>(given.method ?? "POST", `/users/${id}/${verdict}`, {
    as: given.as ?? admin.accessToken,
    ...(given.body && { body: given.body }),
  })
const signIn = (email: string) => house.call<Tokens>("POST", "/auth/login", { body: { email, password } })
const codeOf = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error]
const namesOf = async (id: string) => (await house.eventsOf(id)).map(({ name }) => name)

test("whoever waits is approved, told so, and may sign in; doing it again changes nothing", async () => {
  const { id, email } = await house.person("employee", { status: "pending" })
  assert.deepEqual(codeOf(await signIn(email)), [403, "E_AUTH_PENDING_APPROVAL"])
  const approved = await decide(id, "approve")
  assert.deepEqual([approved.status, approved.body.status, approved.body.version], [200, "approved", 2])
  assert.equal((await signIn(email)).status, 200)
  assert.deepEqual([(await decide(id, "approve", { method: "PATCH" })).body.version], [2])
  assert.deepEqual(
    (await namesOf(id)).filter((name) => name?.startsWith("user.")),
    ["user.created", "user.updated", "user.approved"],
  )
  assert.match((await house.lettersTo(email, 1))[0]?.text ?? "", /https:\/\/docket\.example\.org\/sign-in/)
})

test("whoever is rejected is told why, and may still be approved later", async () => {
  const { id, email } = await house.person("employee", { status: "pending" })
  const rejected = await decide(id, "reject", { body: { reason: "Nobody of that name\r\nBcc: x@example.org" } })
  assert.deepEqual([rejected.status, rejected.body.status], [200, "rejected"])
  assert.deepEqual(codeOf(await signIn(email)), [403, "E_AUTH_ACCOUNT_REJECTED"])
  const [mail] = await house.lettersTo(email, 1)
  assert.ok(mail?.text.includes("Nobody of that name") && !/[\r\n]/.test(mail.subject))
  assert.equal((await decide(id, "reject", { method: "PATCH" })).body.version, 2)
  assert.equal((await house.call<User>("PATCH", `/users/${id}`, { as: admin.accessToken, body: { status: "approved" } })).status, 200)
  assert.equal((await signIn(email)).status, 200)
  assert.deepEqual(codeOf(await decide(id, "reject")), [409, "E_USER_NOT_PENDING"])
})

test("nobody decides who may not, nor about who is not there, nor about who is disabled", async () => {
  const { id } = await house.person("employee", { status: "pending" })
  const manager = await house.signedIn("manager")
  for (const verdict of ["approve", "reject"] as const) {
    assert.equal((await decide(id, verdict, { as: manager.accessToken })).status, 403)
    assert.deepEqual(codeOf(await decide(newId(), verdict)), [404, "E_USER_NOT_FOUND"])
  }
  assert.equal((await decide(id, "reject", { body: { reason: " " } })).status, 400)
  assert.equal((await decide(id, "reject", { body: { role: "admin" } })).status, 400)
  const disabled = await house.person("employee", { status: "disabled" })
  assert.equal((await decide(disabled.id, "approve")).status, 409)
  assert.equal((await decide(disabled.id, "reject")).status, 409)
})

test("of two who decide at once one verdict holds, and one letter goes out", async () => {
  const { id, email } = await house.person("employee", { status: "pending" })
  const replies = await Promise.all([decide(id, "approve"), decide(id, "approve"), decide(id, "approve")])
  assert.deepEqual(
    replies.map(({ status, body }) => [status, body.version]),
    [1, 2, 3].map(() => [200, 2]),
  )
  assert.equal((await house.lettersTo(email, 1)).length, 1)
})

test("the addresses of old answer as the new ones do", async () => {
  const made = await house.call<User>("POST", "/admin/users", {
    as: admin.accessToken,
    body: { email: "old@example.org", fullName: "Old Way", role: "employee", password },
  })
  assert.equal(made.status, 201)
  const found = await house.call<{ data: User[] }>("GET", "/admin/users?q=old@example.org", { as: admin.accessToken })
  assert.deepEqual(
    found.body.data.map(({ id }) => id),
    [made.body.id],
  )
  assert.equal((await house.call("DELETE", `/admin/users/${made.body.id}`, { as: admin.accessToken })).status, 204)
  assert.deepEqual(codeOf(await signIn("old@example.org")), [403, "E_AUTH_ACCOUNT_DISABLED"])
  assert.equal((await house.call("GET", "/admin/users", { as: (await house.signedIn()).accessToken })).status, 403)
})

type Invited = Invitation & { link?: string }
const invite = (body: object, as = admin.accessToken) => house.call<Invited>("POST", "/invitations", { as, body })
const tokenOf = ({ body }: { body: Invited }) => body.link?.split("#")[1] ?? ""
const show = (token: string) => house.call<{ email: string; role: string }>("GET", `/auth/invitations/${token}`)
const accept = (token: string, more: object = {}) =>
  house.call<Tokens>("POST", "/auth/accept-invitation", { body: { token, fullName: "New Comer", password, ...more } })
const openOnes = async () =>
  (await house.call<{ data: Invitation[] }>("GET", "/invitations?limit=100", { as: admin.accessToken })).body.data.map(({ email }) => email)

test("an invitation makes one account, of the role that it says", async () => {
  const email = "agent.new@example.org"
  const invited = await invite({ email, role: "agent" })
  assert.deepEqual([invited.status, invited.body.invitedBy], [201, { id: admin.id, name: "Admin Zero" }])
  assert.equal(Math.round((Date.parse(invited.body.expiresAt) - Date.now()) / 86_400_000), 7)
  const token = tokenOf(invited)
  const [mail] = await house.lettersTo(email, 1)
  assert.ok(mail?.text.includes(`https://docket.example.org/invitation#${token}`))
  assert.deepEqual((await show(token)).body.role, "agent")
  assert.ok((await openOnes()).includes(email))
  assert.equal((await accept(token, { role: "admin" })).status, 400)
  assert.equal((await accept(token, { password: "agent.new1" })).body.details?.fields?.[0]?.path, "password")
  const replies = await Promise.all([accept(token), accept(token), accept(token)])
  assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 400, 400])
  const { accessToken = "", user } = replies.find(({ status }) => status === 201)?.body ?? {}
  const me = await house.call<Me>("GET", "/auth/me", { as: accessToken })
  assert.deepEqual([me.body.user.role, me.body.user.status, me.body.user.email], ["agent", "approved", email])
  assert.deepEqual([(await show(token)).status, (await openOnes()).includes(email)], [400, false])
  const { rows } = await house.runtime.database.pool.query("select string_agg(e::text, '') as text from events e")
  assert.ok(!rows[0].text.includes(token))
  assert.deepEqual((await namesOf(user?.id ?? "")).slice(0, 1), ["user.created"])
  assert.deepEqual(await namesOf(invited.body.id), ["invitation.created", "invitation.accepted"])
})

test("an invitation that was taken back, replaced, or has expired is worth nothing", async () => {
  const first = await invite({ email: "again@example.org", role: "employee" })
  const second = await invite({ email: "Again@example.org", role: "employee" })
  assert.deepEqual([(await show(tokenOf(first))).status, (await show(tokenOf(second))).status], [400, 200])
  const revoke = (as = admin.accessToken) => house.call("DELETE", `/invitations/${second.body.id}`, { as })
  assert.equal((await revoke((await house.signedIn("manager")).accessToken)).status, 403)
  assert.equal((await revoke()).status, 204)
  assert.deepEqual(codeOf(await revoke()), [404, "E_INVITATION_NOT_FOUND"])
  assert.deepEqual(codeOf(await accept(tokenOf(second))), [400, "E_INVITATION_INVALID"])
  const old = await invite({ email: "late@example.org", role: "employee" })
  await house.runtime.database.pool.query("update invitations set expires_at = now() where id = $1", [old.body.id])
  assert.equal((await accept(tokenOf(old))).status, 400)
})

test("whose inviter is disabled or changes role is not let in", async () => {
  const inviter = await house.signedIn("admin")
  const invited = await invite({ email: "planted@example.org", role: "admin" }, inviter.accessToken)
  assert.equal((await house.call("DELETE", `/users/${inviter.id}`, { as: admin.accessToken })).status, 204)
  assert.equal((await accept(tokenOf(invited))).status, 400)
  assert.deepEqual(await namesOf(invited.body.id), ["invitation.created", "invitation.revoked"])
})

test("only those who manage people invite, and nobody who has an account", async () => {
  for (const role of ["employee", "agent", "manager"] as const) {
    const { accessToken, email } = await house.signedIn(role)
    assert.equal((await invite({ email: "x@example.org", role: "admin" }, accessToken)).status, 403)
    assert.equal((await house.call("GET", "/invitations", { as: accessToken })).status, 403)
    assert.deepEqual(codeOf(await invite({ email: email.toUpperCase(), role: "employee" })), [409, "E_USER_EMAIL_EXISTS"])
  }
  assert.equal((await invite({ email: "y@example.org", role: "employee", departmentId: newId() })).status, 400)
})
