import * as api from "@docket/contract/projects"
import { read, write } from "#platform/http/route"
import { changeProject } from "./change-project.ts"
import { createProject } from "./create-project.ts"
import { deleteProject } from "./delete-project.ts"
import { members, projects, showProject } from "./queries.ts"
import { removeMember } from "./remove-member.ts"
import { setMember } from "./set-member.ts"

export const routes = [
  read(api.listProjects, (ctx, { query }) => projects(ctx, query)),
  read(api.getProject, (ctx, { params }) => showProject(ctx, params.id)),
  read(api.listMembers, (ctx, { params, query }) => members(ctx, params.id, query)),
  write(api.createProject, (ctx, { body }) => createProject(ctx, body)),
  write(api.updateProject, (ctx, { params, body }) => changeProject(ctx, params.id, body)),
  write(api.deleteProject, (ctx, { params }) => deleteProject(ctx, params.id)),
  write(api.addMember, (ctx, { params, body }) => setMember(ctx, params.id, body)),
  write(api.removeMember, (ctx, { params }) => removeMember(ctx, params.id, params.userId)),
]
