import { isDeepStrictEqual } from "node:util"
import type { WorkflowGraph } from "@docket/contract/workflows"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { type PresetWorkflow, presetWorkflows } from "./presets.ts"
import { addVersion } from "./publish.ts"

/**
 * Brings the shipped workflows in: all of them on the first start, later only what a new release has changed, as the next version.
 * Run at every start, by every process; the second one finds nothing to do. A preset whose published version was made by a person
 * keeps it: the shipped one is written down beside it, and is not chosen for them.
 */
export async function installPresets(ctx: Ctx, shipped: readonly PresetWorkflow[] = presetWorkflows): Promise<void> {
  for (const preset of shipped) await installPreset(ctx, preset)
}

async function installPreset(ctx: Ctx, { key, name, description, graph }: PresetWorkflow) {
  const row = { id: newId(), key, name, description, preset: true, created_at: ctx.now, updated_at: ctx.now }
  const created = await ctx.db
    .insertInto("workflow_definitions")
    .values(row)
    .onConflict((clash) => clash.column("key").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (created) await record(ctx, "workflow.created", { entity: "workflow", id: created.id, version: 1 }, { name })

  const definition = await ctx.db
    .selectFrom("workflow_definitions")
    .select(["id", "version", "published_version_id"])
    .where("key", "=", key)
    .where("preset", "=", true)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!definition) return // the key belongs to a workflow of this organisation's own
  const { shipped, chosenByPerson } = await versionsOf(ctx, definition.id, definition.published_version_id)
  // any of them, not only the last: while servers are upgraded one by one, an old one that restarts must not bring its version back
  if (shipped.some((earlier) => isDeepStrictEqual(earlier, asStored(graph)))) return

  const made = await addVersion(ctx, definition.id, graph)
  if (chosenByPerson) return
  const version = definition.version + 1
  await ctx.db
    .updateTable("workflow_definitions")
    .set({ published_version_id: made.id, version, updated_at: ctx.now })
    .where("id", "=", definition.id)
    .execute()
  await record(ctx, "workflow.published", { entity: "workflow", id: definition.id, version }, { version: made.number, versionId: made.id })
}

async function versionsOf(ctx: Ctx, definitionId: string, publishedId: string | null) {
  const versions = await ctx.db
    .selectFrom("workflow_versions")
    .select(["id", "published_by", "graph"])
    .where("definition_id", "=", definitionId)
    .execute()
  return {
    shipped: versions.filter(({ published_by }) => published_by === null).map((version) => version.graph),
    chosenByPerson: versions.some(({ id, published_by }) => id === publishedId && published_by !== null),
  }
}

/** As the database gives it back: without the fields that are undefined. */
const asStored = (graph: WorkflowGraph): unknown => JSON.parse(JSON.stringify(graph))
