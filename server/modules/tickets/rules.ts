import type { ProjectKind } from "@docket/contract/projects"
import type { Priority, TicketType } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { DomainError, invalid } from "#platform/errors"

export const priorityNames: readonly Priority[] = ["low", "medium", "high", "critical"]
/** 1 low … 4 critical; `urgent` is the word of others for critical. */
export const priorityRank = (priority: Priority | "urgent"): number => (priority === "urgent" ? 4 : priorityNames.indexOf(priority) + 1)
export const priorityName = (rank: number): Priority => priorityNames[rank - 1] ?? "medium"

const levels = ["low", "medium", "high"] as const
export type Level = (typeof levels)[number]
export const levelRank = (level: Level | null | undefined): number | null => (level ? levels.indexOf(level) + 1 : null)
export const levelName = (rank: number | null): Level | null => (rank === null ? null : (levels[rank - 1] ?? null))

/** Priority of an incident from impact and urgency (1–3 each), by the usual three by three matrix. */
export function priorityFrom(impact: number, urgency: number): number {
  const sum = impact + urgency
  return sum >= 6 ? 4 : sum === 5 ? 3 : sum === 4 ? 2 : 1
}

/** Whose parent a type may be. Desk tickets may hang below an incident. */
const parentTypes: Record<TicketType, readonly TicketType[]> = {
  epic: [],
  story: ["epic"],
  task: ["story", "epic"],
  bug: ["story", "epic", "incident"],
  feature: ["story", "epic"],
  incident: ["incident"],
  request: ["incident"],
  support: ["incident"],
  other: ["incident", "story", "epic"],
}
/** @throws 400 where the pair is not allowed. */
export function assertMayHang(type: TicketType, parentType: TicketType): void {
  if (!parentTypes[type].includes(parentType))
    throw invalid([
      {
        path: "parentId",
        message:
          parentTypes[type].length === 0 ? `a ${type} has no parent` : `the parent of a ${type} is ${parentTypes[type].join(" or ")}`,
      },
    ])
}

export const defaultType = (kind: ProjectKind): TicketType => (kind === "desk" ? "request" : "task")

export type People = {
  project_id: string
  reporter_id: string
  owner_id: string | null
  assignee_ids: readonly string[]
  watcher_ids: readonly string[]
  team_id: string | null
  department_id: string | null
}
/** Everyone and everything that lets somebody see the ticket: the one definition of its visibility. */
export const viewersOf = (t: People): string[] => [
  ...new Set(
    [t.project_id, t.reporter_id, t.owner_id, ...t.assignee_ids, ...t.watcher_ids, t.team_id, t.department_id].filter(
      (id): id is string => id !== null,
    ),
  ),
]

type Moved = { status_category: StatusCategory; resolved_at: string | null; closed_at: string | null; progress: number }
/** What a new status means for the ticket's times and progress. On a desk `review` means resolved; on a board it is work still under way. */
export function timesOf(before: Moved, category: StatusCategory, kind: ProjectKind, now: string): Moved {
  const resolved = category === "done" || (category === "review" && kind === "desk")
  const ended = category === "done" || category === "cancelled"
  const reopened = before.status_category === "done" && !ended
  return {
    status_category: category,
    resolved_at: resolved ? (before.resolved_at ?? now) : category === "cancelled" ? before.resolved_at : null,
    closed_at: ended ? (before.closed_at ?? now) : null,
    progress: category === "done" ? 100 : reopened && before.progress === 100 ? 0 : before.progress,
  }
}

/** Has nobody started yet? Only then may the reporter take a request back. */
export const notStarted = (category: StatusCategory): boolean => category === "backlog" || category === "todo" || category === "waiting"
export const isOpen = (category: StatusCategory): boolean => category !== "done" && category !== "cancelled"

/** @throws 400 where the end is before the start. */
export function assertDates(startDate: string | null, dueDate: string | null): void {
  if (startDate !== null && dueDate !== null && dueDate < startDate)
    throw invalid([{ path: "dueDate", message: "must not be before the start date" }])
}

/** @throws 409 with both versions where the caller believes to change another one. */
export function assertVersion(ifMatch: number | null, version: number): void {
  if (ifMatch !== null && ifMatch !== version)
    throw new DomainError(409, "E_TICKET_VERSION_CONFLICT", "The ticket has been changed since you read it.", {
      expected: ifMatch,
      actual: version,
    })
}

/** Weighted by estimate where every child has one, else each counts the same; a child that is done counts 100, a cancelled one not at all. */
export function rolledUp(children: readonly { progress: number; estimate: number | null; status_category: StatusCategory }[]): number {
  const counted = children.filter((child) => child.status_category !== "cancelled")
  const weighted = counted.length > 0 && counted.every((child) => child.estimate !== null && child.estimate > 0)
  const weight = (child: (typeof counted)[number]) => (weighted ? (child.estimate ?? 1) : 1)
  const total = counted.reduce((sum, child) => sum + weight(child), 0)
  const done = counted.reduce((sum, child) => sum + weight(child) * (child.status_category === "done" ? 100 : child.progress), 0)
  return total === 0 ? 0 : Math.round(done / total)
}
