import type { ChangedTicket, Changes } from "@docket/contract/tickets"
import { peopleNames } from "#modules/identity"
import { assertNotFrozen, projectOf } from "#modules/projects"
import { claimMove, graphOf, mayTake, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { conflict, forbidden } from "#platform/errors"
import { settingsOf } from "#platform/settings"
import { afterMove } from "./consequences.ts"
import { presentChanged } from "./present.ts"
import { ticketToChange } from "./queries.ts"
import { assertVersion, timesOf } from "./rules.ts"
import { type NewValues, recordChange, save } from "./save.ts"
import { placeOf, standingOf } from "./standing.ts"

/**
 * Takes an unassigned open ticket, and starts on it where the workflow lists that move. The row is locked, so of two who claim at once
 * one wins and the other is told who did.
 */
export async function claimTicket(ctx: Ctx, idOrKey: string): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  const { actor } = ctx
  const place = placeOf(actor, before)
  if (!actor.permissions.has("tickets.claim") || !place.staff) throw forbidden("Only agents claim tickets.")
  assertVersion(ctx.origin.ifMatch, before.version)
  const [holder] = before.assignee_ids
  if (holder !== undefined) {
    const winner = (await peopleNames(ctx, [holder])).get(holder) ?? { id: holder, name: "Someone" }
    throw conflict("E_TICKET_ALREADY_CLAIMED", `${winner.name} has it already.`, { claimedBy: winner })
  }
  if (!before.open || before.resolved_at !== null)
    throw conflict("E_TICKET_NOT_CLAIMABLE", "Only an open ticket can be claimed.", { status: before.status })

  const project = await projectOf(ctx, before.project_id)
  assertNotFrozen(project)
  const graph = await graphOf(ctx, before.workflow_version_id)
  const { adminPassesGuards } = await settingsOf(ctx)
  const listed = claimMove(graph, before.status)
  const move =
    listed !== undefined && (listed.requires ?? []).length === 0 && mayTake(listed, standingOf(actor, place, adminPassesGuards))
      ? statusOf(graph, listed.to)
      : undefined
  const becomesActive = move?.category === "active" || before.status_category === "active"
  if (becomesActive) await assertRoomFor(ctx, actor.id, project)

  const values: NewValues = { assignee_ids: [actor.id] }
  const changes: Changes = { assignees: [[], [actor.id]] }
  if (move !== undefined) {
    Object.assign(values, { status: move.key, ...timesOf(before, move.category, project.kind, ctx.now) } satisfies NewValues)
    changes.status = [before.status, move.key]
  }
  const after = await save(ctx, before, values)
  await recordChange(ctx, "ticket.claimed", before, after, changes)
  await afterMove(ctx, before, after)
  return presentChanged(ctx, after)
}

/** The workload limit: counted while nobody else can count for the same person and project. @throws 409 */
async function assertRoomFor(ctx: Ctx, personId: string, project: { id: string; workloadLimit: number }): Promise<void> {
  if (project.workloadLimit === 0) return
  await rows(ctx.db, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [`workload:${project.id}:${personId}`])
  const [held] = await rows<{ n: number }>(
    ctx.db,
    "select count(*)::int as n from tickets where assignee_ids[1] = $1::uuid and project_id = $2::uuid and status_category = 'active' and deleted_at is null",
    [personId, project.id],
  )
  if (held !== undefined && held.n >= project.workloadLimit)
    throw conflict(
      "E_TICKET_WORKLOAD_LIMIT",
      `${held.n} tickets in progress are the most that one person holds here. Finish or hand over one first.`,
      { limit: project.workloadLimit, active: held.n },
    )
}
