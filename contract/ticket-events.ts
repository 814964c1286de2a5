import type { LinkKind, Visibility } from "./ticket-shapes.ts"

/** Old and new value by field name; keys and ids, never display names. */
export type Changes = Record<string, [old: unknown, now: unknown]>
type Changed = { changes: Changes; note?: string; imported?: true }

/** What happened to tickets, in the past tense. History, live updates and everything later read these. */
export type TicketEvents = {
  "ticket.created": { fields: Record<string, unknown>; imported?: true }
  "ticket.updated": Changed
  "ticket.status_changed": Changed
  "ticket.assigned": Changed
  "ticket.claimed": Changed
  "ticket.transferred": Changed
  "ticket.withdrawn": Changed
  "ticket.linked": { link: { kind: LinkKind; ticketId: string; key: string }; imported?: true }
  "ticket.unlinked": { link: { kind: LinkKind; ticketId: string; key: string } }
  "ticket.watched": { userId: string }
  "ticket.unwatched": { userId: string }
  "ticket.deleted": Record<string, never>
  "ticket.restored": Record<string, never>
  "ticket.purged": Record<string, never>
  "comment.added": { commentId: string; visibility: Visibility; mentions: string[]; parentId?: string; imported?: true }
  "comment.edited": { commentId: string }
  "comment.removed": { commentId: string }
  "comment.reacted": { commentId: string; emoji: string; added: boolean }
}
