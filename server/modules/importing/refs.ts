/** What was imported as what: the memory by which a second import knows that something is there already. */
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import type { Memory } from "./replay.ts"

export const source = "servicenow"
/** For what all projects share: people, teams, categories. */
export const everywhere = "00000000-0000-0000-0000-000000000000"

export type RefKind = "person" | "team" | "category" | "project" | "workflow" | "incident"
export type Ref = { externalId: string; localId: string; state?: Memory }
export type Found = { localId: string; state: Memory | null }

export async function refsOf(
  ctx: Pick<Ctx, "db">,
  kind: RefKind,
  scope: string,
  externalIds: readonly string[],
): Promise<Map<string, Found>> {
  if (externalIds.length === 0) return new Map()
  const found = await rows<Found & { externalId: string }>(
    ctx.db,
    `select external_id as "externalId", local_id as "localId", state from import_refs
     where source = $1 and kind = $2 and scope = $3::uuid and external_id = any($4::text[])`,
    [source, kind, scope, externalIds],
    "import_refs_of",
  )
  return new Map(found.map(({ externalId, localId, state }) => [externalId, { localId, state }]))
}

/** Keeps what is new, and how far what is known has come. */
export async function keepRefs(ctx: Ctx, kind: RefKind, scope: string, refs: readonly Ref[]): Promise<void> {
  if (refs.length === 0) return
  await rows(
    ctx.db,
    `insert into import_refs (source, kind, scope, external_id, local_id, state)
     select $1, $2, $3::uuid, r."externalId", r."localId", r.state
     from jsonb_to_recordset($4::jsonb) as r ("externalId" text, "localId" uuid, state jsonb)
     on conflict (source, kind, scope, external_id) do update set local_id = excluded.local_id, state = excluded.state`,
    [source, kind, scope, JSON.stringify(refs)],
    "keep_import_refs",
  )
}
