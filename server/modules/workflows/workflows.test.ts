import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { ListOf } from "@docket/contract/shapes"
import type { WorkflowDefinition, WorkflowGraph, WorkflowVersion } from "@docket/contract/workflows"
import { newId } from "#platform/ids"
import { graphOf, publishedVersionOf, startingVersions } from "./index.ts"
import { presetKeys } from "./presets.ts"
import { type WorkflowsHouse, workflowsHouse } from "./test-house.ts"

let house: WorkflowsHouse
before(async () => {
  house = await workflowsHouse()
})
after(() => house.close())

const simple: WorkflowGraph = {
  initial: "open",
  statuses: [
    { key: "open", name: "Open", category: "todo" },
    { key: "shut", name: "Shut", category: "done" },
  ],
  transitions: [{ from: "open", to: "shut", name: "Close" }],
}
const wider: WorkflowGraph = { ...simple, transitions: [...simple.transitions, { from: "shut", to: "open", name: "Reopen" }] }
const broken: WorkflowGraph = { ...simple, transitions: [{ from: "open", to: "nowhere", name: "Close" }] }

const as = async <T>(who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
  const answer = await house.request(method, path, { as: who, ...(body !== undefined && { body }), ...(headers && { headers }) })
  return {
    status: answer.status,
    headers: answer.headers,
    body: answer.body as T & { error?: string; details?: { fields?: { path: string }[] } },
  }
}
const create = async (body: object) => {
  const answer = await as<WorkflowDefinition>("admin", "POST", "/workflow-definitions", body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
const change = (id: string, body: object, headers?: Record<string, string>) =>
  as<WorkflowDefinition>("admin", "PATCH", `/workflow-definitions/${id}`, body, headers)
const publish = (id: string) => as<WorkflowDefinition>("admin", "POST", `/workflow-definitions/${id}/publish`)
const eventsOf = (id: string) =>
  house.runtime.database.kysely.selectFrom("events").select(["name", "version", "data"]).where("entity_id", "=", id).orderBy("id").execute()

describe("a definition's life", () => {
  test("a broken draft is kept with its problems and cannot be published", async () => {
    const made = await create({ name: "Broken one", graph: broken })
    assert.deepEqual([made.key, made.published, made.publishedVersion, made.preset, made.version], ["broken_one", null, null, false, 1])
    const paths = made.problems.map(({ path }) => path)
    assert.deepEqual(paths, ["transitions[0].to", "statuses[0]", "statuses[1]"])

    const refused = await publish(made.id)
    assert.deepEqual([refused.status, refused.body.error], [400, "E_VALIDATION_ERROR"])
    assert.deepEqual(refused.body.details?.fields, made.problems)
    assert.deepEqual(
      (await eventsOf(made.id)).map(({ name }) => name),
      ["workflow.created"],
    )
  })

  test("publishing makes a version that later drafts leave alone", async () => {
    const { id } = await create({ name: "Growing", description: "Two steps", graph: simple })
    const first = await publish(id)
    assert.equal(first.status, 200)
    assert.deepEqual([first.body.publishedVersion?.version, first.body.draft, first.body.published], [1, null, simple])
    const firstVersion = first.body.publishedVersion!.id

    const drafted = (await change(id, { graph: wider })).body
    assert.deepEqual([drafted.draft, drafted.published, drafted.publishedVersion?.id], [wider, simple, firstVersion])
    const second = (await publish(id)).body
    assert.deepEqual([second.draft, second.published, second.publishedVersion?.version], [null, wider, 2])

    const version = (await as<WorkflowVersion>("employee", "GET", `/workflow-versions/${firstVersion}`)).body
    assert.deepEqual([version.version, version.graph, version.definitionId, version.definitionName], [1, simple, id, "Growing"])
    assert.deepEqual(await graphOf(house.reading(), firstVersion), simple)
    assert.deepEqual(await startingVersions(house.reading(), [id, newId()]), new Map([[id, second.publishedVersion!.id]]))

    assert.equal(await publishedVersionOf(house.reading(), id), second.publishedVersion!.id)
    await assert.rejects(publishedVersionOf(house.reading(), newId()), /never been published/)

    const events = await eventsOf(id)
    assert.deepEqual(
      events.map(({ name, version: at }) => `${name} ${at}`),
      ["workflow.created 1", "workflow.published 2", "workflow.draft_changed 3", "workflow.published 4"],
    )
    assert.deepEqual(events[3]?.data, { version: 2, versionId: second.publishedVersion!.id })
    assert.equal(second.version, 4)
  })

  test("a draft that says what is published is no draft; a change that changes nothing is not recorded", async () => {
    const { id } = await create({ name: "Back again", graph: simple })
    await publish(id)
    await change(id, { graph: wider })
    const back = (await change(id, { graph: simple })).body
    assert.equal(back.draft, null)
    const same = await change(id, { graph: simple, name: "Back again" })
    assert.deepEqual([same.status, same.body.version], [200, back.version])
    const nothing = await publish(id)
    assert.deepEqual([nothing.status, nothing.body.error], [409, "E_WORKFLOW_NO_DRAFT"])
  })

  test("name and description change without a draft; PUT does the same", async () => {
    const { id } = await create({ name: "Old name", graph: simple })
    await publish(id)
    const { body } = await as<WorkflowDefinition>("admin", "PUT", `/workflow-definitions/${id}`, {
      name: "New name",
      description: "Now described",
    })
    assert.deepEqual([body.name, body.description, body.draft], ["New name", "Now described", null])
    assert.deepEqual((await eventsOf(id)).at(-1)?.data, { fields: ["name", "description"] })
  })

  test("two people publish at once: one version, the other hears that nothing is left to publish", async () => {
    const { id } = await create({ name: "Contended", graph: simple })
    const answers = await Promise.all([publish(id), publish(id), publish(id)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
    for (const { status, body } of answers) if (status === 409) assert.equal(body.error, "E_WORKFLOW_NO_DRAFT")
    const versions = await house.runtime.database.kysely
      .selectFrom("workflow_versions")
      .select("number")
      .where("definition_id", "=", id)
      .execute()
    assert.deepEqual(versions, [{ number: 1 }])
  })

  test("a stale If-Match is refused with both versions and changes nothing", async () => {
    const { id } = await create({ name: "Matched", graph: simple })
    assert.equal((await change(id, { name: "Matched twice" }, { "if-match": '"1"' })).status, 200)
    const stale = await change(id, { name: "Lost" }, { "if-match": '"1"' })
    assert.deepEqual([stale.status, stale.body.error, stale.body.details], [409, "E_WORKFLOW_VERSION_CONFLICT", { given: 1, current: 2 }])
    const kept = await as<WorkflowDefinition>("admin", "GET", `/workflow-definitions/${id}`)
    assert.deepEqual([kept.body.name, kept.headers.etag], ["Matched twice", '"2"'])
  })

  test("a key is unique: chosen twice it is refused, made of a name it is numbered", async () => {
    await create({ key: "chosen", name: "Chosen", graph: simple })
    const twice = await as("admin", "POST", "/workflow-definitions", { key: "chosen", name: "Chosen", graph: simple })
    assert.deepEqual([twice.status, twice.body.error], [409, "E_WORKFLOW_DEFINITION_EXISTS"])
    const sameNames = await Promise.all([1, 2, 3].map(() => create({ name: "Änderung: prüfen!", graph: simple })))
    assert.deepEqual(sameNames.map(({ key }) => key).sort(), ["anderung_prufen", "anderung_prufen-2", "anderung_prufen-3"])
    assert.equal((await create({ name: "変更", graph: simple })).key, "workflow")
  })
})

describe("who sees and does what", () => {
  test("only those who manage workflows change them", async () => {
    const { id } = await create({ name: "Guarded", graph: simple })
    for (const who of ["manager", "agent", "employee"]) {
      assert.equal((await as(who, "POST", "/workflow-definitions", { name: "Mine", graph: simple })).status, 403, who)
      assert.equal((await as(who, "PATCH", `/workflow-definitions/${id}`, { name: "Mine" })).status, 403, who)
      assert.equal((await as(who, "POST", `/workflow-definitions/${id}/publish`)).status, 403, who)
      assert.equal((await as(who, "POST", "/workflow-definitions/validate", simple)).status, 403, who)
    }
    assert.equal((await as("", "GET", "/workflow-definitions")).status, 401)
    assert.deepEqual((await eventsOf(id)).length, 1)
  })

  test("others see published workflows, and no drafts", async () => {
    const { id } = await create({ name: "Hidden until published", graph: simple })
    assert.equal((await as("employee", "GET", `/workflow-definitions/${id}`)).status, 404)
    await publish(id)
    await change(id, { graph: broken })
    const seen = (await as<WorkflowDefinition>("employee", "GET", `/workflow-definitions/${id}`)).body
    assert.deepEqual([seen.published, seen.draft, seen.problems], [simple, null, []])
    const own = (await as<WorkflowDefinition>("admin", "GET", `/workflow-definitions/${id}`)).body
    assert.deepEqual([own.draft, own.problems.length > 0], [broken, true])
  })

  test("what does not exist is 404, what is malformed 400", async () => {
    const unknown = newId()
    for (const [method, path, body] of [
      ["GET", `/workflow-definitions/${unknown}`, undefined],
      ["PATCH", `/workflow-definitions/${unknown}`, { name: "Nothing" }],
      ["POST", `/workflow-definitions/${unknown}/publish`, undefined],
      ["GET", `/workflow-versions/${unknown}`, undefined],
    ] as const) {
      const { status, body: answer } = await as("admin", method, path, body)
      assert.equal(status, 404, `${method} ${path}`)
      assert.match(answer.error ?? "", /^E_WORKFLOW_(DEFINITION|VERSION)_NOT_FOUND$/)
    }
    assert.equal((await as("admin", "GET", "/workflow-definitions/not-an-id")).status, 400)
    assert.equal((await as("admin", "GET", "/workflow-definitions?cursor=abc")).status, 400)
    assert.equal((await as("admin", "POST", "/workflow-definitions", { name: " ", graph: simple })).status, 400)
    assert.equal((await as("admin", "POST", "/workflow-definitions", { name: "X", graph: { ...simple, color: "red" } })).status, 400)
  })

  test("a graph is checked without being kept", async () => {
    assert.deepEqual((await as("admin", "POST", "/workflow-definitions/validate", simple)).body, { valid: true, problems: [] })
    const { body } = await as<{ valid: boolean; problems: { path: string }[] }>("admin", "POST", "/workflow-definitions/validate", broken)
    assert.deepEqual([body.valid, body.problems[0]?.path], [false, "transitions[0].to"])
  })
})

describe("the list", () => {
  test("comes by name, in pages that join without gaps", async () => {
    const list = async (query: string) => (await as<ListOf<WorkflowDefinition>>("admin", "GET", `/workflow-definitions?${query}`)).body
    const all = await list("limit=100&count=true")
    assert.equal(all.total, all.data.length)
    assert.ok(presetKeys.every((preset) => all.data.some(({ key }) => key === preset)))
    const names = all.data.map(({ name }) => name.toLowerCase())
    assert.deepEqual(names, [...names].sort())
    const joined: string[] = []
    let cursor: string | null = ""
    while (cursor !== null) {
      const page: ListOf<WorkflowDefinition> = await list(`limit=4${cursor && `&cursor=${cursor}`}`)
      joined.push(...page.data.map(({ id }) => id))
      cursor = page.nextCursor
    }
    assert.deepEqual(
      joined,
      all.data.map(({ id }) => id),
    )
    assert.deepEqual(
      (await list("limit=4&page=2")).data.map(({ id }) => id),
      joined.slice(4, 8),
    )
  })
})
