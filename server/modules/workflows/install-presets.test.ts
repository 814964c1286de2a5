import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import { newId } from "#platform/ids"
import { changeDraft } from "./change-draft.ts"
import { graphOf, graphsOf, install, presetDefinitions, publish, startingVersions } from "./index.ts"
import { installPresets } from "./install-presets.ts"
import { presetKeys, presetWorkflows } from "./presets.ts"
import { type WorkflowsHouse, workflowsHouse } from "./test-house.ts"

let house: WorkflowsHouse
before(async () => {
  house = await workflowsHouse()
})
after(() => house.close())

describe("presets", () => {
  const versionsOf = (id: string) =>
    house.runtime.database.kysely
      .selectFrom("workflow_versions")
      .select(["id", "number", "graph"])
      .where("definition_id", "=", id)
      .orderBy("number")
      .execute()

  test("are installed once, however often and by however many a start is made", async () => {
    const installed = await presetDefinitions(house.reading())
    assert.deepEqual([...installed.keys()].sort(), [...presetKeys].sort())
    await Promise.all([install(house.runtime), install(house.runtime)])
    assert.deepEqual(await presetDefinitions(house.reading()), installed)
    for (const { key, graph } of presetWorkflows) {
      const versions = await versionsOf(installed.get(key)!)
      assert.deepEqual(
        versions.map(({ number }) => number),
        [1],
        key,
      )
      assert.deepEqual(versions[0]?.graph, JSON.parse(JSON.stringify(graph)), key)
    }
  })

  test("a later release adds a version, and does not take one's own away", async () => {
    const lifecycle = presetWorkflows.find(({ key }) => key === "lifecycle")!
    const later = (name: string) => [
      { ...lifecycle, graph: { ...lifecycle.graph, statuses: lifecycle.graph.statuses.map((s, i) => (i ? s : { ...s, name })) } },
    ]
    const id = (await presetDefinitions(house.reading())).get("lifecycle")!

    for (let start = 0; start < 2; start++) await house.asSystem((ctx) => installPresets(ctx, later("Untouched")))
    await install(house.runtime) // a server of the release before
    const shipped = (await versionsOf(id)).map((version) => version.id)
    assert.equal(shipped.length, 2)
    assert.equal((await startingVersions(house.reading(), [id])).get(id), shipped[1])

    const agile = presetWorkflows.find(({ key }) => key === "agile")!.graph
    const own = await house.asAdmin(async (ctx) => {
      await changeDraft(ctx, id, { graph: agile })
      return publish(ctx, id)
    })
    for (let start = 0; start < 2; start++) await house.asSystem((ctx) => installPresets(ctx, later("Fresh")))
    assert.equal((await versionsOf(id)).length, 4)
    assert.equal((await startingVersions(house.reading(), [id])).get(id), own.publishedVersion?.id)
  })

  test("graphs of many versions are read at once and stay in memory", async () => {
    const ids = [...(await startingVersions(house.reading(), [...(await presetDefinitions(house.reading())).values()])).values()]
    const graphs = await graphsOf(house.reading(), [...ids, ...ids, newId()])
    assert.deepEqual([...graphs.keys()].sort(), [...ids].sort())
    for (const id of ids) assert.equal((await graphsOf(house.reading(), [id])).get(id), graphs.get(id))
    await assert.rejects(graphOf(house.reading(), newId()), /no workflow version/)
  })
})
