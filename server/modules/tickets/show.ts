import type { ListOf } from "@docket/contract/shapes"
import type { Comment, Ticket } from "@docket/contract/tickets"
import type { Ctx } from "#platform/context"
import { invalid } from "#platform/errors"
import { commentsOf, latestComments, presentComments } from "./comment-row.ts"
import { timelineOf } from "./history.ts"
import { linksOf } from "./link.ts"
import { presentChanged } from "./present.ts"
import { isId, ticketToShow } from "./queries.ts"

const mostComments = 500

/** A ticket with its conversation, timeline, links and children, as far as the actor may see each of them. */
export async function showTicket(ctx: Ctx, idOrKey: string): Promise<Ticket> {
  const ticket = await ticketToShow(ctx, idOrKey)
  const comments = await presentComments(ctx, await latestComments(ctx, ticket, mostComments))
  return {
    ...(await presentChanged(ctx, ticket)),
    ...(await linksOf(ctx, ticket.id)),
    comments,
    timeline: await timelineOf(ctx, ticket, comments),
  }
}

/** The conversation, a page at a time, oldest first. */
export async function listComments(ctx: Ctx, idOrKey: string, query: { limit?: number; cursor?: string }): Promise<ListOf<Comment>> {
  const ticket = await ticketToShow(ctx, idOrKey)
  const limit = query.limit ?? 25
  const found = await commentsOf(ctx, ticket, limit + 1, query.cursor === undefined ? undefined : readCursor(query.cursor))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    data: await presentComments(ctx, page),
    nextCursor:
      found.length > limit && last !== undefined ? Buffer.from(`${last.created_at} ${last.id}`, "latin1").toString("base64url") : null,
  }
}

function readCursor(cursor: string): { created_at: string; id: string } {
  const [created_at, id] = Buffer.from(cursor, "base64url").toString("latin1").split(" ")
  if (created_at === undefined || id === undefined || Number.isNaN(Date.parse(created_at)) || !isId(id))
    throw invalid([{ path: "cursor", message: "does not belong to this list" }])
  return { created_at, id }
}
