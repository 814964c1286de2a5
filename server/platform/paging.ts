import type { ListOf } from "@docket/contract/shapes"
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely"
import { invalid } from "#platform/errors"

export type Paging = { limit?: number; cursor?: string; page?: number; count?: boolean }

const writeCursor = (name: string, id: string) => Buffer.from(JSON.stringify([name, id])).toString("base64url")

function readCursor(cursor: string): { name: string; id: string } {
  const place = /^\["(?<name>.*)","(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"\]$/s.exec(
    Buffer.from(cursor, "base64url").toString("utf8"),
  )?.groups
  try {
    const name: unknown = JSON.parse(`"${place?.name}"`)
    if (place?.id !== undefined && typeof name === "string" && !name.includes("\0") && name.isWellFormed()) return { name, id: place.id }
  } catch {
    // falls through to the refusal
  }
  throw invalid([{ path: "cursor", message: "is not a cursor of this list" }])
}

/**
 * A page of things in the order of their names, whatever their case. By cursor it costs what it returns; `page` counts from 1 and is for small lists.
 * @throws 400 for a cursor that is none.
 */
export async function listByName<DB, TB extends keyof DB, Row extends { id: string }, Item>(
  query: SelectQueryBuilder<DB, TB, Row>,
  by: { name: RawBuilder<string>; id: RawBuilder<string> },
  { limit = 25, cursor, page = 1, count }: Paging,
  show: (row: Row) => Item,
): Promise<ListOf<Item>> {
  const place = sql<string>`lower(${by.name})`
  const ordered = query
    .select(place.as("place"))
    .orderBy(place)
    .orderBy(by.id)
    .limit(limit + 1)
  const after = cursor === undefined ? null : readCursor(cursor)
  const wanted =
    after === null
      ? ordered.offset((page - 1) * limit)
      : ordered.where(sql<boolean>`(${place}, ${by.id}) > (${after.name}, ${after.id}::uuid)`)
  const rows = (await wanted.execute()) as unknown as (Row & { place: string })[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(({ place: _, ...row }) => show(row as unknown as Row)),
    nextCursor: last !== undefined && rows.length > limit ? writeCursor(last.place, last.id) : null,
    ...(count ? { total: await countOf(query) } : {}),
  }
}

async function countOf<DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>): Promise<number> {
  const counted = query.clearSelect().select(sql<number>`count(*)`.as("total"))
  const { total } = (await counted.executeTakeFirstOrThrow()) as { total: number }
  return total
}
