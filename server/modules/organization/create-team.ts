import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowShaping } from "./policy.ts"

export type NewTeam = { name: string; description?: string; departmentId?: string | null; leadId?: string | null }

/** Adds a team and answers its id. @throws 409 E_TEAM_EXISTS where the name is taken, whatever its case. */
export async function createTeam(ctx: Ctx, { name, description = "", departmentId = null, leadId = null }: NewTeam): Promise<string> {
  allowShaping(ctx.actor)
  const id = newId()
  const made = await ctx.db
    .insertInto("teams")
    .values({ id, name, description, department_id: departmentId, lead_id: leadId, created_at: ctx.now, updated_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made === undefined) throw conflict("E_TEAM_EXISTS", `There is a team ${name} already.`, { name })
  await record(ctx, "team.created", { entity: "team", id, version: 1 }, { name })
  return id
}
