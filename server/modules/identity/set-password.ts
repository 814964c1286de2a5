import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { post } from "./letter-job.ts"
import { passwordChangedLetter } from "./letters.ts"
import { endSessions } from "./sessions.ts"

export type PasswordOwner = { id: string; email: string; fullName: string; username: string | null; epoch: number }

/**
 * A new password ends every session, makes links that were mailed before worthless, and is told to its owner.
 * Answers false where the account is no longer as it was when its owner showed who they are.
 */
export async function setPassword(
  ctx: Ctx,
  owner: PasswordOwner,
  passwordHash: string,
  how: "password.reset" | "password.changed",
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("users")
    .set({ password_hash: passwordHash, security_epoch: owner.epoch + 1, updated_at: ctx.now })
    .where("id", "=", owner.id)
    .where("security_epoch", "=", owner.epoch)
    .where("status", "in", ["approved", "pending"])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await record(ctx, how, { entity: "user", id: owner.id }, {})
  await endSessions(ctx, { userId: owner.id }, "password_changed")
  await post(ctx, await passwordChangedLetter(ctx, owner))
  return true
}
