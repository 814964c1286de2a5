import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { invalid } from "#platform/errors"
import { rankBetween } from "./rank.ts"

/** The rank between two neighbours of the same project; the neighbour that is missing is looked up, so that one is enough. */
export async function rankFor(
  ctx: Ctx,
  projectId: string,
  { beforeId, afterId }: { beforeId?: string | null; afterId?: string | null },
): Promise<string> {
  const rankOf = async (id: string | null | undefined, path: string) => {
    if (!id) return null
    const [found] = await rows<{ rank: string }>(
      ctx.db,
      "select rank from tickets where id = $1::uuid and project_id = $2::uuid and deleted_at is null",
      [id, projectId],
    )
    if (found === undefined) throw invalid([{ path: `rank.${path}`, message: "there is no such ticket in this project" }])
    return found.rank
  }
  let low = await rankOf(beforeId, "beforeId")
  let high = await rankOf(afterId, "afterId")
  const beside = async (comparison: "<" | ">", rank: string, order: "asc" | "desc") =>
    (
      await rows<{ rank: string }>(
        ctx.db,
        `select rank from tickets where project_id = $1::uuid and rank ${comparison} $2 and deleted_at is null order by rank ${order} limit 1`,
        [projectId, rank],
      )
    )[0]?.rank ?? null
  if (low === null && high !== null) low = await beside("<", high, "desc")
  else if (high === null && low !== null) high = await beside(">", low, "asc")
  return rankBetween(low, high)
}
