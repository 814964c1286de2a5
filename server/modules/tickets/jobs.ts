import { projectOf } from "#modules/projects"
import { autoCloseVersions, graphOf, movesFrom, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { noOrigin, systemPrincipal } from "#platform/context"
import { rows } from "#platform/database/rows"
import { record } from "#platform/events"
import type { Job } from "#platform/jobs"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"
import { afterMove } from "./consequences.ts"
import { columnList, type WholeRow } from "./row.ts"
import { timesOf } from "./rules.ts"
import { recordChange, save } from "./save.ts"

const batch = 50

/** Closes what has been resolved for longer than its workflow says. Costs what is due: a page of due tickets at a time, a short transaction each. */
export async function closeResolved(runtime: Runtime): Promise<number> {
  const system = systemPrincipal([])
  let closed = 0
  for (const { versionId, hours } of await autoCloseVersions({ db: runtime.database.kysely })) {
    for (;;) {
      const done = await transact(runtime, system, noOrigin, async (ctx) => {
        const due = await rows<WholeRow>(
          ctx.db,
          `select ${columnList}, t.description from tickets t
           where t.workflow_version_id = $1::uuid and t.status_category = 'review' and t.resolved_at < $2::timestamptz - make_interval(hours => $3) and t.deleted_at is null
           order by t.resolved_at limit ${batch} for no key update skip locked`,
          [versionId, ctx.now, hours],
        )
        for (const ticket of due) await closeOne(ctx, ticket, hours)
        return due.length
      })
      closed += done
      if (done < batch) break
    }
  }
  return closed
}

async function closeOne(ctx: Ctx, ticket: WholeRow, hours: number): Promise<void> {
  const graph = await graphOf(ctx, ticket.workflow_version_id)
  const target = movesFrom(graph, ticket.status)
    .map(({ to }) => statusOf(graph, to))
    .find((status) => status?.category === "done")
  if (target === undefined) return
  const project = await projectOf(ctx, ticket.project_id)
  const after = await save(ctx, ticket, { status: target.key, ...timesOf(ticket, target.category, project.kind, ctx.now) })
  const note = `Closed by itself: resolved ${hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`} ago and not reopened.`
  await recordChange(ctx, "ticket.status_changed", ticket, after, { status: [ticket.status, target.key] }, note)
  await afterMove(ctx, ticket, after)
}

/** What was deleted 30 days ago goes for good, with what belongs to it; its events stay and tell that it was there. */
export async function purgeDeleted(runtime: Runtime): Promise<void> {
  for (;;) {
    const purged = await transact(runtime, systemPrincipal([]), noOrigin, async (ctx) => {
      const due = await rows<{ id: string; project_id: string }>(
        ctx.db,
        `select id, project_id from tickets t where deleted_at < now() - interval '30 days' and not exists (select 1 from tickets c where c.parent_id = t.id) limit ${batch} for update skip locked`,
      )
      const ids = due.map(({ id }) => id)
      if (ids.length === 0) return 0
      await rows(ctx.db, "delete from comment_versions where comment_id in (select id from comments where ticket_id = any($1::uuid[]))", [
        ids,
      ])
      await rows(ctx.db, "delete from comment_reactions where comment_id in (select id from comments where ticket_id = any($1::uuid[]))", [
        ids,
      ])
      await rows(ctx.db, "update comments set parent_id = null where ticket_id = any($1::uuid[])", [ids])
      await rows(ctx.db, "delete from comments where ticket_id = any($1::uuid[])", [ids])
      await rows(ctx.db, "delete from ticket_links where from_id = any($1::uuid[]) or to_id = any($1::uuid[])", [ids])
      await rows(ctx.db, "delete from tickets where id = any($1::uuid[])", [ids])
      for (const { id, project_id } of due)
        await record(ctx, "ticket.purged", { entity: "ticket", id, ticketId: id, projectId: project_id }, {})
      return ids.length
    })
    if (purged < batch) return
  }
}

export const jobs: Job[] = [
  { name: "close-resolved-tickets", cron: "7 * * * *", handle: async (runtime) => void (await closeResolved(runtime)) },
  { name: "purge-deleted-tickets", cron: "20 3 * * *", handle: purgeDeleted },
]
