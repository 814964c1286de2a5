import { type Change, listChanges } from "@docket/contract/live"
import type { Ctx } from "#platform/context"
import { assertNotTooOld, eventsAfter, type LoggedEvent, presentPlace, readCursor, writeCursor } from "#platform/event-log"
import { type Route, read } from "#platform/http/route"
import { mayKnow } from "#platform/live/may-know"

const mostScanned = 5000

/** What a client is told of an event: that it happened, to what, and which fields; never what they say. */
export function toChange(event: LoggedEvent): Change {
  const { changes, fields } = event.data as { changes?: object; fields?: object }
  return {
    cursor: writeCursor(event),
    entity: event.entity,
    id: event.entity_id,
    version: event.version,
    event: event.name,
    fields: Object.keys(changes ?? fields ?? {}),
    ticketId: event.ticket_id,
    projectId: event.project_id,
  }
}

/** Catches up: what the caller may know since a cursor. The cursor moves past what they may not know, too. */
async function changesSince(ctx: Ctx, after: string | undefined, limit: number) {
  if (after === undefined) return { data: [], cursor: writeCursor(await presentPlace(ctx.db)), more: false }
  let place = readCursor(after)
  await assertNotTooOld(ctx.db, place)
  const data: Change[] = []
  for (let scanned = 0; scanned < mostScanned && data.length < limit; ) {
    const wanted = limit - data.length
    const events = await eventsAfter(ctx.db, place, wanted)
    for (const event of events) if (mayKnow(ctx.actor, event)) data.push(toChange(event))
    place = events.at(-1) ?? place
    scanned += events.length
    if (events.length < wanted) return { data, cursor: writeCursor(place), more: false }
  }
  return { data, cursor: writeCursor(place), more: true }
}

export const routes: Route[] = [read(listChanges, (ctx, { query }) => changesSince(ctx, query.after, query.limit ?? 500))]
