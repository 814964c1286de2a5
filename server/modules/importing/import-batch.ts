/** A batch of incidents in one short transaction: all of it is there afterwards, or nothing of it. */
import {
  type Continued,
  continueTickets,
  importTickets,
  type PastFields,
  type PastStep,
  type PastTicket,
  ticketsReferring,
} from "#modules/tickets"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { descriptionOf, type LogFields, titleOf } from "./fields.ts"
import { categoryName, type Ids, idIn, idsFor, namesIn } from "./ids.ts"
import { keepRefs, refsOf, source } from "./refs.ts"
import { type Incident, type Plan, planFor } from "./replay.ts"
import { advanceRun, type Run } from "./runs.ts"
import type { Target } from "./target.ts"

export type Refusal = { lines: number[]; why: string }
export type BatchResult = {
  added: number
  continued: number
  unchanged: number
  /** Rows that are told by events now, and rows that were before. */
  rows: number
  known: number
  events: number
  named: { person: number; team: number; category: number }
  /** Rows of incidents whose tickets are not ours to change. */
  refused: Refusal[]
  ids: Ids
}

/** Imports that run at once take turns, a batch each: what the one has done, the other finds. */
export async function takeTurn(ctx: Ctx): Promise<void> {
  await rows(ctx.db, "set local lock_timeout = '60s'")
  await rows(ctx.db, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [`import ${source}`])
}

type Planned = { incident: Incident; plan: Plan; ticketId: string | null }
const linesOf = (told: readonly { line: number }[]) => told.map(({ line }) => line)
export const notOurs = ({ number, rows: its }: Incident, key: string): Refusal => ({
  lines: linesOf(its),
  why: `${number} is the reference of ${key}, which was not imported`,
})
export const deletedHere = ({ number }: Incident, { steps }: Plan): Refusal => ({
  lines: linesOf(steps),
  why: `the ticket of ${number} has been deleted`,
})

/** Brings into the project what is new of these incidents. */
export async function importBatch(
  ctx: Ctx,
  target: Target & { projectId: string },
  incidents: readonly Incident[],
  run: Run,
  position: number,
  knownIds: Ids,
): Promise<BatchResult> {
  await takeTurn(ctx)
  const { projectId } = target
  const numbers = incidents.map(({ number }) => number)
  const refs = await refsOf(ctx, "incident", projectId, numbers)
  const others = await ticketsReferring(
    ctx,
    projectId,
    numbers.filter((number) => !refs.has(number)),
  )
  const refused: Refusal[] = []
  const planned: Planned[] = []
  let known = 0
  for (const incident of incidents) {
    const other = others.get(incident.number)
    if (other !== undefined) {
      refused.push(notOurs(incident, other.key))
      continue
    }
    const ref = refs.get(incident.number)
    const plan = planFor(incident, ref?.state ?? null, { ...target, now: ctx.now })
    known += incident.rows.length - (plan?.steps.length ?? 0)
    if (plan !== null) planned.push({ incident, plan, ticketId: ref?.localId ?? null })
  }
  const nothing = { added: 0, continued: 0, rows: 0, events: 0, named: { person: 0, team: 0, category: 0 }, ids: null }
  const done = planned.length === 0 ? nothing : await write(ctx, target, planned, knownIds, refused)
  if (planned.length > 0) await advanceRun(ctx, run, position)
  const unchanged = incidents.length - done.added - done.continued - refused.length
  return { ...done, ids: done.ids ?? knownIds, known, unchanged, refused }
}

async function write(ctx: Ctx, target: Target & { projectId: string }, planned: readonly Planned[], knownIds: Ids, refused: Refusal[]) {
  const { ids, added: named } = await idsFor(ctx, knownIds, namesIn(planned.map(({ plan }) => plan)))
  const find = (kind: keyof Ids, name: string) => idIn(knownIds, ids, kind, name)
  const past = pastFields(target, find)
  const begun = planned.filter(({ ticketId }) => ticketId === null)
  const made = await importTickets(
    ctx,
    target.projectId,
    begun.map(({ incident, plan }) => pastTicket(incident, plan, target, past, find)),
  )
  const continued = planned.flatMap(({ incident, plan, ticketId }) => (ticketId === null ? [] : [{ incident, plan, ticketId }]))
  const counts = await continueTickets(
    ctx,
    continued.map(({ plan, ticketId }) => more(plan, ticketId, target, past, find)),
  )
  const done = continued.filter(({ ticketId }) => counts.has(ticketId))
  for (const { incident, plan } of continued.filter(({ ticketId }) => !counts.has(ticketId))) refused.push(deletedHere(incident, plan))
  await keepRefs(ctx, "incident", target.projectId, [
    ...begun.map(({ incident, plan }, at) => ({ externalId: incident.number, localId: made[at]?.id ?? "", state: plan.memory })),
    ...done.map(({ incident, plan, ticketId }) => ({ externalId: incident.number, localId: ticketId, state: plan.memory })),
  ])
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
  return {
    added: made.length,
    continued: done.length,
    rows: sum([...begun, ...done].map(({ plan }) => plan.steps.length)),
    events: sum([...made.map(({ events }) => events), ...counts.values()]),
    named,
    ids,
  }
}

type Find = (kind: keyof Ids, name: string) => string
type ToPast = (fields: LogFields) => PastFields

/** From the log's names to Docket's ids. */
export const pastFields =
  (target: Target, find: Find): ToPast =>
  (fields) => {
    const { key, category } = target.status(fields.state)
    const path = categoryName(fields)
    return {
      status: key,
      statusCategory: category,
      priority: fields.priority,
      impact: fields.impact,
      urgency: fields.urgency,
      categoryId: path === null ? null : find("category", path),
      teamId: fields.team === null ? null : find("team", fields.team),
      reporterId: find("person", fields.caller),
      assigneeIds: fields.assignee === null ? [] : [find("person", fields.assignee)],
      resolutionCode: fields.resolutionCode,
      customFields: fields.details,
    }
  }

/** How often it was reassigned and reopened is told by the history, but the log does not show each time. */
function untoldOf({ memory: { last } }: Plan): Record<string, number> {
  const counts = { reassignments: last.reassignments, reopens: last.reopens }
  return Object.fromEntries(Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== null))
}

const actorOf = (name: string | null, find: Find) => (name === null ? null : find("person", name))
export const pastSteps = ({ steps }: Pick<Plan, "steps">, past: ToPast, find: Find): PastStep[] =>
  steps.map(({ at, by, before, after, note }) => ({ at, actorId: actorOf(by, find), before: past(before), after: past(after), note }))

const pastTicket = ({ number }: Incident, plan: Plan, target: Target, past: ToPast, find: Find): PastTicket => ({
  externalRef: number,
  title: titleOf(number, plan.raised.first),
  description: descriptionOf(number, plan.raised.first),
  type: target.type,
  workflowVersionId: target.versionId,
  raised: { at: plan.raised.at, actorId: actorOf(plan.raised.by, find), fields: past(plan.raised.fields) },
  steps: pastSteps(plan, past, find),
  untold: untoldOf(plan),
  resolvedAt: plan.resolvedAt,
  closedAt: plan.closedAt,
})

const more = (plan: Plan, id: string, target: Target, past: ToPast, find: Find): Continued => ({
  id,
  steps: pastSteps(plan, past, find),
  untold: untoldOf(plan),
  workflowVersionId: target.versionId,
  resolvedAt: plan.resolvedAt,
  closedAt: plan.closedAt,
})
