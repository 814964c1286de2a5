import type { Body } from "@docket/contract/endpoint"
import type { Tokens } from "@docket/contract/identity"
import type * as api from "@docket/contract/sign-in"
import { conflict } from "#platform/errors"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { proveOwnPassword } from "./own-password.ts"
import { hashPassword } from "./passwords.ts"
import { assertGoodPassword } from "./rules.ts"
import { startSession, tokensFor } from "./sessions.ts"
import { setPassword } from "./set-password.ts"

/** Changes one's own password, which ends every session; the caller goes on in a new one. @throws 400, 409, 429 */
export async function changePassword(call: Call, { currentPassword, newPassword }: Body<typeof api.changePassword>): Promise<Tokens> {
  const owner = await proveOwnPassword(call, currentPassword, "currentPassword")
  assertGoodPassword(newPassword, owner, "newPassword")
  const passwordHash = await hashPassword(newPassword)
  const started = await transact(call.runtime, call.actor, call.origin, async (ctx) => {
    const isSet = await setPassword(ctx, owner, passwordHash, "password.changed")
    return isSet ? startSession(ctx, { id: owner.id, epoch: owner.epoch + 1 }, "password") : null
  })
  if (started === null) throw conflict("E_USER_VERSION_CONFLICT", "Your account has changed meanwhile. Sign in again.")
  return tokensFor(call, started)
}
