// The fixed views of a list: what each asks the server for. On a desk, review means resolved; in a work project it is work under way.
import type { ProjectKind } from "@docket/contract/projects"
import type { TicketQuery } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"

export type TabId = "open" | "unassigned" | "mine" | "resolved" | "raised" | "watching"
export type ListTab = { id: TabId; query: TicketQuery; sort: Sort }
export const sorts = ["dueDate", "-updatedAt", "-createdAt", "createdAt", "-priority", "key"] as const
export type Sort = (typeof sorts)[number]

const underWay: StatusCategory[] = ["backlog", "todo", "active", "waiting"]
const open = (kind: ProjectKind | "any"): StatusCategory[] => (kind === "desk" ? underWay : [...underWay, "review"])
const ended = (kind: ProjectKind | "any"): StatusCategory[] => (kind === "desk" ? ["review", "done", "cancelled"] : ["done", "cancelled"])

/** Time first: what is due soonest leads, then what has waited longest. */
const first: Sort = "dueDate"

export function queueTabs(kind: ProjectKind | "any"): ListTab[] {
  return [
    { id: "open", query: { statusCategory: open(kind) }, sort: first },
    { id: "unassigned", query: { statusCategory: open(kind), assignee: ["none"] }, sort: first },
    { id: "mine", query: { statusCategory: open(kind), assignee: ["me"] }, sort: first },
    { id: "resolved", query: { statusCategory: ended(kind) }, sort: "-updatedAt" },
  ]
}

export const myTabs: ListTab[] = [
  { id: "mine", query: { statusCategory: open("any"), assignee: ["me"] }, sort: first },
  { id: "raised", query: { statusCategory: open("any"), reporter: ["me"] }, sort: "-updatedAt" },
  { id: "watching", query: { statusCategory: open("any"), watcher: ["me"] }, sort: "-updatedAt" },
  { id: "resolved", query: { statusCategory: ended("any"), assignee: ["me"] }, sort: "-updatedAt" },
]
