// A request's conversation as its requester reads it: messages, and the few steps that matter, in plain words. Pure.
import type { Comment, Ticket, TimelineItem } from "@docket/contract/tickets"
import type { StatusCategory, WorkflowGraph } from "@docket/contract/workflows"
import { markdownTree, plainText } from "../../ui/markdown-tree.ts"
import { t } from "../../words/words.ts"
import { firstName, type LastWord } from "./request-state.ts"

export type StoryItem =
  | { kind: "message"; id: string; at: string; comment: Comment; mine: boolean }
  | { kind: "step"; id: string; at: string; category: StatusCategory; text: string }

type Event = NonNullable<TimelineItem["event"]>

function stepWords(event: Event, category: StatusCategory, before: StatusCategory | null, me: string): string {
  const words = t.portal.request.event
  const mine = event.actor?.id === me
  const name = event.actor ? firstName(event.actor.name) : words.system
  if (event.name === "ticket.claimed") return words.took(name)
  const again = before === "done" || before === "review"
  switch (category) {
    case "active":
      if (again) return mine ? words.reopened_you : words.reopened(name)
      return words.started(name)
    case "backlog":
    case "todo":
      return again ? (mine ? words.reopened_you : words.reopened(name)) : words.received(name)
    case "waiting":
      return words.waits(name)
    case "review":
      return words.fixed(name)
    case "done":
      return mine ? words.confirmed : event.actor ? words.closed_by(name) : words.closed
    case "cancelled":
      return mine ? words.withdrawn : words.stopped(name)
  }
}

/** Only what the requester cares for; steps that follow each other at once are told once. */
export function storyOf(ticket: Pick<Ticket, "timeline">, graph: WorkflowGraph | null, me: string): StoryItem[] {
  const category = (key: unknown): StatusCategory | null => graph?.statuses.find((status) => status.key === key)?.category ?? null
  return ticket.timeline.flatMap((item): StoryItem[] => {
    const { comment, event } = item
    if (comment) {
      if (comment.visibility === "internal") return []
      return [{ kind: "message", id: comment.id, at: item.at, comment, mine: comment.author.id === me }]
    }
    const change = event?.changes.find((each) => each.field === "status")
    const now = category(change?.new)
    if (!event || !change || !now) return []
    return [{ kind: "step", id: event.id, at: item.at, category: now, text: stepWords(event, now, category(change.old), me) }]
  })
}

const plain = (markdown: string): string => plainText(markdownTree(markdown)).replace(/\s+/g, " ").trim()

/** The newest public message; null when nobody has written. */
export function lastWordOf(ticket: Pick<Ticket, "comments">, me: string): LastWord | null {
  const last = ticket.comments.findLast((comment) => comment.visibility === "public" && !comment.removed)
  return last ? { mine: last.author.id === me, name: last.author.name, text: plain(last.body) } : null
}
