import type { Changes } from "@docket/contract/tickets"
import type { ProjectEntry } from "#modules/projects"
import { type Given, graphOf, moveTo, transitionBetween } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { conflict } from "#platform/errors"
import { settingsOf } from "#platform/settings"
import type { WholeRow } from "./row.ts"
import { timesOf } from "./rules.ts"
import type { NewValues } from "./save.ts"
import { placeOf, standingOf } from "./standing.ts"

export type MoveInput = Given & { resolutionCode?: string | null; override?: { blockers: string } }

/**
 * Decides a move and answers what it changes. 400 where the workflow does not list it (with what it does list), 403 where a guard refuses,
 * 409 where an open blocker stands before completion and nobody overrides it.
 */
export async function decideMove(
  ctx: Ctx,
  ticket: WholeRow,
  project: ProjectEntry,
  to: string,
  given: MoveInput,
): Promise<{ values: NewValues; changes: Changes; note: string | null }> {
  const graph = await graphOf(ctx, ticket.workflow_version_id)
  const { adminPassesGuards } = await settingsOf(ctx)
  const standing = standingOf(ctx.actor, placeOf(ctx.actor, ticket), adminPassesGuards)
  const status = moveTo(graph, ticket.status, to, standing, given)

  const transition = transitionBetween(graph, ticket.status, to)
  if (transition?.needsDependenciesDone && (await hasOpenChild(ctx, ticket.id)) && given.override === undefined)
    throw conflict("E_TICKET_BLOCKED", "What it is made of is not done yet. Finish that first, or say why this is done all the same.", {
      openChildren: true,
    })
  const blocked = status.category === "done" && ticket.open_blockers > 0
  if (blocked && project.blockers === "refuse" && given.override === undefined)
    throw conflict("E_TICKET_BLOCKED", "An open ticket blocks this one. Finish that first, or say why this is done all the same.", {
      openBlockers: ticket.open_blockers,
    })

  const values: NewValues = { status: status.key, ...timesOf(ticket, status.category, project.kind, ctx.now) }
  const changes: Changes = { status: [ticket.status, status.key] }
  if (values.progress !== ticket.progress) changes.progress = [ticket.progress, values.progress]
  const override = blocked && given.override !== undefined ? `Completed in spite of a blocker: ${given.override.blockers}` : null
  return { values, changes, note: [given.note, override].filter(Boolean).join("\n") || null }
}

const hasOpenChild = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await rows(ctx.db, "select 1 from tickets where parent_id = $1::uuid and open and deleted_at is null limit 1", [id])).length > 0
