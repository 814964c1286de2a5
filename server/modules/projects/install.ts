import { sql } from "kysely"
import { noOrigin, systemPrincipal } from "#platform/context"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"
import { createProject } from "./create-project.ts"

/** At every start, after the workflows: the desk that takes tickets which name no project. Processes that start at once take turns. */
export const install = (runtime: Runtime): Promise<void> =>
  transact(runtime, systemPrincipal(["projects.manage"]), noOrigin, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtext('the default desk'))`.execute(ctx.db)
    const desk = await ctx.db
      .selectFrom("projects")
      .select("id")
      .where("is_default", "=", true)
      .where("deleted_at", "is", null)
      .executeTakeFirst()
    if (desk === undefined) await createProject(ctx, { key: "HELP", name: "Help desk", kind: "desk", preset: "itsm" }, { isDefault: true })
  })
