import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { Project, ProjectMember } from "@docket/contract/projects"
import type { ListOf } from "@docket/contract/shapes"
import { newId } from "#platform/ids"
import { openSmallHouse, type SmallHouse } from "./test-house.ts"

let house: SmallHouse
let admin: string
before(async () => {
  house = await openSmallHouse()
  admin = house.people.admin
})
after(() => house.close())

const get = (as: string, key: string) => house.call<Project>(as, "GET", `/projects/${key}`)
const put = (as: string, key: string, userId: string, role: string) =>
  house.call<ProjectMember>(as, "POST", `/projects/${key}/members`, { userId, role })
const remove = (as: string, key: string, userId: string) => house.call(as, "DELETE", `/projects/${key}/members/${userId}`)
const members = (as: string, key: string, query = "") => house.call<ListOf<ProjectMember>>(as, "GET", `/projects/${key}/members${query}`)

describe("who sees a project", () => {
  const seenBy: Record<string, string[]> = {
    OPEN: ["admin", "manager", "agent", "employee", "member"],
    SHUT: ["admin", "manager", "member"],
    WORK: ["admin", "manager", "member"],
  }
  const people: Record<string, string> = {}
  before(async () => {
    Object.assign(people, house.people, { member: await house.person("Mia Member") })
    await house.create(admin, { key: "OPEN" })
    await house.create(admin, { key: "SHUT", restricted: true })
    await house.create(admin, { key: "WORK", kind: "work" })
    for (const key of ["SHUT", "WORK"]) await put(admin, key, people.member!, "viewer")
  })

  test("an open desk everyone, anything else its members, managers and administrators; the rest learns nothing of it", async () => {
    for (const [key, seeing] of Object.entries(seenBy))
      for (const [who, id] of Object.entries(people)) {
        const sees = seeing.includes(who)
        const { status, body } = await get(id, key)
        assert.equal(status, sees ? 200 : 404, `${who} ${key}`)
        if (!sees) assert.deepEqual([body.error, body.details], ["E_PROJECT_NOT_FOUND", {}])
        const listed = (await house.call<ListOf<Project>>(id, "GET", `/projects?q=${key}&count=true`)).body
        assert.deepEqual([listed.data.map((project) => project.key), listed.total], sees ? [[key], 1] : [[], 0], `${who} ${key}`)
        assert.equal((await members(id, key)).status, sees ? 200 : 404)
        assert.equal(
          (await put(id, key, id, "manager")).status,
          !sees ? 404 : ["admin", "manager"].includes(who) ? 201 : 403,
          `${who} ${key}`,
        )
        if (sees && ["admin", "manager"].includes(who)) await remove(admin, key, id)
      }
  })

  test("a restriction takes effect with the next request", async () => {
    const { employee } = house.people
    await house.call(admin, "PATCH", "/projects/OPEN", { restricted: true })
    assert.equal((await get(employee, "OPEN")).status, 404)
    await put(admin, "OPEN", employee, "member")
    assert.deepEqual([(await get(employee, "OPEN")).body.myRole, (await get(employee, "OPEN")).body.can], ["member", ["createTicket"]])
    await remove(admin, "OPEN", employee)
    assert.equal((await get(employee, "OPEN")).status, 404)
  })
})

