/** For imports: what happened elsewhere, at its own times and by its own people, written into the log many at once. */
import type { EventName, Events } from "@docket/contract/events"
import type { Ctx, Iso } from "#platform/context"
import { rows } from "#platform/database/rows"
import type { Subject } from "#platform/events"

export type PastEvent<N extends EventName = EventName> = {
  [K in N]: { name: K; at: Iso; actorId: string | null; subject: Subject; data: Events[K] & { imported: true } }
}[N]

const mostAtOnce = 2000

/**
 * Writes past events in the order given. Every one says `imported`, by which followers tell it from what happens now: nobody is notified of
 * the past. No reaction runs: whoever imports brings the consequences along. The caller's transaction holds what they tell of.
 */
export async function writePast(ctx: Ctx, events: readonly PastEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += mostAtOnce)
    await rows(
      ctx.db,
      `insert into events (at, name, entity, entity_id, ticket_id, project_id, version, audience, internal, actor_id, actor_kind, data)
       select at, name, entity, entity_id, ticket_id, project_id, version, audience, internal, actor_id, actor_kind, data
       from jsonb_to_recordset($1::jsonb) as e (at timestamptz, name text, entity text, entity_id uuid, ticket_id uuid, project_id uuid,
         version int, audience uuid[], internal boolean, actor_id uuid, actor_kind text, data jsonb, place int) order by place`,
      [JSON.stringify(events.slice(from, from + mostAtOnce).map(asRow))],
      "write_past_events",
    )
}

const asRow = ({ name, at, actorId, subject, data }: PastEvent, place: number) => ({
  at,
  name,
  entity: subject.entity,
  entity_id: subject.id,
  ticket_id: subject.ticketId ?? null,
  project_id: subject.projectId ?? null,
  version: subject.version ?? null,
  audience: subject.audience ?? [],
  internal: subject.internal ?? false,
  actor_id: actorId,
  actor_kind: actorId === null ? "system" : "user",
  data,
  place,
})
