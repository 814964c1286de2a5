/** The short way for hot, hand-written SQL: in a transaction or outside of one, without building a query. */
import type { Kysely } from "kysely"
import { statement } from "./driver.ts"

/**
 * Runs one statement and returns its rows. `db` is a pool handle or a transaction. With a `name` a PostgreSQL server parses and plans
 * the statement once per connection: one name, one text. The embedded database ignores names.
 */
export async function rows<T>(
  db: Pick<Kysely<never>, "executeQuery">,
  text: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<T[]> {
  const result = await db.executeQuery(statement(text, values, name))
  return result.rows as T[]
}

/** The first row, or null. */
export async function row<T>(
  db: Pick<Kysely<never>, "executeQuery">,
  text: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<T | null> {
  const found = await rows<T>(db, text, values, name)
  return found[0] ?? null
}
