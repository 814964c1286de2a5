import { hash } from "node:crypto"
import type { Body } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/sign-in"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { row } from "#platform/database/rows"
import { DomainError } from "#platform/errors"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { hashPassword } from "./passwords.ts"
import { actingAs } from "./principal.ts"
import { assertGoodPassword } from "./rules.ts"
import { type PasswordOwner, setPassword } from "./set-password.ts"
import { spendLink, spendNewPassword } from "./sign-in-limits.ts"

/** Kept as what they hash to: who reads the database cannot use them. */
export const resetTokenHash = (token: string): Buffer => hash("sha256", token, "buffer")

const wrongLink = () =>
  new DomainError(400, "E_AUTH_RESET_TOKEN_INVALID", "This link has been used, has expired, or is not one of ours. Ask for a new one.")

const ownerOf = (db: Db, token: string, now: string): Promise<PasswordOwner | null> =>
  row<PasswordOwner>(
    db,
    `select u.id, u.email, u.full_name as "fullName", u.username, u.security_epoch as epoch
     from password_resets r join users u on u.id = r.user_id and u.security_epoch = r.epoch
     where r.hash = $1 and r.used_at is null and r.expires_at > $2 and u.status in ('approved', 'pending')`,
    [resetTokenHash(token), now],
    "owner_of_reset",
  )

/** Looking at a link does not spend it: mail scanners look. @throws 400, 429 */
export async function verifyResetToken(ctx: Ctx, token: string): Promise<{ valid: true }> {
  await spendLink(ctx.runtime, ctx.origin.ip)
  if ((await ownerOf(ctx.db, token, ctx.now)) === null) throw wrongLink()
  return { valid: true }
}

/** Sets the password of whoever holds the link, and signs nobody in: a second factor is still asked for. @throws 400, 429 */
export async function resetPassword(call: Call, { token, newPassword }: Body<typeof api.resetPassword>): Promise<void> {
  const { runtime, origin } = call
  await spendNewPassword(runtime, origin.ip)
  const owner = await ownerOf(runtime.database.kysely, token, new Date().toISOString())
  if (owner === null) throw wrongLink()
  assertGoodPassword(newPassword, owner, "newPassword")
  const passwordHash = await hashPassword(newPassword)
  await transact(runtime, actingAs(owner.id, owner.fullName, null), origin, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable("password_resets")
      .set({ used_at: ctx.now })
      .where("hash", "=", resetTokenHash(token))
      .where("used_at", "is", null)
      .where("expires_at", ">", ctx.now)
      .executeTakeFirst()
    if (numUpdatedRows === 0n || !(await setPassword(ctx, owner, passwordHash, "password.reset"))) throw wrongLink()
  })
}
