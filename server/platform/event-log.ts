import type { EventName } from "@docket/contract/events"
import type { Entity } from "@docket/contract/live"
import { sql } from "kysely"
import type { Db } from "#platform/database/open"
import { DomainError } from "#platform/errors"

/**
 * A place in the log. A sequence hands out numbers before commit, so a reader that goes by id alone skips whoever commits late.
 * Readers go by (xid, id) and stay below the oldest transaction that still runs: below that line nothing can appear any more.
 */
export type Place = { xid: string; id: number }

export type LoggedEvent = {
  id: number
  xid: string
  at: string
  name: EventName
  entity: Entity
  entity_id: string
  ticket_id: string | null
  project_id: string | null
  version: number | null
  audience: string[]
  internal: boolean
  actor_id: string | null
  session_id: string | null
  data: Record<string, unknown>
}

/** How far behind a cursor may be before its holder has to read anew. */
const farthestBehind = 50_000

export const writeCursor = ({ xid, id }: Place): string => Buffer.from(`${xid}.${id}`).toString("base64url")

/** @throws 400 for something that is not a cursor. */
export function readCursor(cursor: string): Place {
  const [, xid, id] = /^(\d{1,19})\.(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? []
  if (xid === undefined || id === undefined)
    throw new DomainError(400, "E_VALIDATION_ERROR", "This cursor is not one of ours.", {
      fields: [{ path: "after", message: "not a cursor" }],
    })
  return { xid, id: Number(id) }
}

/** The last place below which nothing can appear any more. */
export async function presentPlace(db: Db): Promise<Place> {
  const { rows } = await sql<Place>`
    select xid::text as xid, id from events where xid < pg_snapshot_xmin(pg_current_snapshot()) order by events.xid desc, id desc limit 1`.execute(
    db,
  )
  return rows[0] ?? { xid: "0", id: 0 }
}

/** Up to `limit` events after a place, in the order in which everyone sees them. */
export async function eventsAfter(db: Db, place: Place, limit: number): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
    select id, xid::text as xid, at, name, entity, entity_id, ticket_id, project_id, version, audience, internal, actor_id, session_id, data
    from events
    where (xid, id) > (${place.xid}::text::xid8, ${place.id}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by events.xid, id limit ${limit}`.execute(db)
  return rows
}

/** @throws 410 when so much has happened since, or the place is not of this log, that reading anew is the better way. */
export async function assertNotTooOld(db: Db, place: Place): Promise<void> {
  const { rows } = await sql<{ behind: number; foreign: boolean }>`
    select coalesce(max(id), 0) - ${place.id}::bigint as behind, ${place.xid}::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as foreign from events`.execute(
    db,
  )
  if (rows[0] === undefined || rows[0].foreign || rows[0].behind > farthestBehind)
    throw new DomainError(410, "E_CURSOR_TOO_OLD", "Too much has happened since this cursor. Read everything anew.")
}
