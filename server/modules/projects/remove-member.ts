import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { record } from "#platform/events"
import { allow } from "./policy.ts"
import { caseFor, projectToChange } from "./queries.ts"

/** Takes a person out of a project, also out of a frozen one: access is never left standing. Whoever managed it manages it no longer. */
export async function removeMember(ctx: Ctx, idOrKey: string, userId: string): Promise<void> {
  const project = await projectToChange(ctx, idOrKey)
  allow("manageMembers", await caseFor(ctx, project))
  const { id } = project
  const removed = await ctx.db
    .deleteFrom("project_members")
    .where("project_id", "=", id)
    .where("user_id", "=", userId)
    .returning("user_id")
    .executeTakeFirst()
  if (removed === undefined) throw notFound("project member")
  const audience = [id, userId]
  await record(ctx, "project.member_removed", { entity: "project", id, projectId: id, audience }, { userId })
  if (project.managerId !== removed.user_id) return

  const version = project.version + 1
  await ctx.db.updateTable("projects").set({ manager_id: null, version, updated_at: ctx.now }).where("id", "=", id).execute()
  await record(
    ctx,
    "project.updated",
    { entity: "project", id, projectId: id, version, audience },
    { changes: { managerId: [userId, null] } },
  )
}
