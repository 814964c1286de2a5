import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { Category, Department, Team } from "@docket/contract/organization"
import type { ListOf } from "@docket/contract/shapes"
import { loadPrincipal } from "#modules/identity"
import { noOrigin } from "#platform/context"
import { DomainError } from "#platform/errors"
import { newId } from "#platform/ids"
import { transact } from "#platform/transact"
import { openSmallHouse, type SmallHouse } from "../projects/test-house.ts"
import {
  addTeamMember,
  addTeamMembers,
  categoriesNamed,
  createCategory,
  createDepartment,
  createTeam,
  departmentsNamed,
  nameHead,
  organizationNames,
  teamsNamed,
} from "./index.ts"

let house: SmallHouse
before(async () => {
  house = await openSmallHouse()
})
after(() => house.close())

const refused = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code
const listed = async <T>(path: string) => (await house.call<ListOf<T>>(house.people.employee, "GET", path)).body
const eventNames = async (id: string) => (await house.eventsOf(id)).map(({ name, data }) => [name, data])

describe("lists", () => {
  test("everyone who is signed in reads them, by name; nobody else does", async () => {
    const head = await house.person("Hanna Head")
    await house.asSystem(async (ctx) => {
      const sales = await createDepartment(ctx, { name: "sales", description: "They sell" })
      await createDepartment(ctx, { name: "Engineering", headId: head })
      const team = await createTeam(ctx, { name: "Network Team", departmentId: sales, leadId: head })
      const network = await createCategory(ctx, { name: "Network", teamId: team })
      await createCategory(ctx, { name: "VPN", parentId: network })
    })
    const departments = await listed<Department>("/departments?count=true")
    assert.deepEqual(
      [departments.data.map(({ name }) => name), departments.total, departments.nextCursor],
      [["Engineering", "sales"], 2, null],
    )
    assert.deepEqual([departments.data[0]?.head, departments.data[1]?.head], [{ id: head, name: "Hanna Head" }, null])
    assert.equal(departments.data[1]?.description, "They sell")
    const [team] = (await listed<Team>("/teams")).data
    assert.deepEqual([team?.name, team?.departmentId, team?.lead?.name], ["Network Team", departments.data[1]?.id, "Hanna Head"])
    const [network, vpn] = (await listed<Category>("/categories")).data
    assert.deepEqual([network?.parentId, network?.teamId, vpn?.parentId, vpn?.teamId], [null, team?.id, network?.id, null])

    const first = await listed<Department>("/departments?limit=1")
    const second = await listed<Department>(`/departments?limit=1&cursor=${first.nextCursor}`)
    assert.deepEqual([first.data[0]?.name, second.data[0]?.name, second.nextCursor], ["Engineering", "sales", null])
    for (const path of ["/departments", "/teams", "/categories"]) {
      assert.equal((await house.call(undefined, "GET", path)).status, 401)
      assert.equal((await house.call(house.people.admin, "GET", `${path}?cursor=xyz`)).status, 400)
      assert.equal((await house.call(house.people.admin, "GET", `${path}?nonsense=1`)).status, 400)
    }
  })
})

describe("making", () => {
  test("a name is taken whatever its case, and nothing is written", async () => {
    await house.asSystem((ctx) => createDepartment(ctx, { name: "Legal" }))
    await assert.rejects(
      house.asSystem((ctx) => createDepartment(ctx, { name: "LEGAL" })),
      refused("E_DEPARTMENT_EXISTS"),
    )
    await house.asSystem((ctx) => createTeam(ctx, { name: "Lawyers" }))
    await assert.rejects(
      house.asSystem((ctx) => createTeam(ctx, { name: "lawyers" })),
      refused("E_TEAM_EXISTS"),
    )
    const contract = await house.asSystem((ctx) => createCategory(ctx, { name: "Contract" }))
    await assert.rejects(
      house.asSystem((ctx) => createCategory(ctx, { name: "contract" })),
      refused("E_CATEGORY_EXISTS"),
    )
    const sub = await house.asSystem((ctx) => createCategory(ctx, { name: "Contract", parentId: contract }))
    for (const parentId of [sub, newId()])
      await assert.rejects(
        house.asSystem((ctx) => createCategory(ctx, { name: "Deeper", parentId })),
        refused("E_VALIDATION_ERROR"),
      )
  })

  test("only who manages the organisation may", async () => {
    const as = async <T>(who: string, action: Parameters<typeof transact<T>>[3]) =>
      transact(house.runtime, await loadPrincipal(house.runtime, who), noOrigin, action)
    for (const who of [house.people.employee, house.people.agent]) {
      await assert.rejects(
        as(who, (ctx) => createDepartment(ctx, { name: "Mine" })),
        refused("E_AUTH_INSUFFICIENT_PERMISSIONS"),
      )
      await assert.rejects(
        as(who, (ctx) => teamsNamed(ctx, ["Mine"])),
        refused("E_AUTH_INSUFFICIENT_PERMISSIONS"),
      )
      await assert.rejects(
        as(who, (ctx) => addTeamMember(ctx, newId(), who)),
        refused("E_AUTH_INSUFFICIENT_PERMISSIONS"),
      )
    }
    assert.ok(await as(house.people.manager, (ctx) => createDepartment(ctx, { name: "Facilities" })))
  })

  test("a head is named and changed", async () => {
    const [one, two] = [await house.person("One"), await house.person("Two")]
    const id = await house.asSystem((ctx) => createDepartment(ctx, { name: "Finance", headId: one }))
    await house.asSystem((ctx) => nameHead(ctx, id, two))
    await house.asSystem((ctx) => nameHead(ctx, id, two))
    assert.deepEqual(await eventNames(id), [
      ["department.created", { name: "Finance" }],
      ["department.updated", { changes: { headId: [one, two] } }],
    ])
    assert.deepEqual((await house.eventsOf(id)).at(-1)?.audience, [one, two])
    await assert.rejects(
      house.asSystem((ctx) => nameHead(ctx, newId(), one)),
      refused("E_DEPARTMENT_NOT_FOUND"),
    )
  })

  test("people join teams once", async () => {
    const team = await house.asSystem((ctx) => createTeam(ctx, { name: "Hardware Team" }))
    const [one, two] = [await house.person("One"), await house.person("Two")]
    await house.asSystem((ctx) => addTeamMember(ctx, team, one, "lead"))
    await house.asSystem((ctx) =>
      addTeamMembers(
        ctx,
        [one, two].map((userId) => ({ teamId: team, userId })),
      ),
    )
    assert.deepEqual((await eventNames(team)).slice(1), [
      ["team.member_added", { userId: one, role: "lead" }],
      ["team.member_added", { userId: two, role: "member" }],
    ])
    assert.deepEqual((await loadPrincipal(house.runtime, two)).teamIds, [team])
  })
})

