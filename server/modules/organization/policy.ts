import type { Principal } from "#platform/context"
import { forbidden } from "#platform/errors"

/** Everyone who is signed in sees the organisation; only those with the permission, and the program itself, shape it. */
export const mayShape = (actor: Principal) => actor.kind === "system" || actor.permissions.has("organization.manage")

/** @throws 403 */
export function allowShaping(actor: Principal): void {
  if (!mayShape(actor)) throw forbidden("Only those who manage the organisation may do that.")
}
