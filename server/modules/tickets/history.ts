import type { ListOf, Ref } from "@docket/contract/shapes"
import type { Changes, Comment, HistoryEntry, TimelineItem } from "@docket/contract/tickets"
import { peopleNames } from "#modules/identity"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { invalid } from "#platform/errors"
import { ticketsToShow, ticketToShow } from "./queries.ts"
import type { TicketRow } from "./row.ts"
import { sentenceOf } from "./sentences.ts"
import { placeOf } from "./standing.ts"

type EventRow = { id: number; at: string; name: string; actor_id: string | null; actor_kind: string; data: Record<string, unknown> }

const readable = (ctx: Ctx, ticket: TicketRow) => (placeOf(ctx.actor, ticket).staff ? "" : " and not internal")
const columns = "id, at, name, actor_id, actor_kind, data"
const named = (ctx: Ctx, ticket: TicketRow, name: string) => `${name}${readable(ctx, ticket) === "" ? "_all" : ""}`

const mostShown = 500

/** What a timeline tells beside the conversation: the newest events that the actor may know, oldest first. */
async function latestEvents(ctx: Ctx, ticket: TicketRow): Promise<EventRow[]> {
  const found = await rows<EventRow>(
    ctx.db,
    `select ${columns} from events where ticket_id = $1::uuid and name like 'ticket.%' and name not in ('ticket.watched', 'ticket.unwatched')${readable(ctx, ticket)}
     order by at desc, id desc limit ${mostShown}`,
    [ticket.id],
    named(ctx, ticket, "latest_events"),
  )
  return withoutHiddenLinks(ctx, found.reverse())
}

/** A page of all events that the actor may know, oldest first. */
function eventsFrom(ctx: Ctx, ticket: TicketRow, limit: number, after: { at: string; id: number } | null): Promise<EventRow[]> {
  const later = after === null ? "" : " and (at, id) > ($3::timestamptz, $4::bigint)"
  return rows<EventRow>(
    ctx.db,
    `select ${columns} from events where ticket_id = $1::uuid${readable(ctx, ticket)}${later} order by at, id limit $2`,
    after === null ? [ticket.id, limit] : [ticket.id, limit, after.at, after.id],
    named(ctx, ticket, after === null ? "events_first" : "events_after"),
  )
}

const linkedTo = ({ data }: EventRow): string | undefined => (data.link as { ticketId?: string } | undefined)?.ticketId

/** A link names another ticket: it is told only to those who see that one, too. */
async function withoutHiddenLinks(ctx: Ctx, events: EventRow[]): Promise<EventRow[]> {
  const named = new Set(events.flatMap((event) => linkedTo(event) ?? []))
  if (named.size === 0 || ctx.actor.seesAll) return events
  const seen = new Set((await ticketsToShow(ctx, [...named])).map(({ id }) => id))
  return events.filter((event) => {
    const other = linkedTo(event)
    return other === undefined || seen.has(other)
  })
}

/** Docket itself acts too: the importer, automation, the clock. */
const actorOf = ({ actor_id, actor_kind }: EventRow, people: ReadonlyMap<string, Ref>): Ref | null =>
  actor_id === null
    ? actor_kind === "system"
      ? { id: "00000000-0000-0000-0000-000000000000", name: "Docket" }
      : null
    : (people.get(actor_id) ?? { id: actor_id, name: "Someone" })

/** Events and comments in one feed, oldest first; the newest ones where there are too many. */
export async function timelineOf(ctx: Ctx, ticket: TicketRow, comments: readonly Comment[]): Promise<TimelineItem[]> {
  const events = await latestEvents(ctx, ticket)
  const people = await peopleNames(ctx, new Set(events.flatMap(({ actor_id }) => (actor_id === null ? [] : [actor_id]))))
  const items: TimelineItem[] = [
    ...events.map((event) => ({ kind: "event" as const, at: event.at, event: presentEvent(event, people) })),
    ...comments.map((comment) => ({ kind: "comment" as const, at: comment.createdAt, comment })),
  ]
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function presentEvent(event: EventRow, people: ReadonlyMap<string, Ref>): NonNullable<TimelineItem["event"]> {
  const { changes = {}, note, imported } = event.data as { changes?: Changes; note?: string; imported?: true }
  return {
    id: String(event.id),
    name: event.name,
    actor: actorOf(event, people),
    sentence: sentenceOf(event.name, event.data),
    changes: Object.entries(changes).map(([field, [old, now]]) => ({ field, old: old ?? null, new: now ?? null })),
    note: note ?? null,
    imported: imported === true,
  }
}

function entriesOf(event: EventRow, people: ReadonlyMap<string, Ref>): HistoryEntry[] {
  const { changes, fields, note, imported, link, visibility, userId } = event.data as {
    changes?: Changes
    fields?: Record<string, unknown>
    note?: string
    imported?: true
    link?: unknown
    visibility?: string
    userId?: string
  }
  const entry = (field: string | null, old: unknown, now: unknown, at: number): HistoryEntry => ({
    id: at === 0 ? String(event.id) : `${event.id}.${at}`,
    at: event.at,
    actor: actorOf(event, people),
    action: event.name.replace(/^ticket\./, "").replace(".", "_"),
    field,
    old: old ?? null,
    new: now ?? null,
    note: note ?? null,
    imported: imported === true,
  })
  if (event.name === "ticket.created") return [entry(null, null, fields ?? null, 0)]
  const changed = Object.entries(changes ?? {})
  if (changed.length > 0) return changed.map(([field, [old, now]], at) => entry(field, old, now, at))
  return [entry(null, null, link ?? visibility ?? userId ?? null, 0)]
}

const pagedBy = (cursor: string | undefined) => {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, "base64url").toString("latin1").split(" ")
  if (at === undefined || Number.isNaN(Date.parse(at)) || !/^\d{1,15}$/.test(id ?? ""))
    throw invalid([{ path: "cursor", message: "does not belong to this list" }])
  return { at, id: Number(id) }
}

/** Every change, field by field, oldest first. A page holds whole events, so it may hold a few entries more than its limit. */
export async function historyOf(ctx: Ctx, idOrKey: string, query: { limit?: number; cursor?: string }): Promise<ListOf<HistoryEntry>> {
  const ticket = await ticketToShow(ctx, idOrKey)
  const limit = query.limit ?? 25
  const events = await eventsFrom(ctx, ticket, limit + 1, pagedBy(query.cursor))
  const page = events.slice(0, limit)
  const told = await withoutHiddenLinks(ctx, page)
  const people = await peopleNames(ctx, new Set(page.flatMap(({ actor_id }) => (actor_id === null ? [] : [actor_id]))))
  const last = page.at(-1)
  return {
    data: told.flatMap((event) => entriesOf(event, people)),
    nextCursor: events.length > limit && last !== undefined ? Buffer.from(`${last.at} ${last.id}`, "latin1").toString("base64url") : null,
  }
}
