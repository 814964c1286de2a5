// Names of what was seen: a change is shown at once with the name of the person, team or category that was chosen, not with an id.
import type { ListedTicket } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import type { Look } from "./mutation.ts"

const names = new Map<string, string>()
const statuses = new Map<string, { statusName: string; statusCategory: ListedTicket["statusCategory"] }>()

export function learnNames(refs: readonly ({ id: string; name: string } | null)[]): void {
  for (const ref of refs) if (ref !== null) names.set(ref.id, ref.name)
}

export function learnGraph(versionId: string, graph: WorkflowGraph): void {
  for (const { key, name, category } of graph.statuses) statuses.set(`${versionId} ${key}`, { statusName: name, statusCategory: category })
}

export function learnTickets(tickets: readonly ListedTicket[]): void {
  for (const ticket of tickets) {
    learnNames([ticket.reporter, ticket.owner, ticket.category, ticket.subcategory, ticket.department, ticket.team, ...ticket.assignees])
    const { workflowVersionId, status, statusName, statusCategory } = ticket
    statuses.set(`${workflowVersionId} ${status}`, { statusName, statusCategory })
  }
}

export const nameOf: Look["nameOf"] = (id) => names.get(id) ?? "…"
export const statusOf: Look["statusOf"] = (versionId, key) => statuses.get(`${versionId} ${key}`) ?? null

export function forgetNames(): void {
  names.clear()
  statuses.clear()
}
