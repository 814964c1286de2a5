// What a person does to a ticket, as data: it can be shown at once, kept while there is no connection, sent again, and taken back alone.
import type { Comment, LinkKind, ListedTicket, NewTicket, Ticket, TicketChanges, Visibility } from "@docket/contract/tickets"

/** What only the reading of one ticket brings. */
export type Whole = Pick<Ticket, "description" | "watchers" | "watching">
export type Talk = Pick<Ticket, "links" | "children" | "comments" | "timeline">

export type Action =
  /** `from`: what title and description said when the person began to write; `rank`: where it is shown until the server has ranked it. */
  | { kind: "change"; changes: TicketChanges; from?: { title?: string; description?: string }; rank?: string }
  | { kind: "assign"; assigneeIds: string[]; note?: string }
  | { kind: "claim" }
  | { kind: "withdraw"; reason: string }
  | { kind: "transfer"; assigneeId?: string | null; teamId?: string | null; reason: string }
  | { kind: "watch"; userId: string }
  | { kind: "unwatch"; userId: string }
  | { kind: "link"; link: LinkKind; otherId: string }
  | { kind: "unlink"; linkId: string }
  /** `seen`: comments of mine with these very words that were there before. */
  | { kind: "comment"; body: string; visibility: Visibility; parentId: string | null; seen: string[] }
  | { kind: "editComment"; commentId: string; body: string }
  | { kind: "removeComment"; commentId: string }
  | { kind: "react"; commentId: string; emoji: string }
  | { kind: "create"; ticket: NewTicket }
  | { kind: "delete" }
  | { kind: "restore" }

/** `id` is also the idempotency key; `ticketId` is empty for a ticket that is being created. */
export type Mutation = Action & { id: string; ticketId: string; at: string }

/** Small intents that make sense later, too. Everything else needs a connection. */
export const isKeepable = ({ kind }: Action): boolean => kind === "change" || kind === "assign" || kind === "comment" || kind === "create"

/** The person's own words in it, so that a refusal can give them back. */
export function wordsOf(mutation: Action): string {
  if (mutation.kind === "comment" || mutation.kind === "editComment") return mutation.body
  if (mutation.kind === "create") return [mutation.ticket.title, mutation.ticket.description].filter(Boolean).join("\n\n")
  if (mutation.kind === "change")
    return [mutation.changes.title, mutation.changes.description, mutation.changes.note].filter(Boolean).join("\n\n")
  return "reason" in mutation ? mutation.reason : ""
}

/** What the optimistic picture needs to know of the rest of the world. */
export type Look = {
  me: { id: string; name: string }
  nameOf: (id: string) => string
  statusOf: (workflowVersionId: string, key: string) => Pick<ListedTicket, "statusName" | "statusCategory"> | null
}

const pendingPrefix = "pending-"
/** A comment that the server has not got yet. */
export const isPendingComment = ({ id }: Pick<Comment, "id">): boolean => id.startsWith(pendingPrefix)

/** The ticket as it will be when the mutation has been accepted. Never changes what it is given. */
export function overlay(ticket: ListedTicket, mutation: Mutation, look: Look): ListedTicket {
  const ref = (id: string) => ({ id, name: id === look.me.id ? look.me.name : look.nameOf(id) })
  const people = (ids: readonly string[]) => ({ assignees: ids.map(ref), assignee: ids[0] === undefined ? null : ref(ids[0]) })
  switch (mutation.kind) {
    case "change":
      return {
        ...changed(ticket, mutation.changes, ref, look),
        ...(mutation.rank === undefined ? {} : { rank: mutation.rank }),
        updatedAt: mutation.at,
      }
    case "assign":
      return { ...ticket, ...people(mutation.assigneeIds), updatedAt: mutation.at }
    case "claim":
      return { ...ticket, ...people([look.me.id]), can: ticket.can.filter((action) => action !== "claim"), updatedAt: mutation.at }
    case "transfer": {
      const { assigneeId, teamId } = mutation
      const assigned = assigneeId === undefined ? ticket : { ...ticket, ...people(assigneeId === null ? [] : [assigneeId]) }
      return teamId === undefined ? assigned : { ...assigned, team: teamId === null ? null : ref(teamId) }
    }
    case "withdraw": {
      const move = ticket.transitions.find(({ category }) => category === "cancelled")
      return move === undefined ? ticket : moved(ticket, move.to, look)
    }
    case "comment":
      return { ...ticket, commentCount: ticket.commentCount + 1 }
    default:
      return ticket
  }
}

function moved(ticket: ListedTicket, status: string, look: Look): ListedTicket {
  if (status === ticket.status) return ticket
  const listed = ticket.transitions.find(({ to }) => to === status)
  const known =
    listed === undefined
      ? look.statusOf(ticket.workflowVersionId, status)
      : { statusName: listed.statusName, statusCategory: listed.category }
  // where it can go from there is the server's to say
  return { ...ticket, status, ...known, transitions: [] }
}

