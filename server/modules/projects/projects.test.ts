import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { Project } from "@docket/contract/projects"
import type { ListOf } from "@docket/contract/shapes"
import { createDefinition, presetDefinitions, publish } from "#modules/workflows"
import { newId } from "#platform/ids"
import { changeSettings } from "#platform/settings"
import { typesOf } from "./rules.ts"
import { openSmallHouse, type SmallHouse } from "./test-house.ts"

let house: SmallHouse
let admin: string
let manager: string
before(async () => {
  house = await openSmallHouse()
  admin = house.people.admin
  manager = house.people.manager
})
after(() => house.close())

const post = (as: string, body: object) => house.call<Project>(as, "POST", "/projects", { name: "A project", kind: "desk", ...body })
const patch = (as: string, key: string, body: object, headers?: Record<string, string>) =>
  house.call<Project>(as, "PATCH", `/projects/${key}`, body, headers)
const get = (as: string, key: string) => house.call<Project>(as, "GET", `/projects/${key}`)
const list = (as: string, query = "") => house.call<ListOf<Project>>(as, "GET", `/projects${query}`)
const wrongFields = (body: { details?: { fields?: { path: string }[] } }) => (body.details?.fields ?? []).map(({ path }) => path)
const countProjects = async () => (await house.runtime.database.kysely.selectFrom("projects").select("id").execute()).length

test("the first start makes a default desk for everyone, and only one", async () => {
  const { install } = await import("./index.ts")
  await Promise.all([install(house.runtime), install(house.runtime)])
  const { body } = await get(house.people.employee, "HELP")
  assert.deepEqual(
    [body.name, body.kind, body.default, body.restricted, body.manager, body.myRole],
    ["Help desk", "desk", true, false, null, null],
  )
  assert.deepEqual(body.can, ["createTicket"])
  const { rows } = await house.runtime.database.pool.query("select key from projects where is_default")
  assert.deepEqual(rows, [{ key: "HELP" }])
})

