import type { Body } from "@docket/contract/endpoint"
import type { updateUser as endpoint, User } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { conflict, forbidden } from "#platform/errors"
import { record } from "#platform/events"
import { endTokens } from "./api-tokens.ts"
import { assertFresh } from "./fresh.ts"
import { revokeInvitationsOf } from "./invitations.ts"
import { post } from "./letter-job.ts"
import { approvedLetter } from "./letters.ts"
import { allowHandling, managesPeople } from "./policy.ts"
import { assertDepartment, isAnotherAdminActive, ownUser, userToChange } from "./queries.ts"
import { assertTimeZone, asTaken, cleanName, mergedPreferences } from "./rules.ts"
import { endSessions } from "./sessions.ts"

type Wanted = Body<typeof endpoint>

/**
 * Changes an account. Rights hold from the next request on, because no token says them; whoever is disabled is out at once.
 * @throws 400, 403, 404, 409 for a stale version, a taken username, or the last active administrator
 */
export async function updateUser(ctx: Ctx, id: string, wanted: Wanted): Promise<User> {
  const { role, status, departmentId } = wanted
  const concernsStanding = role !== undefined || status !== undefined
  if ((concernsStanding || departmentId !== undefined) && !managesPeople(ctx.actor) && ctx.actor.id === id)
    throw forbidden("Only those who manage people change role, status and department.", { permission: "users.manage" })
  const isAnother = concernsStanding && managesPeople(ctx.actor) && (await isAnotherAdminActive(ctx, id))
  const before = await userToChange(ctx, id)
  if (ctx.origin.ifMatch !== null && ctx.origin.ifMatch !== before.version)
    throw conflict("E_USER_VERSION_CONFLICT", "Somebody has changed this account since you read it.", { version: before.version })
  if (ctx.actor.id !== id) allowHandling(ctx.actor, before.role)
  if (role !== undefined && role !== before.role) {
    allowHandling(ctx.actor, before.role, role)
    await assertFresh(ctx)
  }
  const after = await changed(ctx, before, wanted)
  if (isActiveAdmin(before) && !isActiveAdmin(after) && !isAnother)
    throw conflict("E_USER_LAST_ADMIN", "This is the last active administrator. Make somebody else one first.")
  return save(ctx, before, after)
}

/** Disables an account; what it did stays. @throws 403, 404, 409 for the last active administrator */
export async function disableUser(ctx: Ctx, id: string): Promise<void> {
  await updateUser(ctx, id, { status: "disabled" })
}

const isActiveAdmin = ({ role, status }: User) => role === "admin" && status === "approved"

async function changed(ctx: Ctx, before: User, wanted: Wanted): Promise<User> {
  if (wanted.timezone) assertTimeZone(wanted.timezone)
  if (wanted.departmentId && wanted.departmentId !== before.departmentId) await assertDepartment(ctx.db, wanted.departmentId)
  const { fullName, preferences, ...rest } = wanted
  return {
    ...before,
    ...rest,
    ...(fullName === undefined ? {} : { fullName: cleanName("fullName", fullName) }),
    ...(preferences === undefined ? {} : { preferences: mergedPreferences(before.preferences, preferences) }),
  }
}

const fields = ["fullName", "username", "role", "status", "departmentId", "timezone", "preferences"] as const

async function save(ctx: Ctx, before: User, after: User): Promise<User> {
  const changes = Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field): [string, [unknown, unknown]] => [field, [before[field], after[field]]]),
  )
  if (Object.keys(changes).length === 0) return before
  const { id } = before
  const version = before.version + 1
  const isDisabled = after.status === "disabled" && before.status !== "disabled"
  await ctx.db
    .updateTable("users")
    .set({
      full_name: after.fullName,
      username: after.username,
      role: after.role,
      status: after.status,
      department_id: after.departmentId,
      timezone: after.timezone,
      preferences: JSON.stringify(after.preferences),
      version,
      updated_at: ctx.now,
    })
    .$if(isDisabled, (update) => update.set((row) => ({ security_epoch: row("security_epoch", "+", 1) })))
    .where("id", "=", id)
    .execute()
    .catch((error: unknown) => {
      throw asTaken(error)
    })
  const subject = { entity: "user", id, version } as const
  await record(ctx, "user.updated", subject, { changes })
  if (isDisabled) {
    await record(ctx, "user.disabled", subject, {})
    await endSessions(ctx, { userId: id }, "disabled")
    await endTokens(ctx, { userId: id }, "disabled")
  } else if (before.status === "disabled") await record(ctx, "user.enabled", subject, {})
  else if (after.status === "approved" && before.status !== "approved") {
    await record(ctx, "user.approved", subject, {})
    await post(ctx, await approvedLetter(ctx, after))
  }
  if (isDisabled || after.role !== before.role) await revokeInvitationsOf(ctx, id)
  return ownUser(ctx.db, id)
}
