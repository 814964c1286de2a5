import type { Principal } from "#platform/context"
import { forbidden } from "#platform/errors"

/** Drafts are work in progress: only those who manage workflows see and change them. Published graphs are for everyone who is signed in. */
export const manages = (actor: Principal) => actor.permissions.has("workflows.manage")

/** @throws 403 */
export function allowManaging(actor: Principal): void {
  if (!manages(actor)) throw forbidden("Only those who manage workflows may do that.")
}