function changed(
  ticket: ListedTicket,
  changes: TicketChanges,
  ref: (id: string) => { id: string; name: string },
  look: Look,
): ListedTicket {
  const { assigneeIds, categoryId, departmentId, teamId, ownerId, parentId, priority, status, customFields, ...rest } = changes
  const { note: _note, override: _override, rank: _rank, description: _description, ...plain } = rest
  const maybe = (id: string | null | undefined) => (id === null || id === undefined ? null : ref(id))
  const next: ListedTicket = { ...ticket, ...plain }
  if (priority !== undefined) next.priority = priority === "urgent" ? "critical" : priority
  if (assigneeIds !== undefined) Object.assign(next, { assignees: assigneeIds.map(ref), assignee: maybe(assigneeIds[0]) })
  if (categoryId !== undefined) Object.assign(next, { category: maybe(categoryId), subcategory: null })
  if (departmentId !== undefined) next.department = maybe(departmentId)
  if (teamId !== undefined) next.team = maybe(teamId)
  if (ownerId !== undefined) next.owner = maybe(ownerId)
  if (parentId === null) next.parent = null
  if (customFields !== undefined) next.customFields = { ...ticket.customFields, ...customFields }
  return status === undefined ? next : moved(next, status, look)
}

export function overlayWhole(whole: Whole, mutation: Mutation, look: Look): Whole {
  if (mutation.kind === "change" && mutation.changes.description !== undefined)
    return { ...whole, description: mutation.changes.description }
  if (mutation.kind !== "watch" && mutation.kind !== "unwatch") return whole
  const { userId } = mutation
  const others = whole.watchers.filter(({ id }) => id !== userId)
  const watchers =
    mutation.kind === "watch" ? [...others, { id: userId, name: userId === look.me.id ? look.me.name : look.nameOf(userId) }] : others
  return { ...whole, watchers, watching: userId === look.me.id ? mutation.kind === "watch" : whole.watching }
}

export function overlayTalk(talk: Talk, mutation: Mutation, look: Look): Talk {
  switch (mutation.kind) {
    case "comment":
      return arrived(talk, mutation, look) ? talk : withComment(talk, writtenBy(mutation, look))
    case "editComment":
      return mapComment(talk, mutation.commentId, (comment) => ({ ...comment, body: mutation.body, edited: true, editedAt: mutation.at }))
    case "removeComment":
      return mapComment(talk, mutation.commentId, (comment) => ({ ...comment, body: "", removed: true, can: [] }))
    case "react":
      return mapComment(talk, mutation.commentId, (comment) => ({
        ...comment,
        reactions: toggled(comment.reactions, mutation.emoji, look.me),
      }))
    case "unlink":
      return { ...talk, links: talk.links.filter(({ id }) => id !== mutation.linkId) }
    default:
      return talk
  }
}

/** Adds a comment to a conversation, or replaces it where it stands already. */
export function withComment(talk: Talk, comment: Comment): Talk {
  if (talk.comments.some(({ id }) => id === comment.id)) return mapComment(talk, comment.id, () => comment)
  return {
    ...talk,
    comments: [...talk.comments, comment],
    timeline: [...talk.timeline, { kind: "comment", at: comment.createdAt, comment }],
  }
}

type PendingComment = Extract<Mutation, { kind: "comment" }>

/** The server has it already, but its answer has not come. */
const arrived = ({ comments }: Talk, { body, visibility, seen }: PendingComment, { me }: Look): boolean =>
  comments.some(
    (comment) => comment.author.id === me.id && comment.body === body && comment.visibility === visibility && !seen.includes(comment.id),
  )

const writtenBy = ({ id, ticketId, at, body, visibility, parentId }: PendingComment, { me }: Look): Comment => ({
  id: `${pendingPrefix}${id}`,
  ticketId,
  author: { id: me.id, name: me.name },
  parentId,
  body,
  visibility,
  mentions: [],
  reactions: [],
  edited: false,
  removed: false,
  createdAt: at,
  editedAt: null,
  can: [],
})

function mapComment(talk: Talk, id: string, change: (comment: Comment) => Comment): Talk {
  return {
    ...talk,
    comments: talk.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
    timeline: talk.timeline.map((item) => (item.comment?.id === id ? { ...item, comment: change(item.comment) } : item)),
  }
}

function toggled(reactions: Comment["reactions"], emoji: string, me: { id: string; name: string }): Comment["reactions"] {
  const mine = reactions.find((reaction) => reaction.emoji === emoji)
  if (mine === undefined) return [...reactions, { emoji, people: [{ id: me.id, name: me.name }] }]
  const others = mine.people.filter(({ id }) => id !== me.id)
  const people = others.length < mine.people.length ? others : [...others, { id: me.id, name: me.name }]
  return reactions.map((reaction) => (reaction === mine ? { emoji, people } : reaction)).filter((reaction) => reaction.people.length > 0)
}
