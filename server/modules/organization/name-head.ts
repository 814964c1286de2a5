import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { record } from "#platform/events"
import { allowShaping } from "./policy.ts"

/** Puts a person, or nobody, at the head of a department. @throws 404 */
export async function nameHead(ctx: Ctx, departmentId: string, headId: string | null): Promise<void> {
  allowShaping(ctx.actor)
  const was = await ctx.db
    .selectFrom("departments")
    .select(["head_id", "version"])
    .where("id", "=", departmentId)
    .where("deleted_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => notFound("department"))
  if (was.head_id === headId) return
  const version = was.version + 1
  await ctx.db.updateTable("departments").set({ head_id: headId, version, updated_at: ctx.now }).where("id", "=", departmentId).execute()
  const audience = [was.head_id, headId].filter((id) => id !== null)
  await record(
    ctx,
    "department.updated",
    { entity: "department", id: departmentId, version, audience },
    { changes: { headId: [was.head_id, headId] } },
  )
}
