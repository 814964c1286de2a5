// What screens do to tickets. Each change is shown at once; a refusal takes that change back alone, says why, and the promise fails with the reason.
// Without a connection small changes are kept for later: their promise is fulfilled. What can be undone is remembered for Mod+Z.
import type { ChangedTicket, LinkKind, ListedTicket, NewTicket, TicketChanges, Visibility } from "@docket/contract/tickets"
import { toast } from "../ui/toast-queue.ts"
import { t } from "../words/words.ts"
import { textConflict } from "./conflicts.ts"
import type { Answer } from "./fetched.ts"
import { live } from "./live.ts"
import { provisionalRank } from "./rank.ts"
import { quiet, submit, type Tell } from "./submit.ts"

export { together } from "./submit.ts"

const asTicket = (answer: Answer | null): ChangedTicket | null =>
  answer !== null && "ticket" in answer ? (answer.ticket as ChangedTicket) : null
const shown = (id: string): ListedTicket | null => live().core.visible(id)
const idsOf = (refs: readonly { id: string }[]): string[] => refs.map(({ id }) => id)
async function finished(work: Promise<unknown>): Promise<void> {
  await work
}

/** The same fields as they are now, in the words of a change; what cannot be put back is left out. */
function present(ticket: ListedTicket & { description?: string }, changes: TicketChanges): TicketChanges {
  const now: Required<Pick<TicketChanges, "assigneeIds" | "categoryId" | "departmentId" | "teamId" | "ownerId" | "parentId">> = {
    assigneeIds: idsOf(ticket.assignees),
    categoryId: (ticket.subcategory ?? ticket.category)?.id ?? null,
    departmentId: ticket.department?.id ?? null,
    teamId: ticket.team?.id ?? null,
    ownerId: ticket.owner?.id ?? null,
    parentId: ticket.parent?.id ?? null,
  }
  const fields = Object.keys(changes).filter(
    (field) => !["note", "rank", "override", "status", "reason", "resolution", "resolutionCode"].includes(field),
  )
  const before: Record<string, unknown> = { ...ticket, ...now }
  return Object.fromEntries(fields.filter((field) => before[field] !== undefined).map((field) => [field, before[field]]))
}

/** `from`: what title and description said when the person began to write; somebody else's text is then never overwritten in silence. */
export function changeTicket(
  id: string,
  changes: TicketChanges,
  tell: Tell & { from?: { title?: string; description?: string } } = {},
): Promise<void> {
  const base = live().core.base(id)
  const ticket = live().core.visibleWhole(id)
  const before = ticket === null ? {} : present(ticket, changes)
  const from = { title: base?.title, description: base?.description, ...tell.from }
  const undo = Object.keys(before).length === 0 ? undefined : () => changeTicket(id, before, { undoable: false })
  const rank = changes.rank === undefined ? undefined : rankAt(changes.rank)
  return quiet(finished(submit(id, { kind: "change", changes, from, rank }, undo, tell)))
}

/** Moves along the workflow; with what the transition requires. Undone by the way back, where the workflow has one that asks for nothing. */
export function moveTicket(
  id: string,
  to: string,
  given: { note?: string; resolution?: string; resolutionCode?: string; reason?: string; override?: TicketChanges["override"] } = {},
  tell: Tell & { rank?: { beforeId?: string | null; afterId?: string | null } } = {},
): Promise<void> {
  const from = shown(id)?.status
  const { rank: neighbours, ...rest } = tell
  const changes: TicketChanges = { status: to, ...given, ...(neighbours === undefined ? {} : { rank: neighbours }) }
  const rank = neighbours === undefined ? undefined : rankAt(neighbours)
  const back = () => {
    const way = shown(id)?.transitions.find((move) => move.to === from)
    if (from === undefined || way === undefined || way.requires.length > 0) toast({ text: t.live.no_way_back, icon: "warn" })
    else return moveTicket(id, from, {}, { undoable: false })
  }
  return quiet(finished(submit(id, { kind: "change", changes, rank }, back, rest)))
}