describe("creating", () => {
  test("answers the project with what its creator may do; they manage it and own no product", async () => {
    const reply = await post(manager, {
      key: "APOLLO",
      name: "Apollo",
      kind: "work",
      priority: "urgent",
      startDate: "2026-01-05",
      deadline: "2026-06-30",
      color: "#112233",
    })
    assert.equal(reply.status, 201)
    const made = reply.body
    assert.deepEqual([made.key, made.kind, made.status, made.priority, made.version], ["APOLLO", "work", "active", "critical", 1])
    assert.deepEqual([made.startDate, made.deadline, made.color, made.progress], ["2026-01-05", "2026-06-30", "#112233", 0])
    assert.deepEqual([made.manager, made.myRole], [{ id: manager, name: "Max Manager" }, "manager"])
    assert.deepEqual(made.can, ["edit", "delete", "manageMembers", "createTicket"])
    assert.deepEqual((await get(manager, "apollo")).body, made)
    assert.deepEqual((await house.call(manager, "GET", "/projects/key/APOLLO")).body, made)
    assert.equal((await get(manager, made.id)).headers.etag, '"1"')
    const events = await house.eventsOf(made.id)
    assert.deepEqual(
      events.map(({ name }) => name),
      ["project.created", "project.member_added"],
    )
    assert.deepEqual(events[1]?.audience, [made.id, manager])
  })

  test("every kind offers its types, each with the preset's workflow", async () => {
    const installed = await presetDefinitions(house.reading())
    const desk = await house.create(admin, { key: "DESKA" })
    assert.deepEqual([...desk.types].sort(), [...typesOf.desk].sort())
    assert.deepEqual(new Set(Object.values(desk.workflows)), new Set([installed.get("itsm")]))
    const work = await house.create(admin, { key: "WORKA", kind: "work" })
    assert.deepEqual([...work.types].sort(), [...typesOf.work].sort())
    assert.deepEqual(new Set(Object.values(work.workflows)), new Set([installed.get("agile")]))
    const helpdesk = await house.create(admin, { key: "DESKB", preset: "helpdesk" })
    assert.deepEqual([helpdesk.workflows.request, helpdesk.workflows.task], [installed.get("helpdesk"), installed.get("helpdesk_tasks")])
  })

  test("a type may have a workflow of its own: published, and of a type that is offered", async () => {
    const installed = await presetDefinitions(house.reading())
    const lifecycle = installed.get("lifecycle")
    const made = await house.create(admin, { key: "OWNA", workflows: { incident: lifecycle } })
    assert.deepEqual([made.workflows.incident, made.workflows.request], [lifecycle, installed.get("itsm")])

    const graph = {
      initial: "open",
      statuses: [
        { key: "open", name: "Open", category: "todo" },
        { key: "shut", name: "Shut", category: "done" },
      ],
      transitions: [{ from: "open", to: "shut", name: "Close" }],
    } as const
    const draft = await house.asSystem((ctx) => createDefinition(ctx, { name: "Not yet", graph: structuredClone(graph) as never }))
    const refused = await post(admin, { key: "OWNB", workflows: { incident: draft.id, request: newId() } })
    assert.deepEqual([refused.status, wrongFields(refused.body)], [400, ["workflows.incident", "workflows.request"]])
    assert.deepEqual(wrongFields((await post(admin, { key: "OWNB", workflows: { epic: lifecycle } })).body), ["workflows.epic"])
    await house.asSystem((ctx) => publish(ctx, draft.id))
    assert.equal((await post(admin, { key: "OWNB", workflows: { incident: draft.id } })).status, 201)
  })

  test("names somebody else as manager, who then belongs to it", async () => {
    const lead = await house.person("Lena Lead")
    const made = await house.create(admin, { key: "LEADA", kind: "work", managerId: lead })
    assert.deepEqual(made.manager, { id: lead, name: "Lena Lead" })
    assert.equal((await get(lead, "LEADA")).body.myRole, "manager")
    assert.equal((await house.create(admin, { key: "LEADB", managerId: null })).manager, null)
    const gone = await house.person("Gone", "employee", "disabled")
    for (const managerId of [gone, newId()])
      assert.deepEqual(wrongFields((await post(admin, { key: "LEADC", managerId })).body), ["managerId"])
  })

  test("a key belongs to one project, also among twenty at once, and after the project is gone", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => post(admin, { key: "RACE" })))
    const statuses = replies.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [201, ...Array<number>(19).fill(409)])
    assert.ok(replies.every(({ status, body }) => status === 201 || body.error === "E_PROJECT_KEY_EXISTS"))
    assert.equal((await house.call(admin, "DELETE", "/projects/RACE")).status, 204)
    assert.equal((await post(admin, { key: "RACE" })).body.error, "E_PROJECT_KEY_EXISTS")
  })

  test("only managers and administrators, and by setting only administrators", async () => {
    for (const who of [house.people.agent, house.people.employee]) assert.equal((await post(who, { key: "NOPE" })).status, 403)
    assert.equal((await house.call(undefined, "POST", "/projects", { key: "NOPE", name: "x", kind: "desk" })).status, 401)
    const only = (projectsByAdminsOnly: boolean) => house.asSystem((ctx) => changeSettings(ctx, { projectsByAdminsOnly }))
    await only(true)
    assert.equal((await post(manager, { key: "NOPE" })).status, 403)
    assert.equal((await patch(manager, "APOLLO", { name: "x" })).status, 403)
    assert.equal((await post(admin, { key: "YES" })).status, 201)
    await only(false)
  })

  test("what is wrong is named, and nothing is written", async () => {
    const before = await countProjects()
    const cases: [body: object, fields: string[]][] = [
      [{ key: "lower" }, ["key"]],
      [{ key: "A" }, ["key"]],
      [{ key: "WRONG", name: "   " }, ["name"]],
      [{ key: "WRONG", kind: "else" }, ["kind"]],
      [{ key: "WRONG", startDate: "2026-02-30" }, ["startDate"]],
      [{ key: "WRONG", startDate: "0000-01-01" }, ["startDate"]],
      [{ key: "WRONG", startDate: "2026-02-02", deadline: "2026-02-01" }, ["deadline"]],
      [{ key: "WRONG", workflows: { nonsense: newId() } }, ["workflows.nonsense"]],
      [{ key: "WRONG", colour: "#123456" }, ["colour"]],
      ...["id", "version", "isDefault", "default", "progress", "nextNumber", "createdAt", "deletedAt", "myRole"].map(
        (field): [object, string[]] => [{ key: "WRONG", [field]: 1 }, [field]],
      ),
    ]
    for (const [body, fields] of cases) {
      const reply = await post(admin, body)
      assert.deepEqual([reply.status, reply.body.error, wrongFields(reply.body)], [400, "E_VALIDATION_ERROR", fields])
    }
    assert.equal(await countProjects(), before)
  })
})

