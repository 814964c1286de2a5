// May this card go into that column, and if not, why and what to do instead? The server decides again; this is what the board says
// before anybody asks it. Pure.
import type { ProjectRole, WorkspaceRole } from "@docket/contract/permissions"
import type { AllowedMove, ListedTicket } from "@docket/contract/tickets"
import type { GuardRole, Transition, Who, WorkflowGraph } from "@docket/contract/workflows"
import { type Need, needsOf } from "../tickets/pickers/move-needs.ts"

export type Refusal =
  /** The ticket is not this person's to move. */
  | { why: "not-yours" }
  /** The ticket's workflow has no such status. */
  | { why: "foreign" }
  /** A guard stands before the column. `from` is where the card has to lie for those who may; null: where it lies now. */
  | { why: "guard"; who: readonly Who[]; from: string | null }
  /** No way leads straight there; `path` is the way around, without the target. */
  | { why: "unlisted"; path: readonly string[] }

export type Verdict =
  | { kind: "here" }
  | { kind: "allowed"; move: AllowedMove; asks: readonly Need[] }
  | { kind: "refused"; refusal: Refusal }

export type Mover = { projectRole: ProjectRole | null; role: WorkspaceRole }

/** Would this person pass the guard, as far as can be told from here? Relations to the ticket change with it, so they count as passed. */
function probablyPasses(transition: Transition, mover: Mover): boolean {
  return (
    transition.allow?.some(
      ({ role }) =>
        role === undefined || role === mover.projectRole || role === mover.role || (role === "staff" && mover.role !== "employee"),
    ) ?? true
  )
}

/** The moves that the server will most likely list when it has answered. */
function foreseen(from: string, graph: WorkflowGraph, mover: Mover): AllowedMove[] {
  return graph.transitions.flatMap((transition) => {
    const status = graph.statuses.find((each) => each.key === transition.to)
    if (!status || transition.from !== from || !probablyPasses(transition, mover)) return []
    const { key, name, category } = status
    return [{ to: key, name: transition.name, statusName: name, category, requires: transition.requires ?? [] }]
  })
}

/** The shortest way over the graph, first step among `first`; without start and target. */
function wayAround(graph: WorkflowGraph, first: readonly string[], to: string): string[] | null {
  const ways = first.map((key) => [key])
  const seen = new Set(first)
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)
    if (last === to) return way.slice(0, -1)
    for (const { from, to: next } of graph.transitions) {
      if (from !== last || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return null
}

export function verdictFor(
  ticket: Pick<ListedTicket, "status" | "transitions" | "can" | "blocked">,
  to: string,
  graph: WorkflowGraph | null,
  mover: Mover,
  blockers: "refuse" | "warn",
  /** A move of this ticket is under way: the ones that follow it have not come yet. */
  moving: boolean,
): Verdict {
  if (to === ticket.status) return { kind: "here" }
  const transitions = moving && graph ? foreseen(ticket.status, graph, mover) : ticket.transitions
  const move = transitions.find((each) => each.to === to)
  if (move) return { kind: "allowed", move, asks: needsOf(move, [ticket], blockers) }
  const refused = (refusal: Refusal): Verdict => ({ kind: "refused", refusal })
  if (!ticket.can.includes("move")) return refused({ why: "not-yours" })
  if (!graph) return refused({ why: "unlisted", path: [] })
  if (!graph.statuses.some((status) => status.key === to)) return refused({ why: "foreign" })
  const direct = graph.transitions.find((each) => each.from === ticket.status && each.to === to)
  if (direct?.allow) return refused({ why: "guard", who: direct.allow, from: null })
  const path = wayAround(
    graph,
    transitions.map((each) => each.to),
    to,
  )
  if (!path) return refused({ why: "unlisted", path: [] })
  const gate = graph.transitions.find((each) => each.from === path.at(-1) && each.to === to)
  if (gate?.allow && path.length === 1 && !probablyPasses(gate, mover))
    return refused({ why: "guard", who: gate.allow, from: path[0] ?? null })
  return refused({ why: "unlisted", path })
}

/** The roles in a guard that belong to the project's members: whom one can ask by name. */
export function rolesToAsk(who: readonly Who[]): GuardRole[] {
  return who.flatMap(({ role }) => (role ? [role] : []))
}
