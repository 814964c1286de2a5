/** The states of a ServiceNow log and the statuses of a workflow. */
import type { ProjectKind } from "@docket/contract/projects"
import type { Status, StatusCategory, Transition, WorkflowGraph } from "@docket/contract/workflows"

/** The workflow of a project that the importer makes, as far as every such log has it. */
const standard: readonly [name: string, category: StatusCategory][] = [
  ["New", "todo"],
  ["Active", "active"],
  ["Awaiting User Info", "waiting"],
  ["Awaiting Problem", "waiting"],
  ["Awaiting Vendor", "waiting"],
  ["Awaiting Evidence", "waiting"],
  ["Resolved", "review"],
  ["Closed", "done"],
]
export const firstState = "New"

const words: readonly [RegExp, StatusCategory][] = [
  [/cancel|withdrawn|reject/, "cancelled"],
  [/await|hold|pending|wait|suspend/, "waiting"],
  [/resolved|solved|fixed/, "review"],
  [/closed|complete|done/, "done"],
  [/new|open|draft|registered/, "todo"],
  [/active|progress|assigned|work/, "active"],
]

/** Which category a state belongs to. What no word tells is a kind of waiting: nobody knows that somebody works on it. */
export function categoryOf(state: string): StatusCategory {
  const spoken = state.toLowerCase()
  return standard.find(([name]) => name.toLowerCase() === spoken)?.[1] ?? words.find(([pattern]) => pattern.test(spoken))?.[1] ?? "waiting"
}

/** A log with more states than this says nothing by them: the others are mapped like in a project that has its own workflow. */
const mostFurther = 20
const longestStatusName = 60

const hues: Record<StatusCategory, string> = {
  backlog: "#7d7871",
  todo: "#69625b",
  active: "#216db8",
  waiting: "#986d20",
  review: "#814fb2",
  done: "#297946",
  cancelled: "#7a756e",
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The states that a graph has no status for, by name; as many as it can still take. */
export const missingStates = (graph: WorkflowGraph | null, states: Iterable<string>): string[] => {
  const known = graph?.statuses.map(({ name }) => name) ?? standard.map(([name]) => name)
  const missing: string[] = []
  for (const state of states) {
    if (known.length + missing.length >= standard.length + mostFurther) break
    if (state.length > longestStatusName || [...known, ...missing].some((name) => sameName(name, state))) continue
    missing.push(state)
  }
  return missing
}

/** The workflow for a log with these further states. Closed is final; nothing closes by itself, because the log says what was closed. */
export function graphFor(further: readonly string[]): WorkflowGraph {
  const statuses = [...standard.map(([name]) => name), ...further].reduce(withStatus, [])
  statuses.sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
  return { initial: statuses.find(({ name }) => name === firstState)?.key ?? "new", statuses, transitions: moves(statuses) }
}

/** The same workflow with further states: what it is by now, whoever has changed it, stays. */
export function extended(graph: WorkflowGraph, further: readonly string[]): WorkflowGraph {
  const statuses = further.reduce(withStatus, graph.statuses)
  const added = new Set(statuses.slice(graph.statuses.length).map(({ key }) => key))
  const more = moves(statuses).filter(({ from, to }) => added.has(from) || added.has(to))
  return { ...graph, statuses, transitions: [...graph.transitions, ...more] }
}

function withStatus(statuses: Status[], name: string): Status[] {
  const category = categoryOf(name)
  return [...statuses, { key: freeKey(name, statuses), name, category, color: hues[category] }]
}
const order: readonly StatusCategory[] = ["backlog", "todo", "active", "waiting", "review", "done", "cancelled"]

function freeKey(name: string, statuses: readonly Status[]): string {
  const stem =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replace(/^[^a-z]+/, "")
      .slice(0, 36)
      .replace(/_+$/, "") || "state"
  let key = stem
  for (let n = 2; statuses.some((status) => status.key === key); n++) key = `${stem}_${n}`
  return key
}

const staff = { allow: [{ role: "staff" as const }] }

/** Open work goes from anywhere to anywhere; a resolution is confirmed or taken back. */
function moves(statuses: readonly Status[]): Transition[] {
  const working = statuses.filter(({ category }) => ["backlog", "todo", "active", "waiting"].includes(category))
  const of = (category: StatusCategory) => statuses.filter((status) => status.category === category)
  const named = (from: Status, to: Status, name: string, guard: Pick<Transition, "allow">): Transition => ({
    from: from.key,
    to: to.key,
    name: name.slice(0, 60),
    ...guard,
  })
  const requester = { allow: [{ role: "staff" as const }, { relation: "reporter" as const }] }
  return [
    ...working.flatMap((from) => working.filter((to) => to !== from).map((to) => named(from, to, to.name, staff))),
    ...working.flatMap((from) => of("review").map((to) => named(from, to, "Resolve", staff))),
    ...working.flatMap((from) => of("cancelled").map((to) => named(from, to, to.name, staff))),
    ...of("review").flatMap((from) => of("active").map((to) => named(from, to, "Reopen", requester))),
    ...of("review").flatMap((from) => of("done").map((to) => named(from, to, "Close", requester))),
  ]
}

/** What stands for a category in a workflow that has none of it, in order of preference. */
const instead: Record<StatusCategory, readonly StatusCategory[]> = {
  backlog: ["backlog", "todo", "active"],
  todo: ["todo", "backlog", "active"],
  active: ["active", "todo"],
  waiting: ["waiting", "active", "todo"],
  review: ["review", "done", "active"],
  done: ["done", "cancelled"],
  cancelled: ["cancelled", "done"],
}

export type Mapped = { key: string; category: StatusCategory; name: string }

/**
 * The status that stands for a state: of the same name, else the first of the same category or the nearest to it.
 * On a board, review is work under way, so what the log calls resolved is done there.
 */
export function statusFor(graph: WorkflowGraph, kind: ProjectKind, state: string): Mapped {
  const category = categoryOf(state)
  const wanted = kind === "work" && category === "review" ? (["done", "review"] as const) : instead[category]
  const first = (one: StatusCategory) => graph.statuses.find((status) => status.category === one)
  const found =
    graph.statuses.find(({ name }) => sameName(name, state)) ??
    wanted.map(first).find((status) => status !== undefined) ??
    graph.statuses.find(({ key }) => key === graph.initial)
  if (found === undefined) throw new Error("a published workflow has an initial status")
  return { key: found.key, category: found.category, name: found.name }
}
