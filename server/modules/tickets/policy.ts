import type { ProjectKind } from "@docket/contract/projects"
import { type TicketAction, ticketActions } from "@docket/contract/tickets"
import type { Principal } from "#platform/context"
import { forbidden } from "#platform/errors"
import type { TicketRow } from "./row.ts"
import { isOpen, notStarted } from "./rules.ts"
import type { Place } from "./standing.ts"

/** All that a decision may look at. */
export type Case = { actor: Principal; place: Place; ticket: Pick<TicketRow, "status_category" | "assignee_ids">; kind: ProjectKind }

/** Writes in this project as a whole: agents and managers on a desk, members by their role at work, administrators everywhere. */
function worksHere({ actor, place, kind }: Case): boolean {
  if (actor.role === "admin") return true
  if (!place.staff) return false
  if (kind === "desk")
    return actor.role === "agent" || actor.role === "manager" || (place.projectRole !== null && place.projectRole !== "viewer")
  return place.projectRole === "product_owner" || place.projectRole === "manager" || place.projectRole === "developer"
}
/** A team member changes what is assigned to them, wherever it is. */
const worksOnIt = (c: Case) => worksHere(c) || (c.place.assignee && c.place.projectRole !== "viewer")

/** One predicate for each action; who may see the ticket at all is decided before, in the queries. */
const may: Record<TicketAction, (c: Case) => boolean> = {
  /** Title and description: also the reporter's, as long as the ticket is open. */
  edit: (c) => worksOnIt(c) || (c.place.reporter && isOpen(c.ticket.status_category)),
  /** Everything else about it: type, priority, dates, labels … */
  editPlan: worksOnIt,
  /** Along the workflow, whose own guards decide further. */
  move: (c) => worksOnIt(c) || c.place.reporter,
  comment: (c) => c.place.projectRole !== "viewer" || c.place.assignee || c.place.reporter,
  note: (c) => c.place.staff && c.place.projectRole !== "viewer",
  assign: (c) => (c.actor.permissions.has("tickets.assign") && c.place.staff) || (worksHere(c) && c.kind === "work"),
  claim: (c) =>
    c.actor.permissions.has("tickets.claim") && c.place.staff && c.ticket.assignee_ids.length === 0 && isOpen(c.ticket.status_category),
  transfer: (c) => c.actor.role === "admin" || c.actor.role === "manager",
  withdraw: (c) => c.place.reporter && notStarted(c.ticket.status_category),
  watch: () => true,
  link: worksOnIt,
  delete: (c) => c.actor.permissions.has("tickets.delete"),
}

export const mayDo = (action: TicketAction, c: Case): boolean => may[action](c)
/** @throws 403 */
export function allow(action: TicketAction, c: Case, message?: string): void {
  if (!may[action](c)) throw forbidden(message)
}
/** The actions that travel with the ticket as `can`. */
export const actions = (c: Case): TicketAction[] => ticketActions.filter((action) => may[action](c))
