import { randomBytes } from "node:crypto"
import type { Body, Returns } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/sign-in"
import type { Db } from "#platform/database/open"
import { row } from "#platform/database/rows"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { post } from "./letter-job.ts"
import { resetLetter } from "./letters.ts"
import { anonymous } from "./principal.ts"
import { resetTokenHash } from "./reset-password.ts"
import { spendLostPassword } from "./sign-in-limits.ts"

const lifeMs = 60 * 60 * 1000
type Account = { id: string; email: string; fullName: string; epoch: number }

/** Nobody is mailed who could not sign in afterwards, and people of the demo company in demo mode only. */
const accountToHelp = (db: Db, email: string, demo: boolean): Promise<Account | null> =>
  row<Account>(
    db,
    `select id, email, full_name as "fullName", security_epoch as epoch from users
     where lower(email) = lower($1) and status in ('approved', 'pending') and (not demo or $2)`,
    [email, demo],
    "account_to_help",
  )

/**
 * Mails a link to set a new password. A known and an unknown address get the same answer after the same work: the same statements, a
 * row in the same table, a job in the same queue. @throws 429
 */
export async function forgotPassword(call: Call, { email }: Body<typeof api.forgotPassword>): Promise<Returns<typeof api.forgotPassword>> {
  const { runtime, origin } = call
  await spendLostPassword(runtime, origin.ip, email)
  const account = await accountToHelp(runtime.database.kysely, email, runtime.config.demo)
  const id = account?.id ?? anonymous.id
  const token = randomBytes(32).toString("base64url")
  await transact(runtime, anonymous, origin, async (ctx) => {
    // of two requests at once the second one sees, and ends, the first one's link
    await ctx.db.selectFrom("users").select("id").where("id", "=", id).forNoKeyUpdate().execute()
    await ctx.db.updateTable("password_resets").set({ used_at: ctx.now }).where("user_id", "=", id).where("used_at", "is", null).execute()
    await ctx.db
      .insertInto("password_resets")
      .values({
        hash: resetTokenHash(token),
        user_id: account?.id ?? null,
        epoch: account?.epoch ?? 1,
        created_at: ctx.now,
        expires_at: new Date(Date.parse(ctx.now) + lifeMs).toISOString(),
      })
      .execute()
    await record(ctx, "password.reset_requested", { entity: "user", id }, {})
    const mail = await resetLetter(ctx, account ?? { email, fullName: "" }, token)
    await post(ctx, account === null ? null : mail)
  })
  return {
    message: "If there is an account with this address, a link to set a new password is on its way.",
    ...(runtime.config.environment === "production" ? {} : { resetToken: token }),
  }
}
