/** What a PostgreSQL server must be before anything is entrusted to it. */
import type pg from "pg"

const OLDEST = 150_000
const SAFE = ["fsync", "full_page_writes", "synchronous_commit"] as const

/** Throws where the server is too old, or would acknowledge what it may lose. `durable: false` (tests) accepts the latter. */
export async function refuseUnsafeServer(pool: pg.Pool, { durable }: { durable: boolean }): Promise<void> {
  const names = ["server_version_num", "server_version", ...SAFE]
  const { rows } = await pool.query<Record<string, string>>(
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(", ")}`,
  )
  const found = rows[0] ?? {}
  if (Number(found.server_version_num) < OLDEST) throw new Error(`PostgreSQL ${found.server_version} is too old: Docket needs 15 or later`)
  const off = SAFE.filter((name) => found[name] === "off")
  if (durable && off.length > 0) {
    throw new Error(
      `the PostgreSQL server runs with ${off.map((name) => `${name} = off`).join(", ")}: a crash would lose what was acknowledged. Switch it on.`,
    )
  }
}
