import type { Body, Returns } from "@docket/contract/endpoint"
import type { checkDuplicate } from "@docket/contract/tickets"
import { graphsOf, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import type { TicketRow } from "./row.ts"

const mostCandidates = 5
/** From here on two titles say the same thing. */
const same = 0.6

type Candidate = Pick<TicketRow, "id" | "key" | "title" | "status" | "status_category" | "workflow_version_id" | "created_at"> & {
  similarity: number
}

/** Open tickets like this one, among those that the actor may see: by trigrams of the title, and by its words. */
export async function findDuplicates(ctx: Ctx, { title }: Body<typeof checkDuplicate>): Promise<Returns<typeof checkDuplicate>> {
  const text = title.trim()
  if (text.length < 3) return { exists: false, candidates: [] }
  const sees = ctx.actor.seesAll ? "" : " and t.viewers && $2::uuid[]"
  const found = await rows<Candidate>(
    ctx.db,
    `select t.id, t.key, t.title, t.status, t.status_category, t.workflow_version_id, t.created_at, similarity(t.title, $1)::float8 as similarity
     from tickets t
     where t.open and t.resolved_at is null and t.deleted_at is null and (t.title % $1 or t.search @@ plainto_tsquery('english', $1))${sees}
     order by similarity(t.title, $1) desc, t.created_at desc limit ${mostCandidates}`,
    ctx.actor.seesAll ? [text] : [text, ctx.actor.grants],
  )
  const graphs = await graphsOf(
    ctx,
    found.map((t) => t.workflow_version_id),
  )
  const candidates = found.map((t) => ({
    id: t.id,
    key: t.key,
    title: t.title,
    status: t.status,
    statusName: statusOf(graphs.get(t.workflow_version_id)!, t.status)?.name ?? t.status,
    statusCategory: t.status_category,
    similarity: Math.round(t.similarity * 100) / 100,
    createdAt: t.created_at,
  }))
  const [best] = candidates
  if (best === undefined || best.similarity < same) return { exists: false, candidates }
  const { id, key, title: its, status, createdAt } = best
  return { exists: true, ticket: { id, key, title: its, status, createdAt }, candidates }
}