describe("changing", () => {
  test("changes what is given and records what really changed", async () => {
    const made = await house.create(admin, { key: "CHA", deadline: "2026-05-01" })
    const { agile } = Object.fromEntries(await presetDefinitions(house.reading()))
    const wanted = { name: "New name", deadline: null, progress: 40, blockers: "warn", priority: "medium", workflows: { request: agile } }
    const { status, body } = await patch(manager, "CHA", wanted)
    assert.equal(status, 200)
    assert.deepEqual([body.name, body.deadline, body.progress, body.blockers, body.version], ["New name", null, 40, "warn", 2])
    assert.deepEqual([body.workflows.request, body.workflows.bug], [agile, made.workflows.bug])
    const last = (await house.eventsOf(made.id)).at(-1)
    assert.deepEqual([last?.name, last?.version], ["project.updated", 2])
    assert.deepEqual(last?.data, {
      changes: {
        name: ["A project", "New name"],
        deadline: ["2026-05-01", null],
        progress: [0, 40],
        blockers: ["refuse", "warn"],
        workflows: [{ request: made.workflows.request }, { request: agile }],
      },
    })
    assert.equal((await house.call<Project>(admin, "PUT", "/projects/CHA", wanted)).body.version, 2, "the same again changes nothing")
  })

  test("a stale version is refused with both, of two at once one wins", async () => {
    const { id } = await house.create(admin, { key: "CHB" })
    const both = await Promise.all(["One", "Two"].map((name) => patch(admin, "CHB", { name }, { "if-match": '"1"' })))
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    const lost = both.find(({ status }) => status === 409)?.body
    assert.deepEqual([lost?.error, lost?.details], ["E_PROJECT_VERSION_CONFLICT", { expected: 1, actual: 2 }])
    assert.equal((await house.call(admin, "DELETE", `/projects/${id}`, undefined, { "if-match": '"1"' })).status, 409)
  })

  test("a completed project is frozen until its status changes", async () => {
    await house.create(admin, { key: "FRZ" })
    const frozen = (await patch(admin, "FRZ", { status: "completed" })).body
    assert.deepEqual(frozen.can, ["edit", "delete", "manageMembers"])
    for (const change of [{ name: "x" }, { status: "completed", progress: 3 }]) {
      const { status, body } = await patch(admin, "FRZ", change)
      assert.deepEqual([status, body.error], [400, "E_PROJECT_FROZEN"])
    }
    const someone = await house.person("Some One")
    const add = () => house.call(admin, "POST", "/projects/FRZ/members", { userId: someone, role: "member" })
    assert.equal((await add()).body.error, "E_PROJECT_FROZEN")
    const opened = await patch(admin, "FRZ", { status: "active", name: "Open again" })
    assert.deepEqual([opened.status, opened.body.name, opened.body.version], [200, "Open again", 3])
    assert.equal((await add()).status, 201)
  })

  test("the start stays before the deadline, whichever of them changes", async () => {
    await house.create(admin, { key: "DAT", startDate: "2026-03-01", deadline: "2026-04-01" })
    assert.deepEqual(wrongFields((await patch(admin, "DAT", { startDate: "2026-04-02" })).body), ["deadline"])
    assert.deepEqual(wrongFields((await patch(admin, "DAT", { deadline: "2026-02-28" })).body), ["deadline"])
    assert.equal((await patch(admin, "DAT", { startDate: "2026-05-01", deadline: "2026-05-01" })).status, 200)
  })

  test("its own manager may, its product owner and members may not", async () => {
    await house.create(admin, { key: "CHC", kind: "work" })
    const roles = ["manager", "product_owner", "developer", "member", "viewer"] as const
    for (const role of roles) {
      const userId = await house.person(role)
      await house.call(admin, "POST", "/projects/CHC/members", { userId, role })
      assert.equal((await patch(userId, "CHC", { description: role })).status, role === "manager" ? 200 : 403, role)
      assert.equal((await house.call(userId, "DELETE", "/projects/CHC")).status, 403, role)
    }
    assert.equal((await get(admin, "CHC")).body.description, "manager")
  })

  test("kind, key and whatever is not a setting cannot be changed", async () => {
    await house.create(admin, { key: "CHD" })
    for (const field of ["kind", "key", "preset", "isDefault", "version", "nextNumber"]) {
      const { status, body } = await patch(admin, "CHD", { [field]: "work" })
      assert.deepEqual([status, wrongFields(body)], [400, [field]])
    }
  })
})

