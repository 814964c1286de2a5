import type { Returns } from "@docket/contract/endpoint"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type * as api from "@docket/contract/second-factor"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { conflict, DomainError, invalid, notFound } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { settingsOf } from "#platform/settings"
import { transact } from "#platform/transact"
import { assertFresh } from "./fresh.ts"
import { post } from "./letter-job.ts"
import { secondFactorLetter } from "./letters.ts"
import { confirmSecret, hasSecondFactor, newRecoveryCodes, newSecret, removeSecondFactor, spendCode } from "./one-time-codes.ts"
import { allowHandling } from "./policy.ts"
import { ownUser, userToChange } from "./queries.ts"
import { endSessions } from "./sessions.ts"
import { spendSecondFactor } from "./sign-in-limits.ts"

const required = async (ctx: Ctx, role: WorkspaceRole) => (await settingsOf(ctx)).secondFactorRoles.includes(role)
const none = () => conflict("E_SECOND_FACTOR_MISSING", "There is no second factor.")

export async function ownSecondFactor(ctx: Ctx): Promise<Returns<typeof api.secondFactor>> {
  const { id } = ctx.actor
  const { role } = await ownUser(ctx.db, id)
  const found = await ctx.db
    .selectFrom("second_factors")
    .select([
      "confirmed_at as since",
      sql<number>`(select count(*) from recovery_codes c where c.user_id = second_factors.user_id and c.used_at is null)`.as("left"),
    ])
    .where("user_id", "=", id)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst()
  return {
    active: found !== undefined,
    since: found?.since ?? null,
    required: await required(ctx, role),
    recoveryCodesLeft: found?.left ?? 0,
  }
}

/** @throws 403, 409 where there is one already */
export async function beginSecondFactor(ctx: Ctx): Promise<Returns<typeof api.beginSecondFactor>> {
  await assertFresh(ctx)
  const [{ organization }, { email }] = [await settingsOf(ctx), await ownUser(ctx.db, ctx.actor.id)]
  const made = await newSecret(ctx, ctx.actor.id, { issuer: organization, label: email })
  if (made === null) throw conflict("E_SECOND_FACTOR_EXISTS", "You have a second factor already. Disable it first.")
  return made
}

/** @throws 400 for a wrong code, 429 */
export async function confirmSecondFactor(call: Call, otp: string): Promise<Returns<typeof api.confirmSecondFactor>> {
  const { runtime, actor, origin } = call
  await spendSecondFactor(runtime, actor.id)
  return transact(runtime, actor, origin, async (ctx) => {
    if (!(await confirmSecret(ctx, actor.id, otp)))
      throw invalid([{ path: "otp", message: "is not the code that the app shows now" }], "This is not the code that the app shows now.")
    await record(ctx, "second_factor.enabled", { entity: "user", id: actor.id }, {})
    await endSessions(ctx, { userId: actor.id, ...(actor.sessionId === null ? {} : { except: actor.sessionId }) }, "second_factor_changed")
    await post(ctx, await secondFactorLetter(ctx, await ownUser(ctx.db, actor.id), "is now asked for when you sign in"))
    return { recoveryCodes: await newRecoveryCodes(ctx, actor.id) }
  })
}

/** @throws 403, 409 where there is no second factor */
export async function renewRecoveryCodes(ctx: Ctx): Promise<Returns<typeof api.renewRecoveryCodes>> {
  await assertFresh(ctx)
  if (!(await hasSecondFactor(ctx.db, ctx.actor.id))) throw none()
  await record(ctx, "second_factor.codes_renewed", { entity: "user", id: ctx.actor.id }, {})
  return { recoveryCodes: await newRecoveryCodes(ctx, ctx.actor.id) }
}

/** @throws 403, 409 where the role asks for one, or there is none */
export async function disableSecondFactor(ctx: Ctx): Promise<void> {
  await assertFresh(ctx)
  const { id, role, sessionId } = ctx.actor
  if (await required(ctx, role)) throw conflict("E_SECOND_FACTOR_REQUIRED", "Your role asks for a second factor.")
  if (!(await removeSecondFactor(ctx, id))) throw none()
  await record(ctx, "second_factor.disabled", { entity: "user", id }, {})
  await endSessions(ctx, { userId: id, ...(sessionId === null ? {} : { except: sessionId }) }, "second_factor_changed")
  await post(ctx, await secondFactorLetter(ctx, await ownUser(ctx.db, id), "is no longer asked for when you sign in"))
}

/** For somebody who has lost it. @throws 403, 404, 409 where there is none */
export async function resetSecondFactor(ctx: Ctx, id: string): Promise<void> {
  const user = await userToChange(ctx, id)
  allowHandling(ctx.actor, user.role)
  await assertFresh(ctx)
  if (!(await removeSecondFactor(ctx, id))) throw notFound("second factor")
  await record(ctx, "second_factor.reset", { entity: "user", id }, {})
  await endSessions(ctx, { userId: id }, "second_factor_changed")
  await post(ctx, await secondFactorLetter(ctx, user, "was taken away by an administrator"))
}

export const codeRequired = () => new DomainError(401, "E_AUTH_OTP_REQUIRED", "Enter the code that your authenticator app shows.")
export const codeWrong = () => new DomainError(401, "E_AUTH_OTP_INVALID", "This code is wrong, or has been used.")

/** Uses the code up for somebody whose password was right; true for whoever has no second factor. */
export async function passSecondFactor(ctx: Ctx, userId: string, otp: string | undefined): Promise<boolean> {
  if (!(await hasSecondFactor(ctx.db, userId))) return true
  return otp !== undefined && spendCode(ctx, userId, otp)
}
