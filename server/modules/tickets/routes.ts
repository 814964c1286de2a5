import * as api from "@docket/contract/tickets"
import type { Ctx } from "#platform/context"
import { type Route, read, write } from "#platform/http/route"
import { addComment } from "./add-comment.ts"
import { assignTicket, transferTicket } from "./assign.ts"
import { editComment, removeComment, toggleReaction } from "./change-comment.ts"
import { claimTicket } from "./claim.ts"
import { createTicket } from "./create.ts"
import { spendCreation } from "./creation-limit.ts"
import { deleteTicket, restoreTicket } from "./delete.ts"
import { findDuplicates } from "./duplicates.ts"
import { historyOf } from "./history.ts"
import { listLabels } from "./labels.ts"
import { addLink, removeLink } from "./link.ts"
import { listTickets } from "./list.ts"
import { listComments, showTicket } from "./show.ts"
import { updateTicket } from "./update.ts"
import { unwatchTicket, watchTicket } from "./watch.ts"
import { withdrawTicket } from "./withdraw.ts"

const mine = "(t.reporter_id = ?::uuid or (t.viewers @> array[$1::uuid] and t.assignee_ids @> array[$1::uuid]))"
const ofType = (ctx: Ctx, query: Parameters<typeof listTickets>[1], type: "task" | "story" | "epic") =>
  listTickets(ctx, { ...query, type: [type] })

export const routes: Route[] = [
  read(api.listTickets, (ctx, { query }) => listTickets(ctx, query)),
  read(api.listMyTickets, (ctx, { query }) => listTickets(ctx, query, mine)),
  write(api.createTicket, async (ctx, { body }) => createTicket(await spendCreation(ctx), body)),
  read(api.getTicket, (ctx, { params }) => showTicket(ctx, params.id)),
  write(api.updateTicket, (ctx, { params, body }) => updateTicket(ctx, params.id, body)),
  write(api.deleteTicket, (ctx, { params }) => deleteTicket(ctx, params.id)),
  write(api.restoreTicket, (ctx, { params }) => restoreTicket(ctx, params.id)),
  read(api.getTicketHistory, (ctx, { params, query }) => historyOf(ctx, params.id, query)),
  write(api.claimTicket, (ctx, { params }) => claimTicket(ctx, params.id)),
  write(api.withdrawTicket, (ctx, { params, body }) => withdrawTicket(ctx, params.id, body.reason)),
  write(api.assignTicket, (ctx, { params, body }) => assignTicket(ctx, params.id, body.assigneeIds, body.note)),
  write(api.transferTicket, (ctx, { params, body }) => transferTicket(ctx, params.id, body)),
  read(api.checkDuplicate, (ctx, { body }) => findDuplicates(ctx, body)),
  read(api.listComments, (ctx, { params, query }) => listComments(ctx, params.id, query)),
  write(api.addComment, (ctx, { params, body }) => addComment(ctx, params.id, body)),
  write(api.editComment, (ctx, { params, body }) => editComment(ctx, params.id, params.commentId, body.body)),
  write(api.removeComment, (ctx, { params }) => removeComment(ctx, params.id, params.commentId)),
  write(api.toggleReaction, (ctx, { params, body }) => toggleReaction(ctx, params.id, params.commentId, body.emoji)),
  write(api.watchTicket, (ctx, { params, body }) => watchTicket(ctx, params.id, body.userId)),
  write(api.unwatchTicket, (ctx, { params }) => unwatchTicket(ctx, params.id, params.userId)),
  write(api.addLink, (ctx, { params, body }) => addLink(ctx, params.id, body.kind, body.ticketId)),
  write(api.removeLink, (ctx, { params }) => removeLink(ctx, params.id, params.linkId)),
  read(api.listLabels, (ctx, { query }) => listLabels(ctx, query)),
  ...(["task", "story", "epic"] as const).flatMap((type) => {
    const { list, create, get, update, remove } = api.typed[type]
    return [
      read(list, (ctx, { query }) => ofType(ctx, query, type)),
      write(create, async (ctx, { body }) => createTicket(await spendCreation(ctx), { ...body, type })),
      read(get, (ctx, { params }) => showTicket(ctx, params.id)),
      write(update, (ctx, { params, body }) => updateTicket(ctx, params.id, body)),
      write(remove, (ctx, { params }) => deleteTicket(ctx, params.id)),
    ]
  }),
]
