/** The record of imports: what was read into which project, how far it came and what became of it. */
import type { Ctx } from "#platform/context"
import { row, rows } from "#platform/database/rows"
import { newId } from "#platform/ids"
import { source } from "./refs.ts"

export type Run = { id: string /** Rows that an interrupted import of the same file had done. */; before: number | null }

/** Begins, or goes on with an import of the same file into the same project that never finished. */
export async function beginRun(ctx: Ctx, projectId: string, fingerprint: string): Promise<Run> {
  const unfinished = await row<{ id: string; position: number }>(
    ctx.db,
    `select id, position from imports where source = $1 and project_id = $2::uuid and fingerprint = $3 and finished_at is null
     order by started_at desc limit 1`,
    [source, projectId, fingerprint],
  )
  if (unfinished !== null) return { id: unfinished.id, before: unfinished.position }
  const id = newId()
  await ctx.db.insertInto("imports").values({ id, source, project_id: projectId, fingerprint, started_at: ctx.now }).execute()
  return { id, before: null }
}

export const advanceRun = (ctx: Ctx, run: Run, position: number): Promise<unknown> =>
  rows(ctx.db, "update imports set position = greatest(position, $2::bigint) where id = $1::uuid", [run.id, position], "advance_import")

export const finishRun = (ctx: Ctx, run: Run, position: number, summary: object): Promise<unknown> =>
  ctx.db
    .updateTable("imports")
    .set({ position, summary: JSON.stringify(summary), finished_at: ctx.now })
    .where("id", "=", run.id)
    .execute()
