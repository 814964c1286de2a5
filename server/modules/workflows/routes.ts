import * as api from "@docket/contract/workflows"
import { read, write } from "#platform/http/route"
import { changeDraft } from "./change-draft.ts"
import { createDefinition } from "./create-definition.ts"
import { publish } from "./publish.ts"
import { definitionToShow, listDefinitions, present, versionToShow } from "./queries.ts"
import { validateGraph } from "./validity.ts"

export const routes = [
  read(api.listWorkflowDefinitions, (ctx, { query }) => listDefinitions(ctx, query)),
  read(api.getWorkflowDefinition, async (ctx, { params }) => present(ctx, await definitionToShow(ctx, params.id))),
  read(api.getWorkflowVersion, (ctx, { params }) => versionToShow(ctx, params.id)),
  read(api.validateWorkflow, async (_ctx, { body }) => checked(validateGraph(body))),
  write(api.createWorkflowDefinition, (ctx, { body }) => createDefinition(ctx, body)),
  write(api.updateWorkflowDefinition, (ctx, { params, body }) => changeDraft(ctx, params.id, body)),
  write(api.publishWorkflowDefinition, (ctx, { params }) => publish(ctx, params.id)),
]

const checked = (problems: ReturnType<typeof validateGraph>) => ({ valid: problems.length === 0, problems })
