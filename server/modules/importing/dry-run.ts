/** What an import would do, found out without a write: not a row changes, and where there is no database none is made. */
import { permissions } from "@docket/contract/permissions"
import { changesOf, ticketsReferring } from "#modules/tickets"
import { type Ctx, type Iso, noOrigin, systemPrincipal } from "#platform/context"
import { invalid } from "#platform/errors"
import type { Runtime } from "#platform/runtime"
import { reading } from "#platform/transact"
import { namesIn } from "./ids.ts"
import { type BatchResult, deletedHere, notOurs, pastFields, pastSteps, type Refusal } from "./import-batch.ts"
import { everywhere, type Found, type RefKind, refsOf } from "./refs.ts"
import { type Incident, type Plan, planFor } from "./replay.ts"
import { namedTarget, ownTargetToSee, type Target } from "./target.ts"
import type { Workspace } from "./workspace.ts"

const contextOf = (runtime: Runtime | null): Ctx | null =>
  runtime === null ? null : reading(runtime, systemPrincipal(permissions), noOrigin)

/** @throws 400 where the project is not there or takes no such tickets */
export async function targetToSee(runtime: Runtime | null, project: string | null, states: readonly string[]): Promise<Target> {
  const ctx = contextOf(runtime)
  if (project === null) return ownTargetToSee(ctx, states)
  if (ctx === null) throw invalid([{ path: "project", message: `There is no project ${project}: there is no database yet.` }])
  return namedTarget(ctx, project)
}

export async function tryBatch(
  runtime: Runtime | null,
  target: Target,
  incidents: readonly Incident[],
  workspace: Workspace,
  now: Iso,
): Promise<Omit<BatchResult, "ids">> {
  const ctx = contextOf(runtime)
  const numbers = incidents.map(({ number }) => number)
  const scope = target.projectId
  const refs = ctx === null || scope === null ? new Map<string, Found>() : await refsOf(ctx, "incident", scope, numbers)
  const tickets = ctx === null || scope === null ? new Map<string, never>() : await ticketsReferring(ctx, scope, numbers)
  const refused: Refusal[] = []
  const plans: { isNew: boolean; plan: Plan | null }[] = []
  let known = 0
  for (const incident of incidents) {
    const { number } = incident
    const [ref, ticket] = [refs.get(number), tickets.get(number)]
    if (ref === undefined && ticket !== undefined) {
      refused.push(notOurs(incident, ticket.key))
      continue
    }
    const plan = planFor(incident, ref?.state ?? null, { ...target, now })
    known += incident.rows.length - (plan?.steps.length ?? 0)
    if (ref !== undefined && plan !== null && (ticket === undefined || ticket.isDeleted)) refused.push(deletedHere(incident, plan))
    else plans.push({ isNew: ref === undefined, plan })
  }
  const found = plans.flatMap(({ plan }) => plan ?? [])
  const itself = (_: string, name: string) => name
  const steps = found.flatMap((plan) => pastSteps(plan, pastFields(target, itself), itself))
  const names = namesIn(found)
  const meet = async (kind: Extract<RefKind, "person" | "team" | "category">, all: Iterable<string>) => {
    const first = [...all].filter((name) => workspace.meet(kind, name))
    return first.length - (ctx === null ? 0 : (await refsOf(ctx, kind, everywhere, first)).size)
  }
  const added = plans.filter(({ isNew }) => isNew).length
  const continued = found.length - added
  return {
    added,
    continued,
    unchanged: plans.length - found.length,
    rows: steps.length,
    known,
    events: added + steps.reduce((sum, step) => sum + changesOf(step).length, 0),
    named: {
      person: await meet("person", names.people.keys()),
      team: await meet("team", names.teams),
      category: await meet("category", names.categories.keys()),
    },
    refused,
  }
}
