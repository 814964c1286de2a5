import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { loadPrincipal } from "#modules/identity"
import { noOrigin } from "#platform/context"
import { DomainError } from "#platform/errors"
import { reading } from "#platform/transact"
import { createProject, mayWatchProject, projectDirectory, projectOf, takeNumber, takeNumbers, visibleProjects } from "./index.ts"
import { openSmallHouse, type SmallHouse } from "./test-house.ts"

let house: SmallHouse
before(async () => {
  house = await openSmallHouse()
})
after(() => house.close())

const refused = (code: string) => (error: unknown) => error instanceof DomainError && error.code === code

describe("ticket numbers", () => {
  test("thirty at once are distinct and without a gap, from 1001 on", async () => {
    const { id } = await house.create(house.people.admin, { key: "NUM" })
    const taken = await Promise.all(Array.from({ length: 30 }, () => house.asSystem((ctx) => takeNumber(ctx, id))))
    const expected = Array.from({ length: 30 }, (_, at) => 1001 + at)
    assert.deepEqual(taken.map(({ number }) => number).sort(), expected)
    assert.deepEqual(
      taken.map(({ key }) => key).sort(),
      expected.map((number) => `NUM-${number}`),
    )
  })

  test("a batch is one range, and what is rolled back leaves no gap", async () => {
    const { id } = await house.create(house.people.admin, { key: "NUMB" })
    const numbers = (count: number) => house.asSystem(async (ctx) => (await takeNumbers(ctx, id, count)).map(({ number }) => number))
    assert.deepEqual(await numbers(3), [1001, 1002, 1003])
    await assert.rejects(
      house.asSystem(async (ctx) => {
        await takeNumbers(ctx, id, 500)
        throw new Error("not after all")
      }),
    )
    assert.deepEqual(await numbers(2), [1004, 1005])
  })

  test("a frozen project gives none until it is opened again, a deleted one never", async () => {
    const { admin } = house.people
    const { id } = await house.create(admin, { key: "NUMC" })
    const take = () => house.asSystem((ctx) => takeNumber(ctx, id))
    const status = (to: string) => house.call(admin, "PATCH", "/projects/NUMC", { status: to })
    await status("completed")
    await assert.rejects(take, refused("E_PROJECT_FROZEN"))
    await status("active")
    assert.equal((await take()).key, "NUMC-1001")
    await house.call(admin, "DELETE", "/projects/NUMC")
    await assert.rejects(take, refused("E_PROJECT_NOT_FOUND"))
    await assert.rejects(
      house.asSystem((ctx) => takeNumber(ctx, house.people.admin)),
      refused("E_PROJECT_NOT_FOUND"),
    )
  })
})

/** The events that this process has heard once reach it a second time through the log; afterwards its memory stays as it is. */
async function settled() {
  for (;;) {
    const before = await projectDirectory(house.reading())
    await sleep(150)
    if ((await projectDirectory(house.reading())) === before) return before
  }
}

describe("the directory", () => {
  test("knows every project by id and by key, and the default desk", async () => {
    const made = await house.create(house.people.admin, {
      key: "DIRA",
      kind: "work",
      workloadLimit: 7,
      blockers: "warn",
      singleAssignee: true,
    })
    const directory = await projectDirectory(house.reading())
    const entry = directory.byId.get(made.id)
    assert.ok(entry)
    assert.equal(directory.byKey.get("DIRA"), entry)
    assert.deepEqual(
      [entry.kind, entry.workloadLimit, entry.blockers, entry.singleAssignee, entry.status],
      ["work", 7, "warn", true, "active"],
    )
    assert.deepEqual([...entry.types], made.types)
    assert.deepEqual(Object.fromEntries(entry.workflows), made.workflows)
    assert.equal(directory.default?.key, "HELP")
  })

  test("is the same object while nothing changes, and right at once when something does", async () => {
    const { admin } = house.people
    await house.create(admin, { key: "DIRB" })
    const before = await settled()
    assert.equal(await projectDirectory(house.reading()), before)
    await house.call(admin, "PATCH", "/projects/DIRB", { name: "Renamed" })
    assert.equal((await projectDirectory(house.reading())).byKey.get("DIRB")?.name, "Renamed")
    await house.call(admin, "DELETE", "/projects/DIRB")
    assert.equal((await projectDirectory(house.reading())).byKey.has("DIRB"), false)
    await assert.rejects(projectOf(house.reading(), "DIRB"), refused("E_PROJECT_NOT_FOUND"))
  })

  test("asks the database for what another process may just have made", async () => {
    const { db } = house.reading()
    await settled()
    await db
      .insertInto("projects")
      .values({ id: "01900000-0000-7000-8000-000000000001", key: "ELSE", name: "Elsewhere", kind: "desk" })
      .execute()
    assert.ok(!(await projectDirectory(house.reading())).byKey.has("ELSE"))
    assert.equal((await projectOf(house.reading(), "else")).name, "Elsewhere")
    assert.equal((await projectDirectory(house.reading())).byKey.get("ELSE")?.name, "Elsewhere")
  })

  test("a transaction sees its own change, and nobody else does if it fails", async () => {
    await assert.rejects(
      house.asSystem(async (ctx) => {
        const { id } = await createProject(ctx, { key: "GHOST", name: "Never was", kind: "desk" })
        assert.equal((await projectOf(ctx, "GHOST")).id, id)
        throw new Error("not after all")
      }),
      /not after all/,
    )
    assert.equal((await projectDirectory(house.reading())).byKey.has("GHOST"), false)
  })

  test("what a person sees and may follow, by their standing", async () => {
    const { admin, employee } = house.people
    const secret = await house.create(admin, { key: "DIRC", kind: "work" })
    const desk = await house.create(admin, { key: "DIRD" })
    const seen = async () => {
      const actor = await loadPrincipal(house.runtime, employee)
      const keys = (await visibleProjects(reading(house.runtime, actor, noOrigin))).map(({ key }) => key)
      const follows = await Promise.all([secret.id, desk.id, employee].map((id) => mayWatchProject(house.runtime, actor, id)))
      return { secret: keys.includes("DIRC"), desk: keys.includes("DIRD"), follows }
    }
    assert.deepEqual(await seen(), { secret: false, desk: true, follows: [false, true, false] })
    await house.call(admin, "POST", "/projects/DIRC/members", { userId: employee, role: "viewer" })
    assert.deepEqual(await seen(), { secret: true, desk: true, follows: [true, true, false] })
  })
})
