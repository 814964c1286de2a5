import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { EventName } from "@docket/contract/events"
import type { ProjectRole } from "@docket/contract/permissions"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { loadPrincipal } from "./principal.ts"
import { type IdentityHouse, openIdentityHouse } from "./test-house.ts"
import { whoIs } from "./who-is.ts"

let house: IdentityHouse
before(async () => {
  house = await openIdentityHouse()
})
after(() => house.close())

const principal = (accessToken: string) => whoIs(house.runtime, `Bearer ${accessToken}`)
const project = async (kind: "desk" | "work", more: { restricted?: boolean; deleted_at?: string } = {}) => {
  const id = newId()
  await house.kysely
    .insertInto("projects")
    .values({ id, key: `P${id.replaceAll("-", "").slice(-8).toUpperCase()}`, name: "A project", kind, ...more })
    .execute()
  return id
}
const join = (project_id: string, user_id: string, role: ProjectRole) =>
  house.kysely.insertInto("project_members").values({ project_id, user_id, role }).execute()
const sorted = (ids: Iterable<string>) => [...ids].sort()
const tell = (name: EventName, id: string, data: object) => house.act((ctx) => record(ctx, name, { entity: "project", id }, data as never))

test("members read their projects, agents also every open desk; viewers are not staff; deleted projects are nobody's", async () => {
  const gone = { deleted_at: new Date().toISOString() }
  const [open, closed, work, watched, removed] = [
    await project("desk"),
    await project("desk", { restricted: true }),
    await project("work"),
    await project("work"),
    await project("work", gone),
  ]
  const [agent, employee, manager] = [await house.person("agent"), await house.person("employee"), await house.person("manager")]
  await join(watched, agent.id, "viewer")
  await join(removed, employee.id, "developer")
  await join(work, employee.id, "developer")
  await join(closed, employee.id, "member")
  await join(watched, employee.id, "viewer")

  const asAgent = await loadPrincipal(house.runtime, agent.id)
  assert.deepEqual(sorted(asAgent.readableProjects), sorted([open, watched]))
  assert.deepEqual(sorted(asAgent.staffProjects), [open])
  assert.equal(asAgent.seesAll, false)
  const asEmployee = await loadPrincipal(house.runtime, employee.id)
  assert.deepEqual(sorted(asEmployee.readableProjects), sorted([work, closed, watched]))
  assert.deepEqual(sorted(asEmployee.staffProjects), sorted([work, closed]))
  assert.deepEqual(
    [...asEmployee.projects].sort(),
    [
      [closed, "member"],
      [watched, "viewer"],
      [work, "developer"],
    ].sort(),
  )
  assert.deepEqual(sorted(asEmployee.grants), sorted([employee.id, work, closed, watched]))
  const asManager = await loadPrincipal(house.runtime, manager.id)
  assert.equal(asManager.seesAll, true)
  await assert.rejects(loadPrincipal(house.runtime, newId()), { code: "E_USER_NOT_FOUND" })
})

test("grants name the person, their teams, the departments they head, and their own one where the setting says so", async () => {
  const [own, headed, team, dissolved] = [newId(), newId(), newId(), newId()]
  const person = await house.person("employee")
  const gone = new Date().toISOString()
  await house.kysely
    .insertInto("departments")
    .values([
      { id: own, name: "Own" },
      { id: headed, name: "Headed", head_id: person.id },
    ])
    .execute()
  await house.kysely
    .insertInto("teams")
    .values([
      { id: team, name: "Team" },
      { id: dissolved, name: "Dissolved", deleted_at: gone },
    ])
    .execute()
  await house.kysely
    .insertInto("team_members")
    .values([
      { team_id: team, user_id: person.id },
      { team_id: dissolved, user_id: person.id },
    ])
    .execute()
  await house.kysely.updateTable("users").set({ department_id: own }).where("id", "=", person.id).execute()
  const before = await loadPrincipal(house.runtime, person.id)
  assert.deepEqual([before.teamIds, before.headOf, before.departmentId], [[team], [headed], own])
  assert.deepEqual(sorted(before.grants), sorted([person.id, team, headed]))
  await house.kysely.insertInto("settings").values({ key: "departmentTicketsVisible", value: "true" }).execute()
  assert.deepEqual(sorted((await loadPrincipal(house.runtime, person.id)).grants), sorted([person.id, team, headed, own]))
  await house.kysely.deleteFrom("settings").execute()
})

test("the principal is the same object until something about it changes", async () => {
  const { id, accessToken } = await house.signedIn("employee")
  const first = await principal(accessToken)
  assert.equal(await principal(accessToken), first)
  await tell("project.updated", newId(), { changes: {} })
  assert.equal(await principal(accessToken), first)
  const work = await project("work")
  await join(work, id, "developer")
  await tell("project.member_added", work, { userId: id, role: "developer" })
  const second = await principal(accessToken)
  assert.notEqual(second, first)
  assert.equal(second.projects.get(work), "developer")
  assert.equal(second.sessionId, first.sessionId)
})

test("what changed without a word is known after two seconds", async () => {
  const { id, accessToken } = await house.signedIn("employee")
  await principal(accessToken)
  await house.kysely.updateTable("users").set({ security_epoch: 2 }).where("id", "=", id).execute()
  await new Promise((resolve) => setTimeout(resolve, 2100))
  await assert.rejects(principal(accessToken), { code: "E_AUTH_TOKEN_INVALID" })
})

test("callers at the same time share one query, and none is asked while nothing changed", async () => {
  const { accessToken } = await house.signedIn("employee")
  let queries = 0
  const { kysely } = house.runtime.database
  const { executeQuery } = kysely
  const counted = ((query, options) => {
    queries += 1
    return executeQuery.call(kysely, query, options)
  }) as typeof executeQuery
  kysely.executeQuery = counted
  try {
    await Promise.all(Array.from({ length: 20 }, () => principal(accessToken)))
    await principal(accessToken)
  } finally {
    kysely.executeQuery = executeQuery
  }
  assert.equal(queries, 1)
})

test("what happens while the principal is read is not missed", async () => {
  const { id, accessToken } = await house.signedIn("employee")
  const work = await project("work")
  const reading = principal(accessToken)
  await join(work, id, "viewer")
  await tell("project.member_added", work, { userId: id, role: "viewer" })
  await reading
  assert.equal((await principal(accessToken)).projects.get(work), "viewer")
})
