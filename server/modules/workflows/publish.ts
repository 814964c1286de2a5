import type { WorkflowDefinition, WorkflowGraph } from "@docket/contract/workflows"
import type { Ctx } from "#platform/context"
import { conflict, invalid } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowManaging } from "./policy.ts"
import { definitionToChange, definitionToShow, present } from "./queries.ts"
import { validateGraph } from "./validity.ts"

/**
 * Makes the draft the next immutable version; tickets that have begun keep theirs.
 * 400 with everything that is wrong with it, 409 where there is no draft: someone else may just have published it.
 */
export async function publish(ctx: Ctx, id: string): Promise<WorkflowDefinition> {
  const was = await definitionToChange(ctx, id)
  allowManaging(ctx.actor)
  if (was.draft === null) throw conflict("E_WORKFLOW_NO_DRAFT", "There is no draft to publish.", { publishedVersion: was.publishedVersion })
  const problems = validateGraph(was.draft)
  if (problems.length > 0) throw invalid(problems, `The workflow cannot be published yet. ${problems[0]?.message}`)

  const version = was.version + 1
  const made = await addVersion(ctx, id, was.draft)
  await ctx.db
    .updateTable("workflow_definitions")
    .set({ draft: null, published_version_id: made.id, version, updated_at: ctx.now })
    .where("id", "=", id)
    .execute()
  await record(ctx, "workflow.published", { entity: "workflow", id, version }, { version: made.number, versionId: made.id })
  return present(ctx, await definitionToShow(ctx, id))
}

/** Writes the next version down. The caller holds the definition's row, so numbers neither collide nor skip. */
export async function addVersion(ctx: Ctx, definitionId: string, graph: WorkflowGraph): Promise<{ id: string; number: number }> {
  const { last } = await ctx.db
    .selectFrom("workflow_versions")
    .select((e) => e.fn.coalesce(e.fn.max("number"), e.lit(0)).as("last"))
    .where("definition_id", "=", definitionId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.db
    .insertInto("workflow_versions")
    .values({
      id,
      definition_id: definitionId,
      number: last + 1,
      graph: JSON.stringify(graph),
      published_at: ctx.now,
      published_by: ctx.actor.kind === "system" ? null : ctx.actor.id,
    })
    .execute()
  return { id, number: last + 1 }
}
