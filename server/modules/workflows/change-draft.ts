import { isDeepStrictEqual } from "node:util"
import type { Body } from "@docket/contract/endpoint"
import type { updateWorkflowDefinition, WorkflowDefinition } from "@docket/contract/workflows"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { allowManaging } from "./policy.ts"
import { definitionToChange, definitionToShow, present } from "./queries.ts"

/**
 * Changes the name, the description or the draft. The published version is never touched: a graph that differs from it becomes the draft
 * of the next version, and one that equals it means that there is no draft any more.
 */
export async function changeDraft(ctx: Ctx, id: string, wanted: Body<typeof updateWorkflowDefinition>): Promise<WorkflowDefinition> {
  const was = await definitionToChange(ctx, id)
  allowManaging(ctx.actor)
  const graph = wanted.graph === undefined ? was.draft : isDeepStrictEqual(wanted.graph, was.published) ? null : wanted.graph
  const now = { name: wanted.name ?? was.name, description: wanted.description ?? was.description, graph }
  const fields = [
    ...(now.name !== was.name ? ["name"] : []),
    ...(now.description !== was.description ? ["description"] : []),
    ...(!isDeepStrictEqual(now.graph, was.draft) ? ["draft"] : []),
  ]
  if (fields.length === 0) return present(ctx, was)

  const version = was.version + 1
  await ctx.db
    .updateTable("workflow_definitions")
    .set({ name: now.name, description: now.description, draft: graph && JSON.stringify(graph), version, updated_at: ctx.now })
    .where("id", "=", id)
    .execute()
  await record(ctx, "workflow.draft_changed", { entity: "workflow", id, version }, { fields })
  return present(ctx, await definitionToShow(ctx, id))
}
