/** What makes a workflow fit to be published. Pure; the graph already has the contract's shape, this checks its sense. */
import { guardRoles, relations, type Status, type Transition, type WorkflowGraph } from "@docket/contract/workflows"
import { isFinal } from "./rules.ts"

export type Problem = { path: string; message: string }

/** Everything that keeps a graph from being published, in reading order; empty when it may be. */
export function validateGraph(graph: WorkflowGraph): Problem[] {
  return [
    ...graph.statuses.flatMap((status, i) => statusProblems(graph, status, `statuses[${i}]`, i)),
    ...graph.transitions.flatMap((transition, i) => transitionProblems(graph, transition, `transitions[${i}]`, i)),
    ...initialProblems(graph),
    ...pathProblems(graph),
    ...autoCloseProblems(graph),
  ]
}

const spoken = (name: string) => name.trim().toLowerCase()

function statusProblems(graph: WorkflowGraph, status: Status, path: string, at: number): Problem[] {
  const problems: Problem[] = []
  const earlier = graph.statuses.slice(0, at)
  if (earlier.some(({ key }) => key === status.key)) problems.push({ path: `${path}.key`, message: `The key ${status.key} is used twice.` })
  if (earlier.some(({ name }) => spoken(name) === spoken(status.name))) {
    problems.push({ path: `${path}.name`, message: `The name ${status.name.trim()} is used twice.` })
  }
  const { stage } = status
  if (!stage) return problems
  if (isFinal(status)) problems.push({ path: `${path}.stage`, message: `${status.name} is final: nobody works there, so it has no stage.` })
  if (!stage.role) problems.push({ path: `${path}.stage.role`, message: `Name the role that is responsible in ${status.name}.` })
  for (const field of ["role", "escalateTo"] as const) {
    const role = stage[field]
    if (role && !guardRoles.includes(role)) problems.push({ path: `${path}.stage.${field}`, message: `There is no role ${role}.` })
  }
  if (stage.weight !== undefined && !(stage.weight >= 0 && stage.weight < 100)) {
    problems.push({ path: `${path}.stage.weight`, message: "A weight is a number from 0 to 99.99." })
  }
  return problems
}

function transitionProblems(graph: WorkflowGraph, transition: Transition, path: string, at: number): Problem[] {
  const { from, to } = transition
  const problems: Problem[] = []
  for (const end of ["from", "to"] as const) {
    if (!graph.statuses.some(({ key }) => key === transition[end])) {
      problems.push({ path: `${path}.${end}`, message: `There is no status ${transition[end]}.` })
    }
  }
  if (from === to) problems.push({ path: `${path}.to`, message: "A transition leads to another status." })
  else if (graph.transitions.slice(0, at).some((other) => other.from === from && other.to === to)) {
    problems.push({ path, message: `The move from ${from} to ${to} is listed twice.` })
  }
  for (const [i, { role, relation }] of (transition.allow ?? []).entries()) {
    const who = `${path}.allow[${i}]`
    if (!role && !relation) problems.push({ path: who, message: "Name a role or a relation; leave the list out where everyone may." })
    if (role && !guardRoles.includes(role)) problems.push({ path: `${who}.role`, message: `There is no role ${role}.` })
    if (relation && !relations.includes(relation)) problems.push({ path: `${who}.relation`, message: `There is no relation ${relation}.` })
  }
  return problems
}

function initialProblems(graph: WorkflowGraph): Problem[] {
  const initial = graph.statuses.filter(({ key }) => key === graph.initial)
  if (initial.length === 0) return [{ path: "initial", message: `The initial status ${graph.initial} is not one of the statuses.` }]
  return initial.some(isFinal) ? [{ path: "initial", message: "A ticket cannot start in a final status." }] : []
}

/** Reachable from the start, and an end reachable from each. A missing start or end is said once, not again for every status. */
function pathProblems(graph: WorkflowGraph): Problem[] {
  const forward = neighbours(graph, "from", "to")
  const backward = neighbours(graph, "to", "from")
  const finals = graph.statuses.filter(isFinal).map(({ key }) => key)
  const started = graph.statuses.some(({ key }) => key === graph.initial)
  const reached = spread(forward, [graph.initial])
  const ending = spread(backward, finals)

  const problems: Problem[] = []
  if (finals.length === 0) problems.push({ path: "statuses", message: "At least one status is final (done or cancelled)." })
  for (const [i, status] of graph.statuses.entries()) {
    const path = `statuses[${i}]`
    if (started && !reached.has(status.key)) problems.push({ path, message: `${status.name} cannot be reached from the initial status.` })
    if (isFinal(status)) continue
    if (!forward.has(status.key)) problems.push({ path, message: `${status.name} is a dead end: no move leads on and it is not final.` })
    else if (finals.length > 0 && !ending.has(status.key)) {
      problems.push({ path, message: `No final status can be reached from ${status.name}.` })
    }
  }
  return problems
}

function autoCloseProblems(graph: WorkflowGraph): Problem[] {
  if (graph.autoCloseHours === undefined) return []
  const inCategory = (category: Status["category"]) => new Set(graph.statuses.filter((s) => s.category === category).map((s) => s.key))
  const [review, done] = [inCategory("review"), inCategory("done")]
  if (graph.transitions.some(({ from, to }) => review.has(from) && done.has(to))) return []
  return [{ path: "autoCloseHours", message: "Closing by itself needs a move from a review status to a done one." }]
}

function neighbours(graph: WorkflowGraph, from: "from" | "to", to: "from" | "to") {
  const known = new Set(graph.statuses.map(({ key }) => key))
  const next = new Map<string, string[]>()
  for (const transition of graph.transitions) {
    if (transition.from === transition.to || !known.has(transition.from) || !known.has(transition.to)) continue
    next.set(transition[from], [...(next.get(transition[from]) ?? []), transition[to]])
  }
  return next
}

function spread(next: Map<string, string[]>, starts: string[]) {
  const seen = new Set(starts)
  const waiting = [...starts]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const key of next.get(at) ?? []) {
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push(key)
    }
  }
  return seen
}