describe("members", () => {
  let key = 0
  const open = async (body: object = {}) => (await house.create(admin, { key: `MEM${++key}`, kind: "work", ...body })).key

  test("are added, change their role and are removed; each is an event that names them", async () => {
    const project = await open()
    const userId = await house.person("Dora Developer")
    const added = await put(admin, project, userId, "developer")
    assert.deepEqual([added.status, added.body], [201, { userId, name: "Dora Developer", role: "developer" }])
    assert.equal((await put(admin, project, userId, "developer")).status, 201, "the same again is no change")
    assert.equal((await put(admin, project, userId, "product_owner")).body.role, "product_owner")
    assert.equal((await remove(admin, project, userId)).status, 204)
    const { id } = (await get(admin, project)).body
    const events = (await house.eventsOf(id)).filter(({ data }) => (data as { userId?: string }).userId === userId)
    assert.deepEqual(
      events.map(({ name, data }) => [name, data]),
      [
        ["project.member_added", { userId, role: "developer" }],
        ["project.member_changed", { userId, role: "product_owner", was: "developer" }],
        ["project.member_removed", { userId }],
      ],
    )
    for (const { audience } of events) assert.deepEqual(audience, [id, userId])
  })

  test("are listed by name, a page at a time", async () => {
    const project = await open()
    for (const name of ["carl", "Bea", "Dan"]) await put(admin, project, await house.person(name), "member")
    const first = (await members(admin, project, "?limit=3&count=true")).body
    assert.deepEqual([first.data.map(({ name }) => name), first.total], [["Ada Admin", "Bea", "carl"], 4])
    const rest = (await members(admin, project, `?limit=3&cursor=${first.nextCursor}`)).body
    assert.deepEqual([rest.data.map(({ name, role }) => [name, role]), rest.nextCursor], [[["Dan", "member"]], null])
  })

  test("twenty at once add one person once", async () => {
    const project = await open()
    const userId = await house.person("Much Wanted")
    const replies = await Promise.all(Array.from({ length: 20 }, () => put(admin, project, userId, "member")))
    assert.ok(replies.every(({ status }) => status === 201))
    const { id } = (await get(admin, project)).body
    const added = (await house.eventsOf(id)).filter(
      ({ name, data }) => name === "project.member_added" && (data as { userId: string }).userId === userId,
    )
    assert.equal(added.length, 1)
  })

  test("only people with an active account are added; unknown ones, projects and memberships are 404", async () => {
    const project = await open()
    for (const status of ["disabled", "pending", "rejected"]) {
      const reply = await put(admin, project, await house.person("Not Here", "employee", status), "member")
      assert.deepEqual([reply.status, reply.body.details?.fields?.[0]?.path], [400, "userId"])
    }
    const { employee } = house.people
    assert.deepEqual(
      [(await put(admin, project, newId(), "member")).status, (await put(admin, project, newId(), "member")).body.error],
      [404, "E_USER_NOT_FOUND"],
    )
    for (const nowhere of ["NOWHERE", newId()]) {
      assert.equal((await put(admin, nowhere, employee, "member")).body.error, "E_PROJECT_NOT_FOUND")
      assert.equal((await members(admin, nowhere)).body.error, "E_PROJECT_NOT_FOUND")
      assert.equal((await remove(admin, nowhere, employee)).body.error, "E_PROJECT_NOT_FOUND")
    }
    assert.equal((await remove(admin, project, employee)).body.error, "E_PROJECT_MEMBER_NOT_FOUND")
    assert.equal((await put(admin, project, "me", "member")).status, 400)
    assert.equal((await put(admin, project, employee, "owner")).status, 400)
    assert.equal(
      (await house.call(admin, "POST", `/projects/${project}/members`, { userId: employee, role: "member", name: "x" })).status,
      400,
    )
  })

  test("the project's own manager decides about them, and loses the project with the membership", async () => {
    const lead = await house.person("Lena Lead")
    const project = await open({ managerId: lead })
    const someone = await house.person("Some One")
    assert.equal((await put(lead, project, someone, "developer")).status, 201)
    assert.equal((await put(someone, project, someone, "manager")).status, 403)
    assert.equal((await remove(someone, project, lead)).status, 403)
    assert.equal((await remove(lead, project, someone)).status, 204)

    assert.equal((await remove(admin, project, lead)).status, 204)
    assert.equal((await get(lead, project)).status, 404)
    assert.equal((await get(admin, project)).body.manager, null)
  })

  test("a new manager belongs to the project, and a product owner who becomes it stays product owner", async () => {
    const project = await open()
    const [owner, other] = [await house.person("Olga Owner"), await house.person("Otto Other")]
    await put(admin, project, owner, "product_owner")
    const lead = async (managerId: string) => (await house.call<Project>(admin, "PATCH", `/projects/${project}`, { managerId })).status
    assert.deepEqual(
      [await lead(owner), (await get(owner, project)).body.myRole, (await get(owner, project)).body.can.includes("edit")],
      [200, "product_owner", true],
    )
    assert.deepEqual([await lead(other), (await get(other, project)).body.myRole], [200, "manager"])
    assert.ok(!(await get(owner, project)).body.can.includes("edit"))
  })

  test("access is taken away from a frozen project too", async () => {
    const project = await open()
    const userId = await house.person("Con Tractor")
    await put(admin, project, userId, "member")
    await house.call(admin, "PATCH", `/projects/${project}`, { status: "completed" })
    assert.equal((await put(admin, project, userId, "developer")).body.error, "E_PROJECT_FROZEN")
    assert.equal((await remove(admin, project, userId)).status, 204)
  })
})
