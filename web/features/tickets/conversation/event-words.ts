// What a line of history says, and the picture before it.
import type { IconName } from "../../../ui/icon-names.ts"
import { t } from "../../../words/words.ts"
import { assignedParts, changeParts, joined, type Named, type Part, people, status, text } from "./changed-fields.ts"
import type { TimelineEvent } from "./feed.ts"

export type EventWords = { icon: IconName; parts: Part[] }
const words = t.tickets.event

export function eventWords(event: TimelineEvent, named: Named): EventWords {
  const change = (field: string) => event.changes.find((each) => each.field === field)
  const moved = change("status")
  const toStatus: Part[] = moved ? [status(moved.old, named), words.arrow, status(moved.new, named, true)] : []
  switch (event.name) {
    case "ticket.created":
      return { icon: event.imported ? "download" : "plus", parts: [event.imported ? words.imported : words.created] }
    case "ticket.claimed":
      return { icon: "hand", parts: [words.claimed, ...toStatus] }
    case "ticket.withdrawn":
      return { icon: "undo", parts: [words.withdrew, ...toStatus] }
    case "ticket.status_changed":
      return { icon: iconOf(moved?.new, named), parts: [words.moved, ...toStatus] }
    case "ticket.assigned": {
      const assigned = change("assignees")
      const rest = event.changes.filter((each) => each !== assigned).map((each) => changeParts(each, named))
      return { icon: "person-plus", parts: joined([assignedParts(assigned?.old, assigned?.new, event.actor?.id ?? null, named), ...rest]) }
    }
    case "ticket.transferred": {
      const to = change("assignees") ? people(change("assignees")?.new, named) : named.team(text(change("teamId")?.new))
      return { icon: "move", parts: to ? [words.transferred_to, { strong: to }] : [words.transferred] }
    }
    case "ticket.linked":
    case "ticket.unlinked":
      return { icon: "link", parts: linkParts(event, named) }
    case "ticket.deleted":
      return { icon: "trash", parts: [words.deleted] }
    case "ticket.restored":
      return { icon: "undo", parts: [words.restored] }
    case "ticket.updated":
      if (event.changes.length > 0)
        return { icon: fieldIcon(event.changes[0]?.field), parts: joined(event.changes.map((each) => changeParts(each, named))) }
  }
  return { icon: "pencil", parts: [event.sentence] }
}

/** The sentence is all that a link's event tells: "linked HELP-1047". */
function linkParts(event: TimelineEvent, named: Named): Part[] {
  const key = /[A-Z][A-Z0-9]{1,9}-\d+/.exec(event.sentence)?.[0]
  if (!key) return [event.sentence]
  if (event.name !== "ticket.linked") return [words.unlinked, { ticket: key }]
  const link = named.link(key)
  return link ? [words.linked, { ticket: key }, link.title, words.link_kind[link.kind]] : [words.linked, { ticket: key }]
}

function iconOf(key: unknown, named: Named): IconName {
  const category = named.status(text(key))?.category
  return category ? `st-${category}` : "move"
}

const icons: Partial<Record<string, IconName>> = {
  labels: "tag",
  dueDate: "calendar",
  startDate: "calendar",
  priority: "pr-high",
  title: "pencil",
  description: "pencil",
  parentId: "flow",
  teamId: "people",
  departmentId: "building",
  ownerId: "person",
  estimate: "chart",
  progress: "chart",
}
const fieldIcon = (field: string | undefined): IconName => icons[field ?? ""] ?? "sliders"

/** The words alone: for a folded run and for screen readers. */
export function plain(parts: readonly Part[]): string {
  const each = (part: Part): string => {
    if (typeof part === "string") return part
    if ("status" in part) return part.status.name
    if ("priority" in part) return t.ui.priority[part.priority]
    if ("type" in part) return t.ui.type[part.type]
    return "ticket" in part ? part.ticket : part.strong
  }
  return parts.map(each).join(" ").replaceAll(" ,", ",")
}
