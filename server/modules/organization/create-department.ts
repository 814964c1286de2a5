import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowShaping } from "./policy.ts"

/** Adds a department and answers its id. @throws 409 E_DEPARTMENT_EXISTS where the name is taken, whatever its case. */
export async function createDepartment(
  ctx: Ctx,
  { name, description = "", headId = null }: { name: string; description?: string; headId?: string | null },
): Promise<string> {
  allowShaping(ctx.actor)
  const id = newId()
  const made = await ctx.db
    .insertInto("departments")
    .values({ id, name, description, head_id: headId, created_at: ctx.now, updated_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made === undefined) throw conflict("E_DEPARTMENT_EXISTS", `There is a department ${name} already.`, { name })
  await record(ctx, "department.created", { entity: "department", id, version: 1, audience: headId === null ? [] : [headId] }, { name })
  return id
}
