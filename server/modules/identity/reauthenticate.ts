import type { Body, Returns } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/sign-in"
import { DomainError } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { freshMs } from "./fresh.ts"
import { hasSecondFactor } from "./one-time-codes.ts"
import { proveOwnPassword } from "./own-password.ts"
import { codeRequired, codeWrong, passSecondFactor } from "./second-factor.ts"
import { spendSecondFactor } from "./sign-in-limits.ts"

/** Shows the password again, and the second factor where there is one. @throws 400, 401, 429 */
export async function reauthenticate(
  call: Call,
  { password, otp }: Body<typeof api.reauthenticate>,
): Promise<Returns<typeof api.reauthenticate>> {
  const { actor, runtime, origin } = call
  await proveOwnPassword(call, password, "password")
  if (await hasSecondFactor(runtime.database.kysely, actor.id)) {
    if (otp === undefined) throw codeRequired()
    await spendSecondFactor(runtime, actor.id)
  }
  return transact(runtime, actor, origin, async (ctx) => {
    if (!(await passSecondFactor(ctx, actor.id, otp))) throw codeWrong()
    const sessionId = actor.sessionId ?? ""
    const alive = await ctx.db
      .updateTable("sessions")
      .set({ authenticated_at: ctx.now })
      .where("id", "=", sessionId)
      .where("ended_at", "is", null)
      .executeTakeFirst()
    if (alive.numUpdatedRows === 0n) throw new DomainError(401, "E_AUTH_TOKEN_INVALID", "This session is over. Sign in again.")
    await record(ctx, "session.reauthenticated", { entity: "session", id: sessionId, audience: [actor.id] }, { sessionId })
    return { until: new Date(Date.parse(ctx.now) + freshMs).toISOString() }
  })
}
