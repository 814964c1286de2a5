import type { Query } from "@docket/contract/endpoint"
import type { ProjectRole } from "@docket/contract/permissions"
import type { listMembers, listProjects, Project, ProjectKind, ProjectMember, ProjectStatus } from "@docket/contract/projects"
import type { ListOf } from "@docket/contract/shapes"
import { type Priority, type TicketType, ticketTypes } from "@docket/contract/tickets"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { listByName } from "#platform/paging"
import { settingsOf } from "#platform/settings"
import { allowed, type Case } from "./policy.ts"
import { isFrozen } from "./rules.ts"

/** A project as this module holds it. */
export type Held = {
  id: string
  key: string
  name: string
  description: string
  kind: ProjectKind
  status: ProjectStatus
  priority: Priority
  startDate: string | null
  deadline: string | null
  progress: number
  managerId: string | null
  managerName: string | null
  restricted: boolean
  isDefault: boolean
  workloadLimit: number
  blockers: "refuse" | "warn"
  singleAssignee: boolean
  color: string
  version: number
  createdAt: string
  updatedAt: string
  myRole: ProjectRole | null
  workflows: Partial<Record<TicketType, string>>
}

/** The projects that the actor sees: `maySee` as a condition. Whether they are a member is read here, not remembered. */
function visible(ctx: Ctx) {
  const { actor } = ctx
  const present = ctx.db
    .selectFrom("projects as p")
    .leftJoin("users as u", "u.id", "p.manager_id")
    .leftJoin("project_members as m", (join) => join.onRef("m.project_id", "=", "p.id").on("m.user_id", "=", actor.id))
    .where("p.deleted_at", "is", null)
    .select([
      "p.id",
      "p.key",
      "p.name",
      "p.description",
      "p.kind",
      "p.status",
      "p.priority",
      "p.start_date as startDate",
      "p.deadline",
      "p.progress",
      "p.manager_id as managerId",
      "u.full_name as managerName",
      "p.restricted",
      "p.is_default as isDefault",
      "p.workload_limit as workloadLimit",
      "p.blockers",
      "p.single_assignee as singleAssignee",
      "p.color",
      "p.version",
      "p.created_at as createdAt",
      "p.updated_at as updatedAt",
      "m.role as myRole",
      sql`coalesce((select jsonb_object_agg(w.type, w.definition_id) from project_workflows w where w.project_id = p.id), '{}')`.as(
        "workflows",
      ),
    ])
    .$castTo<Held>()
  if (actor.seesAll) return present
  return present.where((e) => e.or([e.and([e("p.kind", "=", "desk"), e("p.restricted", "=", false)]), e("m.user_id", "is not", null)]))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (idOrKey: string): boolean => uuid.test(idOrKey)

/** @throws 404 */
export async function projectToShow(ctx: Ctx, idOrKey: string): Promise<Held> {
  const one = isId(idOrKey) ? visible(ctx).where("p.id", "=", idOrKey) : visible(ctx).where("p.key", "=", idOrKey.toUpperCase())
  return one.executeTakeFirstOrThrow(() => notFound("project"))
}

/**
 * The same, locked until the transaction ends. Locked first and read then: whoever had to wait reads what the one before has left,
 * members and workflows too. @throws 404
 */
export async function projectToChange(ctx: Ctx, idOrKey: string): Promise<Held> {
  const one = ctx.db.selectFrom("projects").select("id").forNoKeyUpdate()
  await (isId(idOrKey) ? one.where("id", "=", idOrKey) : one.where("key", "=", idOrKey.toUpperCase())).execute()
  return projectToShow(ctx, idOrKey)
}

export async function projects(ctx: Ctx, query: Query<typeof listProjects>): Promise<ListOf<Project>> {
  let wanted = visible(ctx)
  if (query.kind !== undefined) wanted = wanted.where("p.kind", "in", query.kind)
  if (query.status !== undefined) wanted = wanted.where("p.status", "in", query.status)
  if (query.q !== undefined) {
    const pattern = `%${query.q.replaceAll(/[\\%_]/g, "\\$&")}%`
    wanted = wanted.where((e) => e.or([e("p.name", "ilike", pattern), e("p.key", "ilike", pattern)]))
  }
  const byAdminsOnly = await onlyAdminsRule(ctx)
  return listByName(wanted, { name: sql.ref("p.name"), id: sql.ref("p.id") }, query, (project) =>
    present(caseOf(ctx, project, byAdminsOnly), project),
  )
}

export async function members(ctx: Ctx, idOrKey: string, query: Query<typeof listMembers>): Promise<ListOf<ProjectMember>> {
  const project = await projectToShow(ctx, idOrKey)
  const those = ctx.db
    .selectFrom("project_members as m")
    .innerJoin("users as u", "u.id", "m.user_id")
    .where("m.project_id", "=", project.id)
    .select(["u.id", "u.full_name as name", "m.role"])
    .$castTo<{ id: string; name: string; role: ProjectRole }>()
  return listByName(those, { name: sql.ref("u.full_name"), id: sql.ref("u.id") }, query, ({ id, name, role }) => ({
    userId: id,
    name,
    role,
  }))
}

export const onlyAdminsRule = async (ctx: Ctx): Promise<boolean> => (await settingsOf(ctx)).projectsByAdminsOnly

const caseOf = ({ actor }: Ctx, { kind, restricted, myRole, managerId }: Held, byAdminsOnly: boolean): Case => ({
  actor,
  place: { kind, restricted, role: myRole, isManager: managerId === actor.id },
  byAdminsOnly,
})
/** What the policy looks at, for one project. */
export const caseFor = async (ctx: Ctx, project: Held): Promise<Case> => caseOf(ctx, project, await onlyAdminsRule(ctx))

/** As the contract has it, with what this caller may do. */
function present(c: Case, { managerId, managerName, isDefault, ...project }: Held): Project {
  const impossible = { delete: isDefault, createTicket: isFrozen(project), edit: false, manageMembers: false }
  return {
    ...project,
    manager: managerId === null || managerName === null ? null : { id: managerId, name: managerName },
    default: isDefault,
    types: ticketTypes.filter((type) => type in project.workflows),
    can: allowed(c).filter((action) => !impossible[action]),
  }
}

/** @throws 404 */
export async function showProject(ctx: Ctx, idOrKey: string): Promise<Project> {
  const project = await projectToShow(ctx, idOrKey)
  return present(await caseFor(ctx, project), project)
}
