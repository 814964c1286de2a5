import { workersAmong } from "#modules/identity"
import { organizationNames } from "#modules/organization"
import type { ProjectEntry } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { type FieldProblem, invalid } from "#platform/errors"
import type { NewValues } from "./save.ts"

/** What a ticket refers to has to exist. @throws 400 naming every field that refers to nothing. */
export async function assertReferences(ctx: Ctx, project: ProjectEntry, values: NewValues): Promise<void> {
  const organization = await organizationNames(ctx)
  const problems: FieldProblem[] = []
  const missing = (path: string, noun: string) => problems.push({ path, message: `there is no such ${noun}` })
  if (values.category_id && !organization.offers("category", values.category_id)) missing("categoryId", "category")
  if (values.department_id && !organization.offers("department", values.department_id)) missing("departmentId", "department")
  if (values.team_id && !organization.offers("team", values.team_id)) missing("teamId", "team")
  if (values.type && !project.types.includes(values.type))
    problems.push({ path: "type", message: `is not offered in ${project.key}: ${project.types.join(", ")}` })
  if (values.external_ref) {
    const taken = await rows(ctx.db, "select 1 from tickets where project_id = $1 and external_ref = $2", [project.id, values.external_ref])
    if (taken.length > 0) problems.push({ path: "externalRef", message: "belongs to another ticket of this project" })
  }
  if (problems.length > 0) throw invalid(problems)
  if (values.owner_id) await assertPerson(ctx, "ownerId", values.owner_id)
}

/**
 * Assignees are approved people, and one only where the project says so. Whoever was assigned before may stay, even if disabled since.
 * @throws 400
 */
export async function assertAssignable(ctx: Ctx, project: ProjectEntry, ids: readonly string[], before: readonly string[]): Promise<void> {
  if (project.singleAssignee && ids.length > 1) throw invalid([{ path: "assigneeIds", message: `${project.key} allows one assignee` }])
  const added = ids.filter((id) => !before.includes(id))
  if (added.length === 0) return
  const workers = await workersAmong(ctx, added)
  const unknown = added.filter((id) => !workers.has(id))
  if (unknown.length > 0)
    throw invalid(
      unknown.map((id) => ({ path: `assigneeIds.${ids.indexOf(id)}`, message: "there is no such person, or they are not active" })),
    )
}

/** @throws 400 where there is no such active person. */
export async function assertPerson(ctx: Ctx, path: string, id: string): Promise<void> {
  if (!(await workersAmong(ctx, [id])).has(id)) throw invalid([{ path, message: "there is no such person, or they are not active" }])
}
