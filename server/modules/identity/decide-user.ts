import type { User } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { post } from "./letter-job.ts"
import { rejectedLetter } from "./letters.ts"
import { allowHandling } from "./policy.ts"
import { ownUser, userToChange } from "./queries.ts"
import { updateUser } from "./update-user.ts"

const notWaiting = (status: string) =>
  conflict("E_USER_NOT_PENDING", `This account does not wait for approval; it is ${status}.`, { status })

/** Lets somebody in, and tells them. Who is in already stays so. @throws 403, 404, 409 for a disabled account */
export async function approveUser(ctx: Ctx, id: string): Promise<User> {
  const { status } = await userToChange(ctx, id)
  if (status === "disabled") throw notWaiting(status)
  return updateUser(ctx, id, { status: "approved" })
}

/** Refuses somebody who waits, and tells them why. @throws 403, 404, 409 for an account that does not wait */
export async function rejectUser(ctx: Ctx, id: string, reason: string | null): Promise<User> {
  const before = await userToChange(ctx, id)
  allowHandling(ctx.actor, before.role)
  if (before.status === "rejected") return before
  if (before.status !== "pending") throw notWaiting(before.status)
  const version = before.version + 1
  await ctx.db.updateTable("users").set({ status: "rejected", version, updated_at: ctx.now }).where("id", "=", id).execute()
  const subject = { entity: "user", id, version } as const
  await record(ctx, "user.updated", subject, { changes: { status: [before.status, "rejected"] } })
  await record(ctx, "user.rejected", subject, { reason })
  await post(ctx, await rejectedLetter(ctx, before, reason))
  return ownUser(ctx.db, id)
}
