import type { ProjectEntry } from "#modules/projects"
import { graphOf, mayTake, movesFrom, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { settingsOf } from "#platform/settings"
import { afterMove } from "./consequences.ts"
import { createTicket } from "./create.ts"
import { linkTickets } from "./link.ts"
import { ticketToChange } from "./queries.ts"
import type { WholeRow } from "./row.ts"
import { isOpen, timesOf } from "./rules.ts"
import { recordChange, save } from "./save.ts"
import { placeOf, standingOf } from "./standing.ts"

/**
 * What a requester's answer does to a ticket that was thought finished. Resolved: it is open again. Closed, with no way back in its workflow:
 * the answer opens a new ticket, linked to the old one. Answers the ticket that the comment belongs to.
 */
export async function answerOf(ctx: Ctx, ticket: WholeRow, project: ProjectEntry): Promise<WholeRow> {
  if (ticket.resolved_at === null && isOpen(ticket.status_category)) return ticket
  if (ticket.status_category === "cancelled") return ticket
  const graph = await graphOf(ctx, ticket.workflow_version_id)
  const standing = standingOf(ctx.actor, placeOf(ctx.actor, ticket), (await settingsOf(ctx)).adminPassesGuards)
  const back = movesFrom(graph, ticket.status)
    .filter((move) => mayTake(move, standing))
    .map((move) => statusOf(graph, move.to))
    .find((status) => status !== undefined && ["active", "todo", "waiting"].includes(status.category))
  if (back !== undefined) {
    const after = await save(ctx, ticket, { status: back.key, ...timesOf(ticket, back.category, project.kind, ctx.now) })
    await recordChange(
      ctx,
      "ticket.status_changed",
      ticket,
      after,
      { status: [ticket.status, back.key] },
      "Reopened by the requester's reply.",
    )
    await afterMove(ctx, ticket, after)
    return after
  }
  if (isOpen(ticket.status_category)) return ticket
  const followUp = await followUpOf(ctx, ticket)
  return ticketToChange(ctx, followUp)
}

/** One follow-up for one closed ticket: further answers join it as long as it is open. */
async function followUpOf(ctx: Ctx, closed: WholeRow): Promise<string> {
  const [open] = await rows<{ id: string }>(
    ctx.db,
    `select t.id from ticket_links l join tickets t on t.id = l.from_id
     where l.to_id = $1::uuid and l.kind = 'relates' and t.open and t.deleted_at is null and t.reporter_id = $2::uuid order by t.created_at desc limit 1`,
    [closed.id, ctx.actor.id],
  )
  if (open !== undefined) return open.id
  const created = await createTicket(ctx, {
    title: closed.title,
    projectId: closed.project_id,
    type: closed.type,
    categoryId: closed.category_id,
    description: `Follow-up of ${closed.key}.`,
  })
  await linkTickets(ctx, await ticketToChange(ctx, created.id), closed, "relates")
  return created.id
}
