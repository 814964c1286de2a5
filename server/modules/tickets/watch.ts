import type { ChangedTicket } from "@docket/contract/tickets"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { forbidden, invalid } from "#platform/errors"
import { record } from "#platform/events"
import { presentChanged } from "./present.ts"
import { ticketToChange } from "./queries.ts"
import { assertPerson } from "./references.ts"
import type { WholeRow } from "./row.ts"
import { viewersOf } from "./rules.ts"
import { subjectOf } from "./save.ts"
import { placeOf } from "./standing.ts"

const mostWatchers = 200

/** Lets a person follow a ticket, which also lets them see it: for oneself anyone, for others the ticket's staff and its reporter's people. */
export async function watchTicket(ctx: Ctx, idOrKey: string, userId = ctx.actor.id): Promise<ChangedTicket> {
  const before = await ticketToChange(ctx, idOrKey)
  if (userId !== ctx.actor.id) {
    if (!placeOf(ctx.actor, before).staff) throw forbidden("Only those who work the ticket let others watch it.")
    await assertPerson(ctx, "userId", userId)
  }
  if (before.watcher_ids.includes(userId)) return presentChanged(ctx, before)
  if (before.watcher_ids.length >= mostWatchers) throw invalid([{ path: "userId", message: `${mostWatchers} people watch this already` }])
  const after = await setWatchers(ctx, before, [...before.watcher_ids, userId])
  await record(ctx, "ticket.watched", subjectOf(before, after), { userId })
  return presentChanged(ctx, after)
}

export async function unwatchTicket(ctx: Ctx, idOrKey: string, userIdOrMe: string): Promise<void> {
  const before = await ticketToChange(ctx, idOrKey)
  const userId = userIdOrMe === "me" ? ctx.actor.id : userIdOrMe
  if (userId !== ctx.actor.id && !placeOf(ctx.actor, before).staff) throw forbidden("Only those who work the ticket take others off it.")
  if (!before.watcher_ids.includes(userId)) return
  const after = await setWatchers(
    ctx,
    before,
    before.watcher_ids.filter((id) => id !== userId),
  )
  await record(ctx, "ticket.unwatched", subjectOf(before, after), { userId })
}

/** Watching is no change of the ticket itself: its version stays, so that nobody's edit conflicts with it. */
async function setWatchers(ctx: Ctx, before: WholeRow, watcher_ids: string[]): Promise<WholeRow> {
  const after = { ...before, watcher_ids }
  after.viewers = viewersOf(after)
  await rows(ctx.db, "update tickets set watcher_ids = $2::uuid[], viewers = $3::uuid[] where id = $1::uuid", [
    before.id,
    watcher_ids,
    after.viewers,
  ])
  return after
}
