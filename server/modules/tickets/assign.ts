import type { ChangedTicket, Changes } from "@docket/contract/tickets"
import { assertNotFrozen, projectOf } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { invalid } from "#platform/errors"
import { allow } from "./policy.ts"
import { presentChanged } from "./present.ts"
import { ticketToChange } from "./queries.ts"
import { assertAssignable, assertReferences } from "./references.ts"
import { assertVersion } from "./rules.ts"
import { type NewValues, recordChange, save } from "./save.ts"
import { placeOf } from "./standing.ts"

/** Sets who works on the ticket, the first one being responsible; an empty list hands it back to the queue. */
export async function assignTicket(ctx: Ctx, idOrKey: string, assigneeIds: string[], note?: string): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, before.project_id)
  assertNotFrozen(project)
  allow("assign", { actor: ctx.actor, place: placeOf(ctx.actor, before), ticket: before, kind: project.kind })
  assertVersion(ctx.origin.ifMatch, before.version)
  if (JSON.stringify(assigneeIds) === JSON.stringify(before.assignee_ids)) return presentChanged(ctx, before)
  await assertAssignable(ctx, project, assigneeIds, before.assignee_ids)

  const after = await save(ctx, before, { assignee_ids: assigneeIds })
  await recordChange(ctx, "ticket.assigned", before, after, { assignees: [before.assignee_ids, assigneeIds] }, note)
  return presentChanged(ctx, after)
}

type Transfer = { assigneeId?: string | null; teamId?: string | null; reason: string }

/** Hands the ticket to another person or team, with a reason: a manager's or an administrator's decision. */
export async function transferTicket(ctx: Ctx, idOrKey: string, to: Transfer): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, before.project_id)
  assertNotFrozen(project)
  allow(
    "transfer",
    { actor: ctx.actor, place: placeOf(ctx.actor, before), ticket: before, kind: project.kind },
    "Only a manager or an administrator transfers tickets.",
  )
  assertVersion(ctx.origin.ifMatch, before.version)
  const values: NewValues = {}
  const changes: Changes = {}
  if (to.assigneeId !== undefined) {
    const assigneeIds = to.assigneeId === null ? [] : [to.assigneeId]
    if (JSON.stringify(assigneeIds) !== JSON.stringify(before.assignee_ids)) {
      await assertAssignable(ctx, project, assigneeIds, before.assignee_ids)
      values.assignee_ids = assigneeIds
      changes.assignees = [before.assignee_ids, assigneeIds]
    }
  }
  if (to.teamId !== undefined && to.teamId !== before.team_id) {
    values.team_id = to.teamId
    changes.teamId = [before.team_id, to.teamId]
    await assertReferences(ctx, project, { team_id: to.teamId })
  }
  if (Object.keys(changes).length === 0) throw invalid([{ path: "body", message: "names neither another person nor another team" }])

  const after = await save(ctx, before, values)
  await recordChange(ctx, "ticket.transferred", before, after, changes, to.reason)
  return presentChanged(ctx, after)
}
