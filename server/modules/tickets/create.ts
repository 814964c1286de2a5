import type { ChangedTicket, NewTicket } from "@docket/contract/tickets"
import { organizationNames } from "#modules/organization"
import { type ProjectEntry, projectDirectory, projectOf, takeNumber } from "#modules/projects"
import { graphOf, initialStatus, publishedVersionOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { forbidden, invalid, notFound } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { rollUp } from "./consequences.ts"
import { parentFor } from "./parents.ts"
import { presentChanged } from "./present.ts"
import { newestRank } from "./rank.ts"
import { assertAssignable, assertPerson, assertReferences } from "./references.ts"
import type { WholeRow } from "./row.ts"
import { assertDates, defaultType, levelRank, priorityFrom, priorityName, priorityRank, viewersOf } from "./rules.ts"

/** The project to create in. @throws 404 where it is not visible, 403 where it is but this person raises no tickets there. */
async function projectToCreateIn(ctx: Ctx, idOrKey: string | undefined): Promise<ProjectEntry> {
  const project = idOrKey === undefined ? (await projectDirectory(ctx)).default : await projectOf(ctx, idOrKey)
  if (project === undefined) throw notFound("project")
  const { actor } = ctx
  const member = actor.projects.get(project.id)
  const openDesk = project.kind === "desk" && !project.restricted
  if (!openDesk && member === undefined && !actor.seesAll) throw notFound("project")
  if (openDesk || actor.role === "admin" || (member !== undefined && member !== "viewer")) return project
  throw forbidden("Only members of this project raise tickets in it.")
}

/** What only those who work the project decide; a requester's ticket leaves it to them. */
function assertMayDirect({ actor }: Ctx, project: ProjectEntry, input: NewTicket): void {
  const staff = actor.seesAll || actor.staffProjects.has(project.id)
  if (staff) return
  const directing = (["teamId", "assigneeIds", "reporterId", "externalRef"] as const).filter((field) => {
    const value = input[field]
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
  })
  if (directing.length > 0) throw forbidden(`Only those who work ${project.key} may set ${directing.join(", ")}.`, { fields: directing })
}

/** Raises a ticket: numbered, in its workflow's first status, visible to whom it concerns. */
export async function createTicket(ctx: Ctx, input: NewTicket): Promise<ChangedTicket> {
  const project = await projectToCreateIn(ctx, input.projectId)
  assertMayDirect(ctx, project, input)
  const type = input.type ?? defaultType(project.kind)
  const definitionId = project.workflows.get(type)
  if (definitionId === undefined)
    throw invalid([{ path: "type", message: `is not offered in ${project.key}: ${project.types.join(", ")}` }])
  const versionId = await publishedVersionOf(ctx, definitionId)
  const status = initialStatus(await graphOf(ctx, versionId))
  const [impact, urgency] = [levelRank(input.impact), levelRank(input.urgency)]
  const startDate = input.startDate ?? null
  const dueDate = input.dueDate ?? null
  assertDates(startDate, dueDate)
  const assigneeIds = input.assigneeIds ?? []
  await assertAssignable(ctx, project, assigneeIds, [])
  if (input.reporterId !== undefined) await assertPerson(ctx, "reporterId", input.reporterId)

  const people = {
    project_id: project.id,
    reporter_id: input.reporterId ?? ctx.actor.id,
    owner_id: null,
    assignee_ids: assigneeIds,
    watcher_ids: [],
    team_id: input.teamId ?? (await organizationNames(ctx)).teamOfCategory(input.categoryId ?? null),
    department_id: input.departmentId ?? ctx.actor.departmentId,
  }
  const parentId = input.parentId === undefined ? null : await parentFor(ctx, { type }, input.parentId)
  const references = {
    category_id: input.categoryId ?? null,
    department_id: people.department_id,
    team_id: people.team_id,
    external_ref: input.externalRef ?? null,
    type,
  }
  await assertReferences(ctx, project, references)
  const { number } = await takeNumber(ctx, project.id)
  const ticket: WholeRow = {
    ...people,
    ...references,
    id: newId(),
    key: `${project.key}-${number}`,
    number,
    title: input.title,
    description: input.description ?? "",
    workflow_version_id: versionId,
    status: status.key,
    status_category: status.category,
    open: true,
    priority:
      input.priority !== undefined ? priorityRank(input.priority) : impact !== null && urgency !== null ? priorityFrom(impact, urgency) : 2,
    impact,
    urgency,
    viewers: viewersOf(people),
    parent_id: parentId,
    labels: input.labels ?? [],
    start_date: startDate,
    due_date: dueDate,
    estimate: input.estimate ?? null,
    progress: 0,
    resolution: null,
    resolution_code: null,
    reason: null,
    custom_fields: Object.fromEntries(Object.entries(input.customFields ?? {}).filter(([, value]) => value !== null)),
    source: input.source ?? (ctx.origin.client === "web" ? "web" : "api"),
    demo: ctx.runtime.config.demo,
    rank: newestRank(ctx.now),
    open_blockers: 0,
    public_comments: 0,
    internal_comments: 0,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
    first_response_at: null,
    resolved_at: null,
    closed_at: null,
    deleted_at: null,
  }
  await insertTicket(ctx, ticket)
  await record(
    ctx,
    "ticket.created",
    { entity: "ticket", id: ticket.id, version: 1, ticketId: ticket.id, projectId: project.id, audience: ticket.viewers },
    { fields: firstFields(ticket) },
  )
  if (parentId !== null) await rollUp(ctx, parentId)
  return presentChanged(ctx, ticket)
}

async function insertTicket(ctx: Ctx, { open: _, ...ticket }: WholeRow): Promise<void> {
  await ctx.db
    .insertInto("tickets")
    .values({ ...ticket, custom_fields: JSON.stringify(ticket.custom_fields) })
    .execute()
}

/** What the ticket said when it was raised: the beginning of its history. */
const firstFields = (t: WholeRow): Record<string, unknown> => ({
  title: t.title,
  type: t.type,
  status: t.status,
  priority: priorityName(t.priority),
  ...(t.assignee_ids.length > 0 ? { assignees: t.assignee_ids } : {}),
  ...(t.parent_id === null ? {} : { parentId: t.parent_id }),
})
