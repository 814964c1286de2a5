import { rolePermissions, type WorkspaceRole } from "@docket/contract/permissions"
import type { Principal } from "#platform/context"
import { forbidden } from "#platform/errors"

export const managesPeople = (actor: Principal) => actor.permissions.has("users.manage")

/** An account is for its owner and for those who manage people. */
export const maySeeUser = (actor: Principal, id: string) => actor.id === id || managesPeople(actor)

/** Nobody hands out, or takes away, more than they hold themselves. */
const mayHandle = (actor: Principal, role: WorkspaceRole) =>
  managesPeople(actor) && rolePermissions[role].every((permission) => actor.permissions.has(permission))

/** @throws 403 */
export function allowHandling(actor: Principal, ...roles: readonly WorkspaceRole[]): void {
  if (!roles.every((role) => mayHandle(actor, role)))
    throw forbidden("You may not change an account of that role.", { permission: "users.manage" })
}

/** Those who may assign find everyone; others find staff and the people with whom they share a team, a department or a project. */
export const findsEveryone = (actor: Principal) => actor.permissions.has("people.assignable")
