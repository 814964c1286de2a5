import type { Ref } from "@docket/contract/shapes"
import type { Comment, Visibility } from "@docket/contract/tickets"
import { peopleNames } from "#modules/identity"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { notFound } from "#platform/errors"
import type { TicketRow } from "./row.ts"
import { placeOf } from "./standing.ts"

export type CommentRow = {
  id: string
  ticket_id: string
  author_id: string
  parent_id: string | null
  body: string
  visibility: Visibility
  mentions: string[]
  version: number
  created_at: string
  edited_at: string | null
  removed_at: string | null
  /** Absent for a comment that has just been written. */
  reactions?: { emoji: string; people: string[] }[] | null
}
const list = `c.id, c.ticket_id, c.author_id, c.parent_id, c.body, c.visibility, c.mentions, c.version, c.created_at, c.edited_at, c.removed_at,
  (select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'people', r.people) order by r.first) from (
    select emoji, array_agg(user_id order by created_at) as people, min(created_at) as first from comment_reactions where comment_id = c.id group by emoji) r) as reactions`

/** Internal notes are for the staff of the ticket's project: whoever is not never gets their rows. */
const readable = (ctx: Ctx, ticket: TicketRow) => (placeOf(ctx.actor, ticket).staff ? "" : " and c.visibility = 'public'")

/** The conversation that the actor may read, oldest first; `after` is the last comment of the page before. */
export const commentsOf = (ctx: Ctx, ticket: TicketRow, limit: number, after?: { created_at: string; id: string }): Promise<CommentRow[]> =>
  rows<CommentRow>(
    ctx.db,
    `select ${list} from comments c where c.ticket_id = $1::uuid${readable(ctx, ticket)}${after ? " and (c.created_at, c.id) > ($3::timestamptz, $4::uuid)" : ""} order by c.created_at, c.id limit $2`,
    after ? [ticket.id, limit, after.created_at, after.id] : [ticket.id, limit],
    `comments_${readable(ctx, ticket) === "" ? "all" : "public"}${after ? "_after" : ""}`,
  )

/** The newest comments that the actor may read, oldest first. */
export async function latestComments(ctx: Ctx, ticket: TicketRow, limit: number): Promise<CommentRow[]> {
  const found = await rows<CommentRow>(
    ctx.db,
    `select ${list} from comments c where c.ticket_id = $1::uuid${readable(ctx, ticket)} order by c.created_at desc, c.id desc limit $2`,
    [ticket.id, limit],
    `latest_comments${readable(ctx, ticket) === "" ? "_all" : ""}`,
  )
  return found.reverse()
}

/** One comment of this ticket that the actor may read, locked. @throws 404 */
export async function commentToChange(ctx: Ctx, ticket: TicketRow, id: string): Promise<CommentRow> {
  const [comment] = await rows<CommentRow>(
    ctx.db,
    `select ${list} from comments c where c.id = $1::uuid and c.ticket_id = $2::uuid and c.removed_at is null${readable(ctx, ticket)} for no key update`,
    [id, ticket.id],
  )
  if (comment === undefined) throw notFound("comment")
  return comment
}

export async function presentComments(ctx: Ctx, comments: readonly CommentRow[]): Promise<Comment[]> {
  if (comments.length === 0) return []
  const people = await peopleNames(
    ctx,
    new Set(comments.flatMap((c) => [c.author_id, ...c.mentions, ...(c.reactions ?? []).flatMap((r) => r.people)])),
  )
  const person = (id: string): Ref => people.get(id) ?? { id, name: "Someone" }
  return comments.map((c) => {
    const removed = c.removed_at !== null
    const own = c.author_id === ctx.actor.id && !removed
    return {
      id: c.id,
      ticketId: c.ticket_id,
      author: person(c.author_id),
      parentId: c.parent_id,
      body: removed ? "" : c.body,
      visibility: c.visibility,
      mentions: removed ? [] : c.mentions.map(person),
      reactions: removed ? [] : (c.reactions ?? []).map(({ emoji, people: ids }) => ({ emoji, people: ids.map(person) })),
      edited: c.edited_at !== null,
      removed,
      createdAt: c.created_at,
      editedAt: c.edited_at,
      can: [...(own ? (["edit"] as const) : []), ...(own || (ctx.actor.role === "admin" && !removed) ? (["remove"] as const) : [])],
    }
  })
}
