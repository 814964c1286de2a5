import type { AccountEvents, Invitation } from "@docket/contract/accounts"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { ListOf } from "@docket/contract/shapes"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { record } from "#platform/events"
import { listByName, type Paging } from "#platform/paging"
import { allowHandling } from "./policy.ts"

const openOnes = ({ db }: Pick<Ctx, "db">) =>
  db
    .selectFrom("invitations as i")
    .innerJoin("users as u", "u.id", "i.invited_by")
    .select([
      "i.id",
      "i.email",
      "i.role",
      "i.department_id as departmentId",
      "i.invited_by as inviterId",
      "u.full_name as inviter",
      "i.created_at as createdAt",
      "i.expires_at as expiresAt",
    ])
    .where("i.accepted_at", "is", null)
    .where("i.revoked_at", "is", null)

type Row = Awaited<ReturnType<ReturnType<typeof openOnes>["executeTakeFirstOrThrow"]>>
const present = ({ inviterId, inviter, role, ...row }: Row): Invitation => ({
  ...row,
  role: role as WorkspaceRole,
  invitedBy: { id: inviterId, name: inviter },
})

/** @throws 404 for one that is no longer open. */
export async function openInvitation(ctx: Ctx, id: string): Promise<Invitation> {
  return present(
    await openOnes(ctx)
      .where("i.id", "=", id)
      .executeTakeFirstOrThrow(() => notFound("invitation")),
  )
}

/** By address. */
export const openInvitations = (ctx: Ctx, paging: Paging): Promise<ListOf<Invitation>> =>
  listByName(openOnes(ctx), { name: sql<string>`i.email`, id: sql<string>`i.id` }, paging, present)

/** Takes an invitation back. @throws 403, 404 */
export async function revokeInvitation(ctx: Ctx, id: string): Promise<void> {
  const { role } = await openInvitation(ctx, id)
  allowHandling(ctx.actor, role)
  await revoke(ctx, { id }, "revoked")
}

/** Nobody's invitations outlive what they may hand out. */
export const revokeInvitationsOf = (ctx: Ctx, inviterId: string) => revoke(ctx, { invited_by: inviterId }, "inviter_changed")

/** There is one open invitation to an address. */
export const replaceInvitation = (ctx: Ctx, email: string) => revoke(ctx, { email }, "replaced")

async function revoke(
  ctx: Ctx,
  which: { id: string } | { invited_by: string } | { email: string },
  reason: AccountEvents["invitation.revoked"]["reason"],
): Promise<void> {
  const ended = await ctx.db
    .updateTable("invitations")
    .set({ revoked_at: ctx.now })
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .$if("id" in which, (update) => update.where("id", "=", (which as { id: string }).id))
    .$if("invited_by" in which, (update) => update.where("invited_by", "=", (which as { invited_by: string }).invited_by))
    .$if("email" in which, (update) => update.where(sql<boolean>`lower(email) = lower(${(which as { email: string }).email})`))
    .returning("id")
    .execute()
  for (const { id } of ended) await record(ctx, "invitation.revoked", { entity: "invitation", id }, { reason })
}
