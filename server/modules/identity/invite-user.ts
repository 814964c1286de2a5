import { hash, randomBytes } from "node:crypto"
import type { inviteUser as endpoint } from "@docket/contract/accounts"
import type { Body, Returns } from "@docket/contract/endpoint"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { assertFresh } from "./fresh.ts"
import { openInvitation, replaceInvitation } from "./invitations.ts"
import { post } from "./letter-job.ts"
import { invitationLetter, linkTo } from "./letters.ts"
import { allowHandling } from "./policy.ts"
import { assertDepartment } from "./queries.ts"
import { asTaken } from "./rules.ts"

const lifeMs = 7 * 24 * 60 * 60 * 1000

/** Kept as what they hash to: who reads the database cannot use them. */
export const invitationHash = (token: string): Buffer => hash("sha256", token, "buffer")

/** Mails a link to somebody who has no account yet. @throws 400, 403, 409 for an address that has one */
export async function inviteUser(ctx: Ctx, { email, role, departmentId = null }: Body<typeof endpoint>): Promise<Returns<typeof endpoint>> {
  allowHandling(ctx.actor, role)
  if (role !== "employee") await assertFresh(ctx)
  if (departmentId !== null) await assertDepartment(ctx.db, departmentId)
  const known = await ctx.db.selectFrom("users").select("id").where(sql<boolean>`lower(email) = lower(${email})`).executeTakeFirst()
  if (known !== undefined) throw conflict("E_USER_EMAIL_EXISTS", "There is an account with this email already.")
  await replaceInvitation(ctx, email)
  const id = newId()
  const token = randomBytes(32).toString("base64url")
  await ctx.db
    .insertInto("invitations")
    .values({
      id,
      hash: invitationHash(token),
      email,
      role,
      department_id: departmentId,
      invited_by: ctx.actor.id,
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + lifeMs).toISOString(),
    })
    .execute()
    .catch((error: unknown) => {
      throw asTaken(error)
    })
  await record(ctx, "invitation.created", { entity: "invitation", id }, { role })
  const link = linkTo(ctx, "/invitation", token)
  await post(ctx, await invitationLetter(ctx, email, link))
  return { ...(await openInvitation(ctx, id)), ...(ctx.runtime.config.smtpUrl === undefined ? { link } : {}) }
}
