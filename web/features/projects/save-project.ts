// Writes about projects. Lists hear of them through the feed; here they are read again at once.

import type { Body } from "@docket/contract/endpoint"
import type { ProjectRole } from "@docket/contract/permissions"
import { addMember, createProject, deleteProject, type Project, removeMember, updateProject } from "@docket/contract/projects"
import { call } from "../../api/client.ts"
import { queries } from "../../live/reference.ts"
import { membersKey } from "./members.ts"

const again = (): void => void queries.invalidateQueries({ queryKey: ["projects"] })

function put(project: Project): void {
  queries.setQueryData<Project[]>(["projects"], (known) =>
    known ? [...known.filter((each) => each.id !== project.id), project].sort((a, b) => a.name.localeCompare(b.name)) : known,
  )
}

export async function makeProject(given: Body<typeof createProject>): Promise<Project> {
  const project = await call(createProject, { body: given, idempotencyKey: crypto.randomUUID() })
  put(project)
  again()
  return project
}

export async function changeProject(id: string, changes: Body<typeof updateProject>): Promise<Project> {
  const project = await call(updateProject, { params: { id }, body: changes })
  put(project)
  again()
  return project
}

export async function dropProject(id: string): Promise<void> {
  await call(deleteProject, { params: { id } })
  queries.setQueryData<Project[]>(["projects"], (known) => known?.filter((each) => each.id !== id))
  again()
}

export async function setMember(projectId: string, userId: string, role: ProjectRole): Promise<void> {
  await call(addMember, { params: { id: projectId }, body: { userId, role } })
  await queries.invalidateQueries({ queryKey: membersKey(projectId) })
}

export async function dropMember(projectId: string, userId: string): Promise<void> {
  await call(removeMember, { params: { id: projectId, userId } })
  await queries.invalidateQueries({ queryKey: membersKey(projectId) })
}
