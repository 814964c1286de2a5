import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { projectRoles, workspaceRoles } from "./permissions.ts"
import { Id, ListOf, Name, Nullable, OneId, OneOf, paging, Shape, Timestamp } from "./shapes.ts"

export const statusCategories = ["backlog", "todo", "active", "waiting", "review", "done", "cancelled"] as const
export type StatusCategory = (typeof statusCategories)[number]
export const finalCategories: readonly StatusCategory[] = ["done", "cancelled"]

export const presets = ["agile", "staged", "lifecycle", "itsm", "helpdesk"] as const
export type Preset = (typeof presets)[number]

export const requirable = ["note", "resolution", "reason"] as const
export type Requirable = (typeof requirable)[number]

export const StatusKey = Type.String({ pattern: "^[a-z][a-z0-9_]{0,39}$" })

/** Roles a guard or a stage may name: project roles, workspace roles, and `staff`: whoever works the ticket's project. */
export const guardRoles = [...new Set([...projectRoles, ...workspaceRoles, "staff"] as const)]
export type GuardRole = (typeof guardRoles)[number]
export const relations = ["reporter", "owner", "assignee", "watcher"] as const
export type Relation = (typeof relations)[number]

/** What the person must be: everything named here at once. */
export const Who = Shape({
  role: Type.Optional(OneOf(guardRoles)),
  relation: Type.Optional(OneOf(relations)),
})
export type Who = Static<typeof Who>

export const Stage = Shape({
  role: Type.Optional(OneOf(guardRoles)),
  instruction: Type.Optional(Type.String({ maxLength: 2000 })),
  weight: Type.Optional(Type.Number({ minimum: 0, maximum: 99.99, description: "share of the ticket's time target" })),
  escalateTo: Type.Optional(OneOf(guardRoles)),
  strategy: Type.Optional(OneOf(["manual", "round_robin", "least_loaded", "claim"] as const)),
})

export const Status = Shape({
  key: StatusKey,
  name: Name(60),
  category: OneOf(statusCategories),
  color: Type.Optional(Type.String({ pattern: "^#[0-9a-f]{6}$" })),
  stage: Type.Optional(Stage),
})
export type Status = Static<typeof Status>

export const Transition = Shape({
  from: StatusKey,
  to: StatusKey,
  name: Name(60),
  allow: Type.Optional(
    Type.Array(Who, { minItems: 1, maxItems: 20, description: "any of these may; absent: whoever may update the ticket" }),
  ),
  requires: Type.Optional(Type.Array(OneOf(requirable), { maxItems: 3, uniqueItems: true })),
  needsDependenciesDone: Type.Optional(Type.Boolean({ description: "refused while an open blocker or child stands" })),
})
export type Transition = Static<typeof Transition>

/** A workflow's graph: what is validated, versioned and carried by tickets. The initial status is `initial`. */
export const WorkflowGraph = Shape({
  initial: StatusKey,
  statuses: Type.Array(Status, { minItems: 1, maxItems: 60 }),
  transitions: Type.Array(Transition, { maxItems: 1000 }),
  autoCloseHours: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 8760, description: "resolved (review) for longer than this: closed by the system" }),
  ),
})
export type WorkflowGraph = Static<typeof WorkflowGraph>

export const WorkflowVersion = Shape({
  id: Id,
  definitionId: Id,
  definitionName: Type.String(),
  version: Type.Integer(),
  graph: WorkflowGraph,
  publishedAt: Timestamp,
})
export type WorkflowVersion = Static<typeof WorkflowVersion>

export const WorkflowDefinition = Shape({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  description: Type.String(),
  preset: Type.Boolean(),
  publishedVersion: Nullable(Shape({ id: Id, version: Type.Integer() })),
  draft: Nullable(WorkflowGraph),
  published: Nullable(WorkflowGraph),
  problems: Type.Array(Shape({ path: Type.String(), message: Type.String() }), {
    description: "what keeps the draft from being published",
  }),
  version: Type.Integer(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type WorkflowDefinition = Static<typeof WorkflowDefinition>

const tag = "Workflows"

export const listWorkflowDefinitions = endpoint({
  id: "listWorkflowDefinitions",
  method: "GET",
  path: "/workflow-definitions",
  tag,
  summary: "List workflow definitions",
  access: "person",
  query: Shape({ ...paging }),
  returns: ListOf(WorkflowDefinition),
})
export const getWorkflowDefinition = endpoint({
  id: "getWorkflowDefinition",
  method: "GET",
  path: "/workflow-definitions/:id",
  tag,
  summary: "Read a workflow definition with its draft and its published graph",
  access: "person",
  params: OneId,
  returns: WorkflowDefinition,
})
export const getWorkflowVersion = endpoint({
  id: "getWorkflowVersion",
  method: "GET",
  path: "/workflow-versions/:id",
  tag,
  summary: "Read one immutable published version",
  access: "person",
  params: OneId,
  returns: WorkflowVersion,
})
export const createWorkflowDefinition = endpoint({
  id: "createWorkflowDefinition",
  method: "POST",
  path: "/workflow-definitions",
  tag,
  summary: "Create a workflow definition as a draft",
  access: "workflows.manage",
  body: Shape({
    key: Type.Optional(Type.String({ pattern: "^[a-z][a-z0-9_-]{0,39}$" })),
    name: Name(64),
    description: Type.Optional(Type.String({ maxLength: 256 })),
    graph: WorkflowGraph,
  }),
  returns: WorkflowDefinition,
  status: 201,
  idempotent: true,
})
export const updateWorkflowDefinition = endpoint({
  id: "updateWorkflowDefinition",
  method: "PATCH",
  path: "/workflow-definitions/:id",
  also: [{ method: "PUT" }],
  tag,
  summary: "Change the draft; the published version stays as it is",
  access: "workflows.manage",
  params: OneId,
  body: Shape({
    name: Type.Optional(Name(64)),
    description: Type.Optional(Type.String({ maxLength: 256 })),
    graph: Type.Optional(WorkflowGraph),
  }),
  returns: WorkflowDefinition,
})
export const publishWorkflowDefinition = endpoint({
  id: "publishWorkflowDefinition",
  method: "POST",
  path: "/workflow-definitions/:id/publish",
  tag,
  summary: "Validate the draft and publish it as the next immutable version",
  access: "workflows.manage",
  params: OneId,
  returns: WorkflowDefinition,
  idempotent: true,
})
export const validateWorkflow = endpoint({
  id: "validateWorkflow",
  method: "POST",
  path: "/workflow-definitions/validate",
  tag,
  summary: "Check a graph without keeping it",
  access: "workflows.manage",
  body: WorkflowGraph,
  returns: Shape({ valid: Type.Boolean(), problems: Type.Array(Shape({ path: Type.String(), message: Type.String() })) }),
})

/** What happened to workflows. */
export type WorkflowEvents = {
  "workflow.created": { name: string }
  "workflow.draft_changed": { fields: string[] }
  "workflow.published": { version: number; versionId: string }
}
