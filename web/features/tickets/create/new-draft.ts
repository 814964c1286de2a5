// A ticket that is being written, kept in this browser until it is raised.

import type { Project } from "@docket/contract/projects"
import { type NewTicket, type Priority, priorities, type TicketType, ticketTypes } from "@docket/contract/tickets"
import { keepDraft, readDraft } from "../conversation/drafts.ts"

export type NewDraft = {
  project: string | null
  type: TicketType | null
  title: string
  description: string
  priority: Priority
  assignee: { id: string; name: string } | null
  labels: string[]
}

export const emptyDraft: NewDraft = {
  project: null,
  type: null,
  title: "",
  description: "",
  priority: "medium",
  assignee: null,
  labels: [],
}

export const newDraftKey = (personId: string): string => `docket.draft:${personId}:new`

/** What was kept, as far as it still makes sense. */
export function readNewDraft(key: string): NewDraft {
  try {
    const kept: unknown = JSON.parse(readDraft(key) || "null")
    if (typeof kept !== "object" || kept === null) return emptyDraft
    const draft = { ...emptyDraft, ...kept }
    const sound =
      typeof draft.title === "string" &&
      typeof draft.description === "string" &&
      Array.isArray(draft.labels) &&
      priorities.includes(draft.priority) &&
      (draft.type === null || ticketTypes.includes(draft.type))
    return sound ? draft : emptyDraft
  } catch {
    return emptyDraft
  }
}

export const isBegun = (draft: NewDraft): boolean => draft.title.trim() !== "" || draft.description.trim() !== ""

export function keepNewDraft(key: string, draft: NewDraft): void {
  keepDraft(key, isBegun(draft) ? JSON.stringify(draft) : "")
}

/** After one was raised the next one begins with the same place and kind. */
export const nextDraft = (draft: NewDraft): NewDraft => ({ ...emptyDraft, project: draft.project, type: draft.type })

type Place = Pick<Project, "id" | "key" | "types" | "kind" | "can" | "default">

/** Where it goes: what was chosen, else where one is, else the desk that takes everything. Only where one may raise tickets. */
export function chosenProject<P extends Place>(projects: readonly P[], draft: NewDraft, here: string | undefined): P | null {
  const open = projects.filter((project) => project.can.includes("createTicket"))
  return (
    open.find((project) => project.key === draft.project) ??
    open.find((project) => project.key === here) ??
    open.find((project) => project.default) ??
    open[0] ??
    null
  )
}

export function chosenType(project: Pick<Place, "types" | "kind">, draft: NewDraft): TicketType | null {
  if (draft.type && project.types.includes(draft.type)) return draft.type
  const usual: TicketType = project.kind === "desk" ? "request" : "task"
  return project.types.includes(usual) ? usual : (project.types[0] ?? null)
}

export function asNewTicket(draft: NewDraft, project: Place): NewTicket {
  const type = chosenType(project, draft)
  return {
    projectId: project.id,
    title: draft.title.replace(/\s+/g, " ").trim(),
    ...(type ? { type } : {}),
    ...(draft.description.trim() === "" ? {} : { description: draft.description.trim() }),
    ...(draft.priority === "medium" ? {} : { priority: draft.priority }),
    ...(draft.assignee ? { assigneeIds: [draft.assignee.id] } : {}),
    ...(draft.labels.length > 0 ? { labels: draft.labels } : {}),
  }
}
