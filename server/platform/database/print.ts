/** `npm run db:print`: writes what the migrations amount to, as SQL for readers and as types for Kysely. Both are committed. */
import { readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { readCatalog } from "./catalog.ts"
import { MIGRATIONS } from "./migrate.ts"
import { schemaAsSql } from "./print-sql.ts"
import { schemaAsTypes } from "./print-types.ts"
import { testDatabase } from "./test-database.ts"

export const PRINTED = {
  sql: fileURLToPath(new URL("../../db/schema.sql", import.meta.url)),
  types: fileURLToPath(new URL("./schema.ts", import.meta.url)),
}

export type Printed = { sql: string; types: string }

/** What the migrations in `folder` amount to, tried on an embedded database of its own. */
export async function printed(folder: string = MIGRATIONS): Promise<Printed> {
  const database = await testDatabase({ migrations: folder, databaseUrl: null })
  try {
    const catalog = await readCatalog(database.pool)
    return { sql: schemaAsSql(catalog), types: schemaAsTypes(catalog) }
  } finally {
    await database.close()
  }
}

/** Writes both files and returns the names of those that changed. */
export async function printSchema(): Promise<string[]> {
  const now = await printed()
  const changed: string[] = []
  for (const kind of ["sql", "types"] as const) {
    const before = await readFile(PRINTED[kind], "utf8").catch(() => null)
    if (before === now[kind]) continue
    await writeFile(PRINTED[kind], now[kind])
    changed.push(PRINTED[kind])
  }
  return changed
}
