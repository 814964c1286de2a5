/** Moves and their guards, decided from the graph and from who the caller is towards the ticket. */
import type { AllowedMove } from "@docket/contract/tickets"
import {
  finalCategories,
  type GuardRole,
  type Relation,
  type Requirable,
  requirable,
  type Status,
  type Transition,
  type Who,
  type WorkflowGraph,
} from "@docket/contract/workflows"
import { DomainError, forbidden, invalid } from "#platform/errors"

/**
 * Who the caller is towards one ticket. An administrator's role opens no guard by itself: the caller of these rules
 * lists only roles that the person really holds. `everything` is for the system, and for a setting that lets administrators pass.
 */
export type Standing = { roles: ReadonlySet<GuardRole>; relations: ReadonlySet<Relation>; everything?: boolean }

/** What the person wrote to go with the move. */
export type Given = Partial<Record<Requirable, string | null>>

type Index = { statuses: Map<string, { status: Status; position: number }>; leaving: Map<string, Transition[]> }
const indexes = new WeakMap<WorkflowGraph, Index>()

/** Lists ask for moves once per ticket, so a graph (which never changes once made) is indexed once. */
function indexOf(graph: WorkflowGraph): Index {
  const known = indexes.get(graph)
  if (known) return known
  const statuses = new Map(graph.statuses.map((status, position) => [status.key, { status, position }]))
  const position = (transition: Transition) => statuses.get(transition.to)?.position ?? graph.statuses.length
  const leaving = new Map<string, Transition[]>()
  for (const transition of [...graph.transitions].sort((a, b) => position(a) - position(b))) {
    leaving.set(transition.from, [...(leaving.get(transition.from) ?? []), transition])
  }
  const index = { statuses, leaving }
  indexes.set(graph, index)
  return index
}

/** Undefined where the graph has no such status: an imported ticket may carry one. */
export const statusOf = (graph: WorkflowGraph, key: string): Status | undefined => indexOf(graph).statuses.get(key)?.status

/** Where a new ticket starts. A graph without it was never published, so a missing one is a bug. */
export function initialStatus(graph: WorkflowGraph): Status {
  const status = statusOf(graph, graph.initial)
  if (!status) throw new Error(`the workflow starts in ${graph.initial}, which it does not have`)
  return status
}

export const isFinal = (status: Status) => finalCategories.includes(status.category)

/** The moves that leave a status, whoever asks, in the workflow's order of statuses. */
export const movesFrom = (graph: WorkflowGraph, from: string): readonly Transition[] => indexOf(graph).leaving.get(from) ?? []

const passes = (who: Who, { roles, relations }: Standing) =>
  (who.role === undefined || roles.has(who.role)) && (who.relation === undefined || relations.has(who.relation))

/** A transition without guards is open to whoever may update the ticket; that is the ticket's own policy, not decided here. */
export const mayTake = (transition: Transition, standing: Standing) =>
  standing.everything === true || transition.allow === undefined || transition.allow.some((who) => passes(who, standing))

/** The statuses that the caller may choose next; travels with the ticket as `transitions`. */
export function allowedMoves(graph: WorkflowGraph, from: string, standing: Standing): AllowedMove[] {
  return movesFrom(graph, from).flatMap((transition) => {
    const status = statusOf(graph, transition.to)
    if (!status || !mayTake(transition, standing)) return []
    return [
      { to: status.key, name: transition.name, statusName: status.name, category: status.category, requires: transition.requires ?? [] },
    ]
  })
}

/** The transition between two statuses, if the workflow lists one. */
export const transitionBetween = (graph: WorkflowGraph, from: string, to: string): Transition | undefined =>
  movesFrom(graph, from).find((transition) => transition.to === to)

/** Where a claim takes the ticket: the workflow's first active status, if a move from here to it is listed. */
export function claimMove(graph: WorkflowGraph, from: string): Transition | undefined {
  const active = graph.statuses.find((status) => status.category === "active")
  return active && transitionBetween(graph, from, active.key)
}

/**
 * Decides one move and answers the status it leads to.
 * 400 where the workflow does not list it, 403 where the caller is not among those who may, 400 where something required is blank.
 */
export function moveTo(graph: WorkflowGraph, from: string, to: string, standing: Standing, given: Given = {}): Status {
  const transition = transitionBetween(graph, from, to)
  const status = statusOf(graph, to)
  if (!transition || !status) throw notListed(graph, from, to)
  if (!mayTake(transition, standing)) throw forbidden(guardSentence(graph, transition))
  const missing = missingOf(transition, given)
  if (missing.length > 0) {
    throw invalid(missing.map((path) => ({ path, message: `"${transition.name}" needs ${path === "reason" ? "a reason" : `a ${path}`}.` })))
  }
  return status
}

const missingOf = (transition: Transition, given: Given) =>
  requirable.filter((field) => transition.requires?.includes(field) && !given[field]?.trim())

function notListed(graph: WorkflowGraph, from: string, to: string) {
  const allowed = movesFrom(graph, from).map((transition) => transition.to)
  const named = (key: string) => statusOf(graph, key)?.name ?? key
  const instead = allowed.length === 0 ? "nothing follows it" : `only to ${oneOf(allowed.map(named))}`
  const message = `A ticket in ${named(from)} cannot go to ${named(to)}: ${instead}.`
  return new DomainError(400, "E_TICKET_INVALID_STATUS_TRANSITION", message, { from, to, allowed })
}

const roleNames: Record<GuardRole, string> = {
  product_owner: "a product owner",
  manager: "a manager",
  developer: "a developer",
  member: "a member",
  viewer: "a viewer",
  admin: "an administrator",
  agent: "an agent",
  employee: "an employee",
  staff: "the project's staff",
}
const relationNames: Record<Relation, string> = {
  reporter: "the reporter",
  owner: "the owner",
  assignee: "an assignee",
  watcher: "a watcher",
}
const alsoBeing: Record<Relation, string> = {
  reporter: "who reported it",
  owner: "who owns it",
  assignee: "it is assigned to",
  watcher: "who watches it",
}

function called({ role, relation }: Who) {
  if (role && relation) return `${roleNames[role]} ${alsoBeing[relation]}`
  if (role) return roleNames[role]
  return relation ? relationNames[relation] : "anyone"
}

/** Says who may take a move: "Only a product owner moves work to Done." */
export function guardSentence(graph: WorkflowGraph, transition: Transition): string {
  const target = statusOf(graph, transition.to)?.name ?? transition.to
  if (!transition.allow) return `Whoever may update the ticket moves work to ${target}.`
  return `Only ${oneOf(transition.allow.map(called))} moves work to ${target}.`
}

const oneOf = (words: string[]) => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`)