describe("finding or making by name", () => {
  test("answers ids in the order of the names, makes each once, and nothing the second time", async () => {
    const wanted = ["Group B", "group a", "Group A", "Group B"]
    const first = await house.asSystem((ctx) => teamsNamed(ctx, wanted, { imported: true }))
    assert.equal(new Set(first).size, 2)
    assert.deepEqual([first[0], first[1]], [first[3], first[2]])
    for (const id of new Set(first)) assert.equal((await eventNames(id)).length, 1)
    assert.deepEqual((await eventNames(first[0]!))[0], ["team.created", { name: "Group B", imported: true }])
    assert.deepEqual(await house.asSystem((ctx) => teamsNamed(ctx, wanted)), first)
    for (const id of new Set(first)) assert.equal((await eventNames(id)).length, 1)
    assert.deepEqual(await house.asSystem((ctx) => departmentsNamed(ctx, [])), [])
    assert.equal((await house.asSystem((ctx) => departmentsNamed(ctx, ["Ärzte", "x'); drop table teams; --", "100%_"]))).length, 3)
  })

  test("sub-categories are named within their category", async () => {
    const [one, two] = await house.asSystem((ctx) => categoriesNamed(ctx, [{ name: "Category 1" }, { name: "Category 2" }]))
    const wanted = [{ name: "Sub", parentId: one }, { name: "Sub", parentId: two }, { name: "sub", parentId: one }, { name: "Category 1" }]
    const ids = await house.asSystem((ctx) => categoriesNamed(ctx, wanted))
    assert.deepEqual([ids[0] === ids[2], ids[0] === ids[1], ids[3]], [true, false, one])
  })

  test("imports at the same time make each once", async () => {
    const names = Array.from({ length: 30 }, (_, at) => `Parallel ${at}`)
    const all = await Promise.all([names, [...names].reverse()].map((some) => house.asSystem((ctx) => teamsNamed(ctx, some))))
    assert.deepEqual(all[0], [...all[1]!].reverse())
  })
})

describe("names from memory", () => {
  test("departments, teams and categories by id; a sub-category with its category, routed to its own team or its category's", async () => {
    const made = await house.asSystem(async (ctx) => {
      const department = await createDepartment(ctx, { name: "Research" })
      const [near, far] = await teamsNamed(ctx, ["Near", "Far"])
      const email = await createCategory(ctx, { name: "Email", teamId: near })
      const spam = await createCategory(ctx, { name: "Spam", parentId: email })
      const quota = await createCategory(ctx, { name: "Quota", parentId: email, teamId: far })
      // the transaction itself already knows them
      assert.equal((await organizationNames(ctx)).category(spam).category?.name, "Email")
      return { department, near, far, email, spam, quota }
    })
    const names = await organizationNames(house.reading())
    assert.deepEqual(names.departments.get(made.department), { id: made.department, name: "Research" })
    assert.equal(names.teams.get(made.near!)?.name, "Near")
    const email = { id: made.email, name: "Email" }
    assert.deepEqual(names.category(made.email), { category: email, subcategory: null })
    assert.deepEqual(names.category(made.spam), { category: email, subcategory: { id: made.spam, name: "Spam" } })
    for (const unknown of [null, newId()]) assert.deepEqual(names.category(unknown), { category: null, subcategory: null })
    assert.deepEqual([made.email, made.spam, made.quota, null].map(names.teamOfCategory), [made.near, made.near, made.far, null])
    assert.deepEqual([names.offers("team", made.near!), names.offers("team", made.department)], [true, false])
  })

  test("what was rolled back is not remembered", async () => {
    await organizationNames(house.reading())
    let ghost = ""
    await assert.rejects(
      house.asSystem(async (ctx) => {
        ghost = await createDepartment(ctx, { name: "Ghosts" })
        assert.ok((await organizationNames(ctx)).departments.has(ghost))
        throw new Error("not after all")
      }),
    )
    assert.ok(!(await organizationNames(house.reading())).departments.has(ghost))
  })
})
