// Which call carries out which mutation.
import {
  addComment,
  addLink,
  assignTicket,
  claimTicket,
  createTicket,
  deleteTicket,
  editComment,
  getTicket,
  type reactions,
  removeComment,
  removeLink,
  restoreTicket,
  toggleReaction,
  transferTicket,
  unwatchTicket,
  updateTicket,
  watchTicket,
  withdrawTicket,
} from "@docket/contract/tickets"
import { ApiError, call } from "../api/client.ts"
import type { Core } from "./core.ts"
import type { Answer } from "./fetched.ts"
import type { Mutation } from "./mutation.ts"

/** @throws ApiError */
export async function send(mutation: Mutation, core: Core): Promise<Answer> {
  const { ticketId: id, id: idempotencyKey } = mutation
  const params = { id }
  switch (mutation.kind) {
    case "change":
      return { ticket: await change(mutation, core) }
    case "assign":
      return {
        ticket: await call(assignTicket, { params, body: { assigneeIds: mutation.assigneeIds, note: mutation.note }, idempotencyKey }),
      }
    case "claim":
      return { ticket: await call(claimTicket, { params, idempotencyKey }) }
    case "withdraw":
      return { ticket: await call(withdrawTicket, { params, body: { reason: mutation.reason }, idempotencyKey }) }
    case "transfer": {
      const { assigneeId, teamId, reason } = mutation
      return { ticket: await call(transferTicket, { params, body: { assigneeId, teamId, reason }, idempotencyKey }) }
    }
    case "create":
      return { ticket: await call(createTicket, { body: mutation.ticket, idempotencyKey }) }
    case "restore":
      return { ticket: await call(restoreTicket, { params }) }
    case "watch":
      return { ticket: await call(watchTicket, { params, body: { userId: mutation.userId } }) }
    case "unwatch":
      return done(call(unwatchTicket, { params: { id, userId: mutation.userId } }))
    case "delete":
      await call(deleteTicket, { params })
      return { gone: true }
    case "link":
      return done(call(addLink, { params, body: { kind: mutation.link, ticketId: mutation.otherId } }))
    case "unlink":
      return done(call(removeLink, { params: { id, linkId: mutation.linkId } }))
    case "comment": {
      const { body, visibility, parentId } = mutation
      return { comment: await call(addComment, { params, body: { body, visibility, parentId }, idempotencyKey }) }
    }
    case "editComment":
      return { comment: await call(editComment, { params: { id, commentId: mutation.commentId }, body: { body: mutation.body } }) }
    case "removeComment":
      return done(call(removeComment, { params: { id, commentId: mutation.commentId } }))
    case "react": {
      const emoji = mutation.emoji as (typeof reactions)[number]
      return { comment: await call(toggleReaction, { params: { id, commentId: mutation.commentId }, body: { emoji } }) }
    }
  }
}

async function done(calling: Promise<unknown>): Promise<Answer> {
  await calling
  return { done: true }
}

type Change = Extract<Mutation, { kind: "change" }>
const texts = ["title", "description"] as const

/** Somebody else wrote into the same text meanwhile. `details`: field, mine, theirs. */
export const isTextConflict = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === "E_TICKET_VERSION_CONFLICT" && "theirs" in error.details

/**
 * Simple properties: the last writer wins. A text is saved over the very version it was written from: where the ticket has moved on but the text has
 * not, that is no conflict; where the text has, both are kept and the person decides.
 */
async function change({ ticketId, changes, from = {}, id: idempotencyKey }: Change, core: Core) {
  const params = { id: ticketId }
  const written = texts.filter((field) => changes[field] !== undefined)
  if (written.length === 0) return call(updateTicket, { params, body: changes, idempotencyKey })
  for (let tries = 0; ; tries += 1) {
    const base = core.base(ticketId)
    for (const field of written) {
      const [theirs, mine] = [base?.[field], changes[field]]
      if (theirs !== undefined && from[field] !== undefined && theirs !== from[field] && theirs !== mine)
        throw new ApiError(409, "E_TICKET_VERSION_CONFLICT", "Somebody changed this text while you were writing.", {
          details: { field, mine, theirs },
        })
    }
    try {
      // the key belongs to one input; If-Match is not part of it, so that a repetition after a lost answer is recognised
      return await call(updateTicket, { params, body: changes, ifMatch: base?.version, idempotencyKey })
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "E_TICKET_VERSION_CONFLICT" || tries > 2) throw error
      const asOf = core.tick()
      core.absorb([await call(getTicket, { params })], asOf)
    }
  }
}
