import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { allow } from "./policy.ts"
import { caseFor, projectToChange } from "./queries.ts"
import { assertVersion } from "./rules.ts"

/** Puts a project away with everything in it; its key stays taken. @throws 409 E_PROJECT_IS_DEFAULT for the desk that everyone falls back to */
export async function deleteProject(ctx: Ctx, idOrKey: string): Promise<void> {
  const project = await projectToChange(ctx, idOrKey)
  allow("delete", await caseFor(ctx, project))
  assertVersion(ctx.origin.ifMatch, project.version)
  if (project.isDefault)
    throw conflict("E_PROJECT_IS_DEFAULT", `${project.key} takes the tickets that name no project, so it cannot be deleted.`)

  const { id } = project
  const version = project.version + 1
  await ctx.db.updateTable("projects").set({ deleted_at: ctx.now, version, updated_at: ctx.now }).where("id", "=", id).execute()
  const members = await ctx.db.selectFrom("project_members").select("user_id").where("project_id", "=", id).execute()
  // by name, because a deleted project is no longer among what they may read
  const audience = [id, ...members.map(({ user_id }) => user_id)]
  await record(ctx, "project.deleted", { entity: "project", id, projectId: id, version, audience }, {})
}
