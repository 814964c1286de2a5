import type * as api from "@docket/contract/accounts"
import type { Body, Returns } from "@docket/contract/endpoint"
import type { Tokens } from "@docket/contract/identity"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { DomainError } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { addPeople } from "./add-people.ts"
import { invitationHash } from "./invite-user.ts"
import { hashPassword } from "./passwords.ts"
import { assertGoodPassword } from "./rules.ts"
import { startSession, tokensFor } from "./sessions.ts"
import { spendLink } from "./sign-in-limits.ts"

const wrongLink = () =>
  new DomainError(400, "E_INVITATION_INVALID", "This invitation has been used, taken back, or has expired. Ask for a new one.")

async function goodInvitation(db: Db, token: string, now: string) {
  const found = await db
    .selectFrom("invitations")
    .select(["id", "email", "role", "department_id as departmentId", "expires_at as expiresAt"])
    .where("hash", "=", invitationHash(token))
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst()
  if (found === undefined) throw wrongLink()
  return { ...found, role: found.role as WorkspaceRole }
}

/** Looking at a link does not spend it. @throws 400, 429 */
export async function showInvitation(ctx: Ctx, token: string): Promise<Returns<typeof api.showInvitation>> {
  await spendLink(ctx.runtime, ctx.origin.ip)
  const { email, role, expiresAt } = await goodInvitation(ctx.db, token, ctx.now)
  return { email, role, expiresAt }
}

/** Makes the account, approved at once, and signs in. What it may do was said by the invitation, never by who accepts it. @throws 400, 409, 429 */
export async function acceptInvitation(call: Call, wanted: Body<typeof api.acceptInvitation>): Promise<Tokens> {
  const { runtime, origin } = call
  await spendLink(runtime, origin.ip)
  const { token, password, fullName, username } = wanted
  const { email } = await goodInvitation(runtime.database.kysely, token, new Date().toISOString())
  assertGoodPassword(password, { email, fullName, username })
  const passwordHash = await hashPassword(password)
  const started = await transact(runtime, call.actor, origin, async (ctx) => {
    const { id: invitationId, role, departmentId } = await goodInvitation(ctx.db, token, ctx.now)
    const { numUpdatedRows } = await ctx.db
      .updateTable("invitations")
      .set({ accepted_at: ctx.now })
      .where("id", "=", invitationId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw wrongLink()
    const [id = ""] = await addPeople(ctx, [
      { email, fullName, username: username ?? null, role, departmentId, status: "approved", passwordHash },
    ])
    await record(ctx, "invitation.accepted", { entity: "invitation", id: invitationId }, { userId: id })
    return startSession(ctx, { id, epoch: 1 }, "invitation")
  })
  if (started === null) throw wrongLink()
  return tokensFor(call, started)
}
