import { printSchema } from "#platform/database/print"

/** Prints what the migrations make: `server/db/schema.sql` to read, and the row types that the program is checked with. */
export async function run(): Promise<number> {
  const changed = await printSchema()
  console.log(changed.length === 0 ? "Nothing has changed." : `Wrote ${changed.join(", ")}.`)
  return 0
}
