import type { Query } from "@docket/contract/endpoint"
import type { listAssignable, Person } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { row, rows } from "#platform/database/rows"
import { notFound } from "#platform/errors"
import { findsEveryone } from "./policy.ts"
import { containing } from "./queries.ts"

type Project = { id: string; kind: "desk" | "work"; restricted: boolean }

/** Whom the caller may mention or assign: active people, by name. @throws 404 for a project that the caller may not see */
export async function people(ctx: Ctx, { q, project, id, limit = 25 }: Query<typeof listAssignable>): Promise<{ data: Person[] }> {
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const where = ["u.status = 'approved'", ...(ctx.runtime.config.demo ? [] : ["not u.demo"])]
  if (!findsEveryone(ctx.actor)) where.push(acquainted(ctx, value))
  if (id !== undefined) where.push(`u.id = any(${value(id)}::uuid[])`)
  if (q !== undefined) {
    const text = value(containing(q))
    // an email tells more than a name: only those who find everyone find by it
    const byEmail = findsEveryone(ctx.actor) ? ` or u.email ilike ${text}` : ""
    where.push(`(u.full_name ilike ${text} or u.username ilike ${text}${byEmail})`)
  }
  if (project !== undefined) where.push(worksIn(await projectToWorkIn(ctx, project), value))
  const found = await rows<{ id: string; name: string }>(
    ctx.db,
    `select u.id, u.full_name as name from users u where ${where.join(" and ")} order by lower(u.full_name), u.id limit ${value(limit)}`,
    values,
  )
  return { data: found.map((person) => ({ ...person, avatarUrl: null })) }
}

/** Oneself, staff, and those with whom one shares a team, a department or a project. */
function acquainted({ actor }: Ctx, value: (given: unknown) => string): string {
  const shared = [
    `u.id = ${value(actor.id)}`,
    "u.role <> 'employee'",
    `u.department_id = any(${value([actor.departmentId, ...actor.headOf].filter((department) => department !== null))}::uuid[])`,
    `exists (select from team_members m where m.user_id = u.id and m.team_id = any(${value(actor.teamIds)}::uuid[]))`,
    `exists (select from project_members m where m.user_id = u.id and m.project_id = any(${value([...actor.projects.keys()])}::uuid[]))`,
  ]
  return `(${shared.join(" or ")})`
}

/** Members other than viewers work in a project, and agents in every desk that is not restricted to its members. */
function worksIn({ id, kind, restricted }: Project, value: (given: unknown) => string): string {
  const member = `exists (select from project_members m where m.user_id = u.id and m.project_id = ${value(id)} and m.role <> 'viewer')`
  return kind === "desk" && !restricted ? `(u.role = 'agent' or ${member})` : member
}

/** By id or key. A desk that is not restricted is known to everyone. */
async function projectToWorkIn({ db, actor }: Ctx, idOrKey: string): Promise<Project> {
  const project = await row<Project>(
    db,
    "select id, kind, restricted from projects where (id::text = lower($1) or key = upper($1)) and deleted_at is null",
    [idOrKey],
    "project_to_work_in",
  )
  const isOpen = project?.kind === "desk" && !project.restricted
  if (project === null || !(isOpen || actor.seesAll || actor.readableProjects.has(project.id))) throw notFound("project")
  return project
}
