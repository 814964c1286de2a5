import type { Comment } from "@docket/contract/tickets"
import { peopleMentioned } from "#modules/identity"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { forbidden } from "#platform/errors"
import { record } from "#platform/events"
import { commentSubject } from "./add-comment.ts"
import { commentToChange, presentComments } from "./comment-row.ts"
import { mentioned } from "./mentions.ts"
import { ticketToChange } from "./queries.ts"

/** Changes one's own comment; the text that it had is kept. */
export async function editComment(ctx: Ctx, idOrKey: string, commentId: string, body: string): Promise<Comment> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const before = await commentToChange(ctx, ticket, commentId)
  if (before.author_id !== ctx.actor.id) throw forbidden("Only its author changes a comment.")
  if (before.body === body) return (await presentComments(ctx, [before]))[0]!
  await ctx.db
    .insertInto("comment_versions")
    .values({ comment_id: before.id, version: before.version, body: before.body, replaced_at: ctx.now })
    .execute()
  const after = { ...before, body, mentions: await peopleMentioned(ctx, mentioned(body)), version: before.version + 1, edited_at: ctx.now }
  const { mentions, version, edited_at } = after
  await ctx.db.updateTable("comments").set({ body, mentions, version, edited_at }).where("id", "=", before.id).execute()
  await record(ctx, "comment.edited", commentSubject(ticket, after), { commentId })
  return (await presentComments(ctx, [after]))[0]!
}

/** Takes a comment's text out of sight; its place in the conversation stays. By its author or an administrator. */
export async function removeComment(ctx: Ctx, idOrKey: string, commentId: string): Promise<void> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const before = await commentToChange(ctx, ticket, commentId)
  if (before.author_id !== ctx.actor.id && ctx.actor.role !== "admin")
    throw forbidden("Only its author or an administrator removes a comment.")
  const version = before.version + 1
  await ctx.db.updateTable("comments").set({ removed_at: ctx.now, version }).where("id", "=", before.id).execute()
  const counter = before.visibility === "internal" ? "internal_comments" : "public_comments"
  await rows(ctx.db, `update tickets set ${counter} = greatest(0, ${counter} - 1) where id = $1::uuid`, [ticket.id])
  await record(ctx, "comment.removed", commentSubject(ticket, { ...before, version }), { commentId })
}

/** Adds a reaction, or takes the same one back. */
export async function toggleReaction(ctx: Ctx, idOrKey: string, commentId: string, emoji: string): Promise<Comment> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const comment = await commentToChange(ctx, ticket, commentId)
  const mine = { comment_id: comment.id, user_id: ctx.actor.id, emoji }
  const removed = await rows(
    ctx.db,
    "delete from comment_reactions where comment_id = $1::uuid and user_id = $2::uuid and emoji = $3 returning emoji",
    [comment.id, ctx.actor.id, emoji],
  )
  const added = removed.length === 0
  if (added)
    await ctx.db
      .insertInto("comment_reactions")
      .values({ ...mine, created_at: ctx.now })
      .execute()
  await record(ctx, "comment.reacted", commentSubject(ticket, comment), { commentId, emoji, added })
  return (await presentComments(ctx, [await commentToChange(ctx, ticket, commentId)]))[0]!
}
