/** For imports and sample data: the ids of things by name, made where they are missing, a whole batch in at most three statements. */
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { allowShaping } from "./policy.ts"

export type Named = { name: string; parentId?: string | null }
type Part = "department" | "team" | "category"
type How = { imported?: true }

const tables = { department: "departments", team: "teams", category: "categories" } as const

/** Department ids in the order of the names; a name is the same whatever its case. */
export const departmentsNamed = (ctx: Ctx, names: readonly string[], how?: How): Promise<string[]> =>
  named(ctx, "department", bare(names), how)
/** Team ids in the order of the names. */
export const teamsNamed = (ctx: Ctx, names: readonly string[], how?: How): Promise<string[]> => named(ctx, "team", bare(names), how)
/** Category ids in the order in which they are asked for; with a `parentId`, sub-categories of that category. */
export const categoriesNamed = (ctx: Ctx, wanted: readonly Named[], how?: How): Promise<string[]> => named(ctx, "category", wanted, how)

const bare = (names: readonly string[]): Named[] => names.map((name) => ({ name }))

async function named(ctx: Ctx, part: Part, wanted: readonly Named[], how: How = {}): Promise<string[]> {
  allowShaping(ctx.actor)
  if (wanted.length === 0) return []
  let found = await find(ctx, part, wanted)
  const missing = wanted.filter((_one, at) => !found.has(at))
  if (missing.length > 0) {
    await add(ctx, part, missing, how)
    found = await find(ctx, part, wanted)
  }
  return wanted.map(({ name }, at) => {
    const id = found.get(at)
    if (id === undefined) throw new Error(`the ${part} ${name} was added and is not there`)
    return id
  })
}

/** Compared by the database, as its unique index does. */
async function find(ctx: Ctx, part: Part, wanted: readonly Named[]): Promise<Map<number, string>> {
  const parent = part === "category" ? sql`t.parent_id is not distinct from given.parent_id` : sql`true`
  const { rows } = await sql<{ id: string; at: number }>`
    select t.id, given.at - 1 as at
    from unnest(${wanted.map(({ name }) => name)}::text[], ${wanted.map(({ parentId }) => parentId ?? null)}::uuid[]) with ordinality as given (name, parent_id, at)
    join ${sql.table(tables[part])} t on lower(t.name) = lower(given.name) and ${parent} and t.deleted_at is null`.execute(ctx.db)
  return new Map(rows.map(({ id, at }) => [at, id]))
}

type Row = { id: string; name: string; parentId: string | null }
type Added = Promise<{ id: string; name: string }[]>

/** What is there by now, because another import was faster, is left out. */
const insert: Record<Part, (ctx: Ctx, rows: readonly Row[]) => Added> = {
  department: ({ db, now }, rows) =>
    db
      .insertInto("departments")
      .values(rows.map(({ id, name }) => ({ id, name, created_at: now, updated_at: now })))
      .onConflict((clash) => clash.doNothing())
      .returning(["id", "name"])
      .execute(),
  team: ({ db, now }, rows) =>
    db
      .insertInto("teams")
      .values(rows.map(({ id, name }) => ({ id, name, created_at: now, updated_at: now })))
      .onConflict((clash) => clash.doNothing())
      .returning(["id", "name"])
      .execute(),
  category: ({ db, now }, rows) =>
    db
      .insertInto("categories")
      .values(rows.map(({ id, name, parentId }) => ({ id, name, parent_id: parentId, created_at: now })))
      .onConflict((clash) => clash.doNothing())
      .returning(["id", "name"])
      .execute(),
}

/** In one order everywhere, so that two imports at once wait for each other rather than in a circle. */
async function add(ctx: Ctx, part: Part, missing: readonly Named[], how: How): Promise<void> {
  const rows = missing.map(({ name, parentId = null }) => ({ id: newId(), name, parentId }))
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { id, name } of await insert[part](ctx, rows))
    await record(ctx, `${part}.created`, { entity: part, id, version: 1 }, { name, ...how })
}
