import type { Ctx } from "#platform/context"
import { conflict, invalid } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowShaping } from "./policy.ts"

export type NewCategory = { name: string; parentId?: string | null; teamId?: string | null }

/**
 * Adds a category, or a sub-category below one, and answers its id.
 * @throws 400 below something that is no category, 409 E_CATEGORY_EXISTS where its parent has one of that name.
 */
export async function createCategory(ctx: Ctx, { name, parentId = null, teamId = null }: NewCategory): Promise<string> {
  allowShaping(ctx.actor)
  if (parentId !== null) await assertTopLevel(ctx, parentId)
  const id = newId()
  const made = await ctx.db
    .insertInto("categories")
    .values({ id, name, parent_id: parentId, team_id: teamId, created_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (made === undefined) throw conflict("E_CATEGORY_EXISTS", `There is a category ${name} already.`, { name })
  await record(ctx, "category.created", { entity: "category", id, version: 1 }, { name })
  return id
}

/** Tickets carry a category and a sub-category, so the tree has two levels. */
async function assertTopLevel(ctx: Ctx, id: string): Promise<void> {
  const parent = await ctx.db
    .selectFrom("categories")
    .select("parent_id")
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst()
  if (parent === undefined) throw invalid([{ path: "parentId", message: "there is no such category" }])
  if (parent.parent_id !== null) throw invalid([{ path: "parentId", message: "a sub-category has none below it" }])
}
