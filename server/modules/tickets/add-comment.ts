import type { Comment, Visibility } from "@docket/contract/tickets"
import { peopleMentioned } from "#modules/identity"
import { projectOf } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { forbidden, invalid } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { answerOf } from "./answer-of-requester.ts"
import { type CommentRow, commentToChange, presentComments } from "./comment-row.ts"
import { mentioned } from "./mentions.ts"
import { allow } from "./policy.ts"
import { ticketToChange } from "./queries.ts"
import type { WholeRow } from "./row.ts"
import { subjectOf } from "./save.ts"
import { placeOf } from "./standing.ts"

type Input = { body: string; visibility?: Visibility; parentId?: string | null }

/** Adds a reply, or an internal note for the staff. The requester's reply may reopen the ticket, or open a new one where it cannot. */
export async function addComment(ctx: Ctx, idOrKey: string, input: Input): Promise<Comment> {
  let ticket = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, ticket.project_id)
  const place = placeOf(ctx.actor, ticket)
  const visibility = input.visibility ?? "public"
  const theCase = { actor: ctx.actor, place, ticket, kind: project.kind }
  if (visibility === "internal") allow("note", theCase, "Only those who work the ticket write internal notes.")
  else allow("comment", theCase)
  const parent = input.parentId ? await commentToChange(ctx, ticket, input.parentId) : null
  if (parent?.visibility === "internal" && visibility === "public")
    throw invalid([{ path: "visibility", message: "a reply to an internal note is internal too" }])

  if (visibility === "public" && place.reporter && !place.staff && project.kind === "desk") ticket = await answerOf(ctx, ticket, project)
  const wanted = mentioned(input.body)
  const people = wanted.ids.length + wanted.usernames.length === 0 ? [] : await peopleMentioned(ctx, wanted)
  if (people.length > 0 && visibility === "internal" && people.includes(ticket.reporter_id) && !place.staff) throw forbidden()
  const comment: CommentRow = {
    id: newId(),
    ticket_id: ticket.id,
    author_id: ctx.actor.id,
    parent_id: parent?.ticket_id === ticket.id ? parent.id : null,
    body: input.body,
    visibility,
    mentions: people,
    version: 1,
    created_at: ctx.now,
    edited_at: null,
    removed_at: null,
  }
  await insertComment(ctx, comment, place.staff && !place.reporter)
  await record(ctx, "comment.added", commentSubject(ticket, comment), {
    commentId: comment.id,
    visibility,
    mentions: people,
    ...(comment.parent_id ? { parentId: comment.parent_id } : {}),
  })
  const [shown] = await presentComments(ctx, [comment])
  return shown!
}

/** Who may know of something about a comment: whoever sees the ticket, or its staff alone. */
export const commentSubject = (ticket: WholeRow, comment: CommentRow) => ({
  ...subjectOf(ticket, ticket),
  entity: "comment" as const,
  id: comment.id,
  version: comment.version,
  internal: comment.visibility === "internal",
})

/** One statement keeps the comment and counts it. An internal note leaves no trace on what a requester can read: not the version, not the time of the last change. */
async function insertComment(ctx: Ctx, c: CommentRow, answers: boolean): Promise<void> {
  const counted =
    c.visibility === "internal"
      ? "internal_comments = internal_comments + 1"
      : `public_comments = public_comments + 1, updated_at = $8::timestamptz${answers ? ", first_response_at = coalesce(first_response_at, $8::timestamptz)" : ""}`
  await rows(
    ctx.db,
    `with added as (
       insert into comments (id, ticket_id, author_id, parent_id, body, visibility, mentions, created_at)
       values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::uuid[], $8::timestamptz) returning ticket_id)
     update tickets set ${counted} from added where tickets.id = added.ticket_id`,
    [c.id, c.ticket_id, c.author_id, c.parent_id, c.body, c.visibility, c.mentions, c.created_at],
    `insert_comment_${c.visibility}${answers ? "_answer" : ""}`,
  )
}
