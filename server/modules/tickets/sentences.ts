import type { EventName } from "@docket/contract/events"
import type { Changes, TicketEvents } from "@docket/contract/tickets"

type TicketEventName = Extract<EventName, keyof TicketEvents>
type Data = Record<string, unknown>

const readable = (field: string) =>
  ({
    assignees: "assignees",
    categoryId: "category",
    departmentId: "department",
    teamId: "team",
    parentId: "parent",
    ownerId: "owner",
    reporterId: "reporter",
    dueDate: "due date",
    startDate: "start date",
    customFields: "custom fields",
    externalRef: "external reference",
    resolutionCode: "resolution code",
  })[field] ?? field
const list = (words: string[]) => (words.length < 2 ? (words[0] ?? "something") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`)
const fieldsOf = (data: Data) => Object.keys((data.changes ?? {}) as Changes).map(readable)
const statusOf = (data: Data) => ((data.changes ?? {}) as Changes).status
const word = (value: unknown) => String(value ?? "nothing").replaceAll("_", " ")

/** What a timeline says of each event, after the actor's name. Every event has a sentence: a law checks it. */
export const sentences: Record<TicketEventName, (data: Data) => string> = {
  "ticket.created": () => "raised it",
  "ticket.updated": (data) => (fieldsOf(data).length === 0 ? "updated it" : `changed ${list(fieldsOf(data))}`),
  "ticket.status_changed": (data) => `moved it from ${word(statusOf(data)?.[0])} to ${word(statusOf(data)?.[1])}`,
  "ticket.assigned": () => "changed who works on it",
  "ticket.claimed": () => "claimed it",
  "ticket.transferred": () => "transferred it",
  "ticket.withdrawn": () => "withdrew it",
  "ticket.linked": (data) => `linked ${word((data.link as { key?: string } | undefined)?.key)}`,
  "ticket.unlinked": (data) => `unlinked ${word((data.link as { key?: string } | undefined)?.key)}`,
  "ticket.watched": () => "started to watch it",
  "ticket.unwatched": () => "stopped watching it",
  "ticket.deleted": () => "deleted it",
  "ticket.restored": () => "restored it",
  "ticket.purged": () => "removed it for good",
  "comment.added": (data) => (data.visibility === "internal" ? "added an internal note" : "replied"),
  "comment.edited": () => "edited a comment",
  "comment.removed": () => "removed a comment",
  "comment.reacted": () => "reacted to a comment",
}
export const sentenceOf = (name: string, data: Data): string => sentences[name as TicketEventName]?.(data) ?? name