/** Manual order: between two neighbours; one is enough. */
export function rank(id: string, neighbours: { beforeId?: string | null; afterId?: string | null }, tell: Tell = {}): Promise<void> {
  return quiet(finished(submit(id, { kind: "change", changes: { rank: neighbours }, rank: rankAt(neighbours) }, undefined, tell)))
}
const rankAt = ({ beforeId, afterId }: { beforeId?: string | null; afterId?: string | null }): string =>
  provisionalRank((beforeId && shown(beforeId)?.rank) || null, (afterId && shown(afterId)?.rank) || null)

/** The first one is the primary assignee; an empty list hands the ticket back to the queue. */
export function assign(id: string, assigneeIds: string[], tell: Tell & { note?: string } = {}): Promise<void> {
  const before = shown(id)
  const undo = before === null ? undefined : () => assign(id, idsOf(before.assignees), { undoable: false })
  return quiet(finished(submit(id, { kind: "assign", assigneeIds, note: tell.note }, undo, tell)))
}

export const setLabels = (id: string, labels: string[], tell?: Tell): Promise<void> => changeTicket(id, { labels }, tell)
export const claim = (id: string, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "claim" }, () => assign(id, [], { undoable: false }), tell)))
export const withdraw = (id: string, reason: string, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "withdraw", reason }, undefined, tell)))
export const transfer = (
  id: string,
  to: { assigneeId?: string | null; teamId?: string | null; reason: string },
  tell?: Tell,
): Promise<void> => quiet(finished(submit(id, { kind: "transfer", ...to }, undefined, tell)))

/** Answers null when the ticket is kept for later, because nobody can be reached. */
export function createTicket(ticket: NewTicket, tell?: Tell): Promise<ChangedTicket | null> {
  return quiet(submit("", { kind: "create", ticket }, undefined, tell).then(asTicket))
}

/** Takes a ticket out of sight. Who may delete may bring it back, by Undo, too. */
export const deleteTicket = (id: string, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "delete" }, () => restore(id), { say: t.live.deleted(shown(id)?.key ?? ""), ...tell })))
export const restore = (id: string, tell?: Tell): Promise<void> => quiet(finished(submit(id, { kind: "restore" }, undefined, tell)))

export function addComment(
  id: string,
  { body, visibility, parentId = null }: { body: string; visibility: Visibility; parentId?: string | null },
): Promise<void> {
  const mine =
    live()
      .core.visibleWhole(id)
      ?.comments.filter((comment) => comment.author.id === live().me.id && comment.body === body) ?? []
  return quiet(finished(submit(id, { kind: "comment", body, visibility, parentId, seen: idsOf(mine) })))
}
export const editComment = (id: string, commentId: string, body: string): Promise<void> =>
  quiet(finished(submit(id, { kind: "editComment", commentId, body })))
export const removeComment = (id: string, commentId: string): Promise<void> =>
  quiet(finished(submit(id, { kind: "removeComment", commentId })))
export const react = (id: string, commentId: string, emoji: string): Promise<void> =>
  quiet(finished(submit(id, { kind: "react", commentId, emoji })))

export const watch = (id: string, userId: string = live().me.id, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "watch", userId }, () => unwatch(id, userId, { undoable: false }), tell)))
export const unwatch = (id: string, userId: string = live().me.id, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "unwatch", userId }, () => watch(id, userId, { undoable: false }), tell)))
export const link = (id: string, kind: LinkKind, otherIdOrKey: string, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "link", link: kind, otherId: otherIdOrKey }, undefined, tell)))
export const unlink = (id: string, linkId: string, tell?: Tell): Promise<void> =>
  quiet(finished(submit(id, { kind: "unlink", linkId }, undefined, tell)))

/** Of two texts written at once, one remains: mine is saved over theirs, or forgotten. */
export function resolveConflict(id: string, keep: "mine" | "theirs"): Promise<void> {
  const conflict = textConflict.of(id)
  textConflict.set(id, null)
  if (conflict === null || keep === "theirs") return Promise.resolve()
  return changeTicket(id, { [conflict.field]: conflict.mine }, { from: { [conflict.field]: conflict.theirs } })
}
