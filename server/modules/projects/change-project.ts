import type { Body } from "@docket/contract/endpoint"
import type { Project, updateProject } from "@docket/contract/projects"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { assertMayManage } from "./people.ts"
import { allow } from "./policy.ts"
import { caseFor, type Held, projectToChange, showProject } from "./queries.ts"
import { assertDates, assertDefaultStaysOpen, assertNotFrozen, assertVersion, changesBetween, priorityNamed } from "./rules.ts"
import { writeMember } from "./set-member.ts"
import { assertUsable, writeWorkflows } from "./workflow-choice.ts"

const columns = {
  name: "name",
  description: "description",
  status: "status",
  priority: "priority",
  startDate: "start_date",
  deadline: "deadline",
  progress: "progress",
  managerId: "manager_id",
  restricted: "restricted",
  workloadLimit: "workload_limit",
  blockers: "blockers",
  singleAssignee: "single_assignee",
  color: "color",
} as const

/** Changes what is given. A completed project is frozen, unless its status changes too; tickets keep the workflow that they began with. */
export async function changeProject(ctx: Ctx, idOrKey: string, wanted: Body<typeof updateProject>): Promise<Project> {
  const was = await projectToChange(ctx, idOrKey)
  allow("edit", await caseFor(ctx, was))
  assertVersion(ctx.origin.ifMatch, was.version)

  const { workflows: chosen = {}, priority, ...fields } = wanted
  const given: Partial<Held> = { ...fields, ...(priority && { priority: priorityNamed(priority) }) }
  const changes = changesBetween(was, given)
  const workflows = changesBetween(was.workflows, chosen)
  const changed = Object.keys(changes)
  if (changed.length === 0 && Object.keys(workflows).length === 0) return showProject(ctx, was.id)

  if (!("status" in changes)) assertNotFrozen(was)
  assertDefaultStaysOpen(was, given)
  assertDates({ ...was, ...given })
  await assertUsable(ctx, was.kind, chosen)
  const managerId = "managerId" in changes ? (given.managerId ?? null) : null
  if (managerId !== null) await assertMayManage(ctx, managerId)

  const { id } = was
  const version = was.version + 1
  const values = Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => (field in changes ? [[column, changes[field]?.[1]]] : [])),
  )
  await ctx.db
    .updateTable("projects")
    .set({ ...values, version, updated_at: ctx.now })
    .where("id", "=", id)
    .execute()
  await writeWorkflows(ctx, id, chosen)
  const audience = [id, ...[was.managerId, managerId].filter((person) => person !== null)]
  await record(
    ctx,
    "project.updated",
    { entity: "project", id, projectId: id, version, audience },
    { changes: { ...changes, ...asOne(workflows) } },
  )
  if (managerId !== null) await bringIn(ctx, id, managerId)
  return showProject(ctx, id)
}

/** The changed workflows of all types as one field. */
function asOne(workflows: ReturnType<typeof changesBetween>): ReturnType<typeof changesBetween> {
  const types = Object.entries(workflows)
  if (types.length === 0) return {}
  const side = (at: 0 | 1) => Object.fromEntries(types.map(([type, change]) => [type, change[at] ?? null]))
  return { workflows: [side(0), side(1)] }
}

/** A new manager belongs to the project. Who does already keeps their role: a product owner who also manages it stays product owner. */
async function bringIn(ctx: Ctx, projectId: string, userId: string): Promise<void> {
  const member = await ctx.db
    .selectFrom("project_members")
    .select("role")
    .where("project_id", "=", projectId)
    .where("user_id", "=", userId)
    .executeTakeFirst()
  if (member === undefined) await writeMember(ctx, projectId, userId, "manager", null)
}
