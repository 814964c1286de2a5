import type { ProjectKind } from "@docket/contract/projects"
import type { TicketType } from "@docket/contract/tickets"
import type { Preset } from "@docket/contract/workflows"
import { presetDefinitions, presetFor, startingVersions } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { invalid } from "#platform/errors"
import { assertOffered, typesOf } from "./rules.ts"

export type Workflows = Partial<Record<TicketType, string>>

/** The workflow definition of every type that a new project offers: the preset's, or the one that was chosen for the type. */
export async function chosenWorkflows(ctx: Ctx, kind: ProjectKind, preset: Preset, chosen: Workflows): Promise<Workflows> {
  await assertUsable(ctx, kind, chosen)
  const installed = await presetDefinitions(ctx)
  const workflows: Workflows = { ...chosen }
  for (const type of typesOf[kind]) workflows[type] ??= installed.get(presetFor(preset, type)) ?? missing(preset)
  return workflows
}

/** @throws 400 for types that the kind does not offer, and for workflows that do not exist or were never published. */
export async function assertUsable(ctx: Ctx, kind: ProjectKind, chosen: Workflows): Promise<void> {
  assertOffered(kind, Object.keys(chosen))
  const published = await startingVersions(ctx, [...new Set(Object.values(chosen))])
  const unusable = Object.entries(chosen).filter(([, id]) => !published.has(id))
  if (unusable.length > 0)
    throw invalid(unusable.map(([type]) => ({ path: `workflows.${type}`, message: "there is no published workflow with this id" })))
}

export async function writeWorkflows(ctx: Ctx, projectId: string, workflows: Workflows): Promise<void> {
  const rows = Object.entries(workflows).map(([type, definition_id]) => ({ project_id: projectId, type, definition_id }))
  if (rows.length === 0) return
  await ctx.db
    .insertInto("project_workflows")
    .values(rows)
    .onConflict((clash) => clash.columns(["project_id", "type"]).doUpdateSet((e) => ({ definition_id: e.ref("excluded.definition_id") })))
    .execute()
}

function missing(preset: Preset): never {
  throw new Error(`the preset ${preset} is not installed`)
}
