import type { Ref } from "@docket/contract/shapes"
import type { AllowedMove, ChangedTicket, ListedTicket, TicketAction } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { peopleNames } from "#modules/identity"
import { organizationNames } from "#modules/organization"
import { type ProjectEntry, projectDirectory } from "#modules/projects"
import { allowedMoves, graphsOf, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { settingsOf } from "#platform/settings"
import { actions, mayDo } from "./policy.ts"
import type { TicketRow, WholeRow } from "./row.ts"
import { levelName, priorityName } from "./rules.ts"
import { type Place, placeOf, standingOf } from "./standing.ts"

type Parent = { id: string; key: string; title: string }

/** Everything that a page of tickets needs beside its rows: from memory, or in one query each. */
export type Lookups = {
  people: ReadonlyMap<string, Ref>
  graphs: ReadonlyMap<string, WorkflowGraph>
  projects: ReadonlyMap<string, ProjectEntry>
  organization: Awaited<ReturnType<typeof organizationNames>>
  parents: ReadonlyMap<string, Parent>
  adminPassesGuards: boolean
}

export async function lookupsFor(ctx: Ctx, tickets: readonly TicketRow[]): Promise<Lookups> {
  const people = new Set<string>()
  const parentIds = new Set<string>()
  for (const t of tickets) {
    people.add(t.reporter_id)
    if (t.owner_id !== null) people.add(t.owner_id)
    for (const id of t.assignee_ids) people.add(id)
    if (t.parent_id !== null) parentIds.add(t.parent_id)
  }
  return {
    people: await peopleNames(ctx, people),
    graphs: await graphsOf(
      ctx,
      tickets.map((t) => t.workflow_version_id),
    ),
    projects: (await projectDirectory(ctx)).byId,
    organization: await organizationNames(ctx),
    parents: parentIds.size === 0 ? none : await parentsOf(ctx, [...parentIds]),
    adminPassesGuards: (await settingsOf(ctx)).adminPassesGuards,
  }
}
const none: ReadonlyMap<string, Parent> = new Map()

/** A parent's title is shown with its child only to those who may see the parent. */
async function parentsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Parent>> {
  const found = await rows<Parent>(
    ctx.db,
    `select id, key, title from tickets where id = any($1::uuid[]) and deleted_at is null${ctx.actor.seesAll ? "" : " and viewers && $2::uuid[]"}`,
    ctx.actor.seesAll ? [ids] : [ids, ctx.actor.grants],
  )
  return new Map(found.map((parent) => [parent.id, parent]))
}

const unknownPerson = (id: string): Ref => ({ id, name: "Someone" })

/** The moves that this caller may take; the same for everyone who stands alike towards a ticket in the same status. */
function transitionsOf(ctx: Ctx, ticket: TicketRow, place: Place, look: Lookups): AllowedMove[] {
  const project = look.projects.get(ticket.project_id)
  const graph = look.graphs.get(ticket.workflow_version_id)
  if (project === undefined || graph === undefined || !mayDo("move", { actor: ctx.actor, place, ticket, kind: project.kind })) return []
  return allowedMoves(graph, ticket.status, standingOf(ctx.actor, place, look.adminPassesGuards))
}

/** Withdrawing needs a status for it: not every workflow has one. */
const possible = (can: TicketAction[], moves: readonly AllowedMove[]) =>
  can.includes("withdraw") && !moves.some(({ category }) => category === "cancelled") ? can.filter((action) => action !== "withdraw") : can

export function present(ctx: Ctx, t: TicketRow, look: Lookups): ListedTicket {
  const project = look.projects.get(t.project_id)
  const place = placeOf(ctx.actor, t)
  const status = statusOf(look.graphs.get(t.workflow_version_id)!, t.status)
  const person = (id: string) => look.people.get(id) ?? unknownPerson(id)
  const assignees = t.assignee_ids.map(person)
  const transitions = transitionsOf(ctx, t, place, look)
  const { category, subcategory } = look.organization.category(t.category_id)
  return {
    id: t.id,
    key: t.key,
    version: t.version,
    project: { id: t.project_id, key: project?.key ?? "", name: project?.name ?? "" },
    type: t.type,
    title: t.title,
    status: t.status,
    statusName: status?.name ?? t.status,
    statusCategory: t.status_category,
    workflowVersionId: t.workflow_version_id,
    priority: priorityName(t.priority),
    impact: levelName(t.impact),
    urgency: levelName(t.urgency),
    category,
    subcategory,
    department: t.department_id === null ? null : (look.organization.departments.get(t.department_id) ?? null),
    team: t.team_id === null ? null : (look.organization.teams.get(t.team_id) ?? null),
    reporter: person(t.reporter_id),
    owner: t.owner_id === null ? null : person(t.owner_id),
    assignee: assignees[0] ?? null,
    assignees,
    parent: t.parent_id === null ? null : (look.parents.get(t.parent_id) ?? null),
    labels: t.labels,
    startDate: t.start_date,
    dueDate: t.due_date,
    estimate: t.estimate,
    progress: t.progress,
    resolution: t.resolution,
    resolutionCode: t.resolution_code,
    reason: t.reason,
    customFields: t.custom_fields,
    source: t.source,
    externalRef: t.external_ref,
    rank: t.rank,
    sla: {},
    blocked: t.open && t.open_blockers > 0,
    commentCount: place.staff ? t.public_comments + t.internal_comments : t.public_comments,
    createdAt: t.created_at,
    updatedAt: t.updated_at,
    firstResponseAt: t.first_response_at,
    resolvedAt: t.resolved_at,
    closedAt: t.closed_at,
    can: project === undefined ? [] : possible(actions({ actor: ctx.actor, place, ticket: t, kind: project.kind }), transitions),
    transitions,
  }
}

export async function presentList(ctx: Ctx, tickets: readonly TicketRow[]): Promise<ListedTicket[]> {
  const look = await lookupsFor(ctx, tickets)
  return tickets.map((ticket) => present(ctx, ticket, look))
}

/** A ticket as a change answers it. */
export async function presentChanged(ctx: Ctx, ticket: WholeRow): Promise<ChangedTicket> {
  const look = await lookupsFor(ctx, [ticket])
  const watchers = await peopleNames(ctx, ticket.watcher_ids)
  return {
    ...present(ctx, ticket, look),
    description: ticket.description,
    watchers: ticket.watcher_ids.map((id) => watchers.get(id) ?? unknownPerson(id)),
    watching: ticket.watcher_ids.includes(ctx.actor.id),
  }
}
