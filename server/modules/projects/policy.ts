import type { ProjectRole } from "@docket/contract/permissions"
import { type ProjectAction, type ProjectKind, projectActions } from "@docket/contract/projects"
import type { Principal } from "#platform/context"
import { forbidden } from "#platform/errors"

/** What a person is to one project. */
export type Place = { kind: ProjectKind; restricted: boolean; role: ProjectRole | null; isManager: boolean }
/** All that a decision may look at; `byAdminsOnly` is the setting that leaves projects to administrators. */
export type Case = { actor: Principal; place: Place; byAdminsOnly: boolean }

const isProgram = (actor: Principal) => actor.kind === "system"

/** A desk is everyone's counter unless it is restricted; work is seen by those who belong to it. */
export const maySee = (actor: Principal, { kind, restricted, role }: Omit<Place, "isManager">): boolean =>
  actor.seesAll || (kind === "desk" && !restricted) || role !== null

/** Managers of the workspace and administrators. */
const rules = ({ actor, byAdminsOnly }: Omit<Case, "place">) =>
  isProgram(actor) || (actor.permissions.has("projects.manage") && (!byAdminsOnly || actor.role === "admin"))

/** Also the project's own manager. Not its product owners: theirs is the say over the work, not over who may do it. */
const leads = (c: Case) => rules(c) || (!c.byAdminsOnly && (c.place.isManager || c.place.role === "manager"))

const may: Record<ProjectAction, (c: Case) => boolean> = {
  edit: leads,
  manageMembers: leads,
  delete: rules,
  /** Viewers only look. Seeing everything is not taking part: a workspace manager joins a work project to write in it. */
  createTicket: ({ actor, place }) =>
    isProgram(actor) ||
    actor.role === "admin" ||
    (place.role === null ? place.kind === "desk" && maySee(actor, place) : place.role !== "viewer"),
}

/** What travels with the project as `can`, before its state is looked at. */
export const allowed = (c: Case): ProjectAction[] => projectActions.filter((action) => may[action](c))

/** @throws 403 */
export function allow(action: ProjectAction, c: Case): void {
  if (!may[action](c)) throw forbidden(refusals[action])
}

const refusals: Record<ProjectAction, string> = {
  edit: "Only managers and administrators change this project.",
  manageMembers: "Only managers and administrators decide who belongs to this project.",
  delete: "Only managers and administrators delete projects.",
  createTicket: "Only members of this project raise tickets in it.",
}

/** @throws 403 */
export function allowCreating(c: Omit<Case, "place">): void {
  if (!rules(c))
    throw forbidden(c.byAdminsOnly ? "Only administrators create projects." : "Only managers and administrators create projects.")
}
