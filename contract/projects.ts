import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { projectRoles } from "./permissions.ts"
import { AnyOf, Day, Id, ListOf, Name, Nullable, OneIdOrKey, OneOf, paging, Ref, Shape, Timestamp } from "./shapes.ts"
import { PriorityIn, priorities, ticketTypes } from "./tickets.ts"
import { presets } from "./workflows.ts"

export const projectKinds = ["desk", "work"] as const
export type ProjectKind = (typeof projectKinds)[number]
export const projectStatuses = ["planning", "active", "on_hold", "completed"] as const
export type ProjectStatus = (typeof projectStatuses)[number]
export const projectActions = ["edit", "delete", "manageMembers", "createTicket"] as const
export type ProjectAction = (typeof projectActions)[number]

export const Project = Shape({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  description: Type.String(),
  kind: OneOf(projectKinds),
  status: OneOf(projectStatuses),
  priority: OneOf(priorities),
  startDate: Nullable(Day),
  deadline: Nullable(Day),
  progress: Type.Integer(),
  manager: Nullable(Ref),
  restricted: Type.Boolean({ description: "only members see it" }),
  default: Type.Boolean({ description: "takes tickets that name no project" }),
  workloadLimit: Type.Integer({ description: "active tickets a person may hold; 0: no limit" }),
  blockers: OneOf(["refuse", "warn"] as const),
  singleAssignee: Type.Boolean(),
  color: Type.String(),
  workflows: Type.Record(Type.String(), Id, { description: "workflow definition of each ticket type" }),
  types: Type.Array(OneOf(ticketTypes), { description: "ticket types that may be created here" }),
  myRole: Nullable(OneOf(projectRoles)),
  can: Type.Array(OneOf(projectActions)),
  version: Type.Integer(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type Project = Static<typeof Project>

export const ProjectMember = Shape({ userId: Id, name: Type.String(), role: OneOf(projectRoles) })
export type ProjectMember = Static<typeof ProjectMember>

const tag = "Projects"
const settings = {
  description: Type.Optional(Type.String({ maxLength: 10000 })),
  priority: Type.Optional(PriorityIn),
  startDate: Type.Optional(Nullable(Day)),
  deadline: Type.Optional(Nullable(Day)),
  managerId: Type.Optional(Nullable(Id)),
  restricted: Type.Optional(Type.Boolean()),
  workloadLimit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  blockers: Type.Optional(OneOf(["refuse", "warn"] as const)),
  singleAssignee: Type.Optional(Type.Boolean()),
  color: Type.Optional(Type.String({ pattern: "^#[0-9a-fA-F]{6}$" })),
  workflows: Type.Optional(
    Type.Record(Type.String({ pattern: `^(${ticketTypes.join("|")})$` }), Id, {
      additionalProperties: false,
      description: "overrides the preset's workflow by type",
    }),
  ),
}
const one = { tag, access: "person", params: OneIdOrKey } as const

export const listProjects = endpoint({
  id: "listProjects",
  method: "GET",
  path: "/projects",
  tag,
  access: "person",
  summary: "List the projects that the caller may see",
  query: Shape({
    ...paging,
    kind: Type.Optional(AnyOf(OneOf(projectKinds))),
    status: Type.Optional(AnyOf(OneOf(projectStatuses))),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  }),
  returns: ListOf(Project),
})
export const createProject = endpoint({
  id: "createProject",
  method: "POST",
  path: "/projects",
  tag,
  access: "projects.manage",
  summary: "Create a project; the preset chooses the workflow of each ticket type",
  body: Shape({
    key: Type.String({ pattern: "^[A-Z][A-Z0-9]{1,9}$" }),
    name: Name(100),
    kind: OneOf(projectKinds),
    preset: Type.Optional(OneOf(presets)),
    status: Type.Optional(OneOf(projectStatuses)),
    ...settings,
  }),
  returns: Project,
  status: 201,
  idempotent: true,
})
export const getProject = endpoint({
  ...one,
  id: "getProject",
  method: "GET",
  path: "/projects/:id",
  also: [{ path: "/projects/key/:id" }],
  summary: "Read a project",
  returns: Project,
})
export const updateProject = endpoint({
  ...one,
  id: "updateProject",
  method: "PATCH",
  path: "/projects/:id",
  also: [{ method: "PUT" }],
  summary: "Change a project; a completed one is frozen until its status changes",
  body: Shape({
    name: Type.Optional(Name(100)),
    status: Type.Optional(OneOf(projectStatuses)),
    progress: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    ...settings,
  }),
  returns: Project,
})
export const deleteProject = endpoint({
  ...one,
  id: "deleteProject",
  method: "DELETE",
  path: "/projects/:id",
  summary: "Delete a project; its tickets disappear with it and can be restored with it",
})
export const listMembers = endpoint({
  ...one,
  id: "listMembers",
  method: "GET",
  path: "/projects/:id/members",
  summary: "Who belongs to a project",
  query: Shape({ ...paging }),
  returns: ListOf(ProjectMember),
})
export const addMember = endpoint({
  ...one,
  id: "addMember",
  method: "POST",
  path: "/projects/:id/members",
  summary: "Add a person, or change their role",
  body: Shape({ userId: Id, role: OneOf(projectRoles) }),
  returns: ProjectMember,
  status: 201,
})
export const removeMember = endpoint({
  ...one,
  params: Shape({ ...OneIdOrKey.properties, userId: Id }),
  id: "removeMember",
  method: "DELETE",
  path: "/projects/:id/members/:userId",
  summary: "Take a person out of a project",
})

/** What happened to projects. */
export type ProjectEvents = {
  "project.created": { key: string; name: string; kind: ProjectKind; imported?: true }
  "project.updated": { changes: Record<string, [old: unknown, now: unknown]> }
  "project.deleted": Record<string, never>
  "project.member_added": { userId: string; role: string }
  "project.member_changed": { userId: string; role: string; was: string }
  "project.member_removed": { userId: string }
}
