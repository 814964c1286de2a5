/** An empty database of its own on a PostgreSQL server, for tests that start whole processes on it. */
import { randomBytes } from "node:crypto"
import pg from "pg"

export type ServerDatabase = {
  url: string
  pool: pg.Pool
  drop: () => Promise<void>
}

/** The address of a server for tests; null where there is none. */
export async function serverForTests(): Promise<string | null> {
  const { TEST_DATABASE_URL } = process.env
  if (TEST_DATABASE_URL) return TEST_DATABASE_URL
  const usual = "postgres://postgres@127.0.0.1:5432/postgres"
  const client = new pg.Client({ connectionString: usual, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    return usual
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function ownServerDatabase(server: string): Promise<ServerDatabase> {
  // the name tells its age, by which test-database.ts removes what a test that was killed has left behind
  const name = `docket_test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.toString(), max: 3 })
  pool.on("error", () => undefined)
  return {
    url: url.toString(),
    pool,
    async drop() {
      await pool.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
