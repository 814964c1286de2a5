import type { ProjectRole } from "@docket/contract/permissions"
import { type GuardRole, guardRoles, type Relation } from "@docket/contract/workflows"
import type { Standing } from "#modules/workflows"
import type { Principal } from "#platform/context"
import type { TicketRow } from "./row.ts"

/** What a person is to one ticket; every decision about the ticket starts from this. */
export type Place = {
  /** Works the ticket's project: sees internal notes. */
  staff: boolean
  reporter: boolean
  assignee: boolean
  owner: boolean
  watcher: boolean
  projectRole: ProjectRole | null
}

export const placeOf = (
  actor: Principal,
  t: Pick<TicketRow, "project_id" | "reporter_id" | "assignee_ids" | "owner_id" | "watcher_ids">,
): Place => ({
  staff: actor.seesAll || actor.staffProjects.has(t.project_id),
  reporter: t.reporter_id === actor.id,
  assignee: t.assignee_ids.includes(actor.id),
  owner: t.owner_id === actor.id,
  watcher: t.watcher_ids.includes(actor.id),
  projectRole: actor.projects.get(t.project_id) ?? null,
})

const known = new Set<string>(guardRoles)

/** What workflow guards ask for. An administrator is staff, but no product owner, unless the organisation lets administrators pass. */
export function standingOf(actor: Principal, place: Place, adminPassesGuards: boolean): Standing {
  if (actor.kind === "system" || (adminPassesGuards && actor.role === "admin"))
    return { roles: new Set(), relations: new Set(), everything: true }
  const roles = new Set<GuardRole>()
  if (known.has(actor.role)) roles.add(actor.role)
  if (place.projectRole !== null) roles.add(place.projectRole)
  if (place.staff) roles.add("staff")
  const relations = new Set<Relation>()
  for (const relation of ["reporter", "owner", "assignee", "watcher"] as const) if (place[relation]) relations.add(relation)
  return { roles, relations }
}