describe("deleting", () => {
  test("puts it away for everyone; the default desk stays, and stays open", async () => {
    const { id } = await house.create(admin, { key: "DEL" })
    assert.equal((await house.call(manager, "DELETE", "/projects/DEL")).status, 204)
    for (const one of ["DEL", id])
      assert.deepEqual([(await get(admin, one)).status, (await get(admin, one)).body.error], [404, "E_PROJECT_NOT_FOUND"])
    assert.ok(!(await list(admin, "?limit=100")).body.data.some((project) => project.id === id))
    assert.equal((await house.call(admin, "DELETE", "/projects/DEL")).status, 404)

    assert.equal((await house.call(admin, "DELETE", "/projects/HELP")).body.error, "E_PROJECT_IS_DEFAULT")
    for (const change of [{ restricted: true }, { status: "completed" }])
      assert.equal((await patch(admin, "HELP", change)).body.error, "E_PROJECT_IS_DEFAULT")
  })
})

describe("listing", () => {
  test("goes by name, a page at a time, filtered and counted", async () => {
    for (const [key, name] of [
      ["LIB", "list beta"],
      ["LIA", "List alpha"],
      ["LIC", 'List "c" 100%'],
    ] as const)
      await house.create(admin, { key, name, status: "planning" })
    const names = async (query: string) => (await list(admin, query)).body.data.map(({ name }) => name)
    assert.deepEqual(await names("?status=planning"), ['List "c" 100%', "List alpha", "list beta"])
    assert.deepEqual(await names("?status=planning&q=ALPHA"), ["List alpha"])
    assert.deepEqual(await names("?status=planning&q=lib"), ["list beta"])
    assert.deepEqual(await names("?q=100%25"), ['List "c" 100%'])
    assert.deepEqual(await names("?q=_ist"), [])
    assert.deepEqual(await names("?status=planning&kind=work"), [])
    assert.deepEqual(await names("?status=planning&limit=2&page=2"), ["list beta"])

    const first = (await list(admin, "?status=planning&limit=1&count=true")).body
    assert.deepEqual([first.data.length, first.total, typeof first.nextCursor], [1, 3, "string"])
    const rest = (await list(admin, `?status=planning&limit=2&cursor=${first.nextCursor}`)).body
    assert.deepEqual([rest.data.map(({ key }) => key), rest.nextCursor], [["LIA", "LIB"], null])
    for (const cursor of [
      "nonsense",
      Buffer.from('["a\\u0000","x"]').toString("base64url"),
      Buffer.from(`["a\\u0000","${newId()}"]`).toString("base64url"),
    ])
      assert.deepEqual(wrongFields((await list(admin, `?cursor=${cursor}`)).body), ["cursor"])
    assert.equal((await list(admin, "?nonsense=1")).status, 400)
  })
})
