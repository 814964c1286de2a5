import type { ChangedTicket } from "@docket/contract/tickets"
import { projectOf } from "#modules/projects"
import { graphOf, mayTake, movesFrom, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { DomainError, forbidden } from "#platform/errors"
import { afterMove } from "./consequences.ts"
import { presentChanged } from "./present.ts"
import { ticketToChange } from "./queries.ts"
import { assertVersion, notStarted, timesOf } from "./rules.ts"
import { recordChange, save } from "./save.ts"
import { placeOf, standingOf } from "./standing.ts"

/** Takes one's own request back while nobody has started on it. 403 for anyone but the reporter; 400 once it was started. */
export async function withdrawTicket(ctx: Ctx, idOrKey: string, reason: string): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  if (before.reporter_id !== ctx.actor.id) throw forbidden("Only who raised a ticket withdraws it.")
  assertVersion(ctx.origin.ifMatch, before.version)
  const graph = await graphOf(ctx, before.workflow_version_id)
  const allowed = movesFrom(graph, before.status).map(({ to }) => to)
  const standing = standingOf(ctx.actor, placeOf(ctx.actor, before), false)
  const target = movesFrom(graph, before.status)
    .filter((move) => mayTake(move, standing))
    .map((move) => statusOf(graph, move.to))
    .find((status) => status?.category === "cancelled")
  if (target === undefined || !notStarted(before.status_category))
    throw new DomainError(400, "E_TICKET_INVALID_STATUS_TRANSITION", "This can no longer be withdrawn: work on it has begun or ended.", {
      from: before.status,
      to: "withdrawn",
      allowed,
    })

  const project = await projectOf(ctx, before.project_id)
  const after = await save(ctx, before, { status: target.key, ...timesOf(before, target.category, project.kind, ctx.now), reason })
  await recordChange(
    ctx,
    "ticket.withdrawn",
    before,
    after,
    { status: [before.status, target.key], reason: [before.reason, reason] },
    reason,
  )
  await afterMove(ctx, before, after)
  return presentChanged(ctx, after)
}
