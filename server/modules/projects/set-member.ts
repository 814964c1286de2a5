import type { ProjectRole } from "@docket/contract/permissions"
import type { ProjectMember } from "@docket/contract/projects"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { nameOfNewMember } from "./people.ts"
import { allow } from "./policy.ts"
import { caseFor, projectToChange } from "./queries.ts"
import { assertNotFrozen } from "./rules.ts"

/** Adds a person to a project, or changes their role there. The same role again changes nothing. */
export async function setMember(
  ctx: Ctx,
  idOrKey: string,
  { userId, role }: { userId: string; role: ProjectRole },
): Promise<ProjectMember> {
  const project = await projectToChange(ctx, idOrKey)
  allow("manageMembers", await caseFor(ctx, project))
  const name = await nameOfNewMember(ctx, userId)
  const was = await ctx.db
    .selectFrom("project_members")
    .select("role")
    .where("project_id", "=", project.id)
    .where("user_id", "=", userId)
    .executeTakeFirst()
  if (was?.role !== role) {
    assertNotFrozen(project)
    await writeMember(ctx, project.id, userId, role, was?.role ?? null)
  }
  return { userId, name, role }
}

/** The caller holds the project's row, so `was` is still true. */
export async function writeMember(ctx: Ctx, projectId: string, userId: string, role: ProjectRole, was: string | null): Promise<void> {
  const subject = { entity: "project", id: projectId, projectId, audience: [projectId, userId] } as const
  if (was === null) {
    await ctx.db.insertInto("project_members").values({ project_id: projectId, user_id: userId, role }).execute()
    await record(ctx, "project.member_added", subject, { userId, role })
  } else {
    await ctx.db.updateTable("project_members").set({ role }).where("project_id", "=", projectId).where("user_id", "=", userId).execute()
    await record(ctx, "project.member_changed", subject, { userId, role, was })
  }
}
