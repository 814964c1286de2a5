/** Opens the database: a PostgreSQL server where DATABASE_URL names one, else the embedded one in DATA_DIR. From here on both are the same. */
import { setTimeout as sleep } from "node:timers/promises"
import { Kysely } from "kysely"
import pg from "pg"
import { pgDialect } from "./driver.ts"
import { SOCKET_PORT } from "./embedded/places.ts"
import { type Embedded, startEmbedded } from "./embedded/start.ts"
import type { DatabaseLog } from "./log.ts"
import { readTypes } from "./read-types.ts"
import type { Schema } from "./schema.ts"
import { refuseUnsafeServer } from "./server-check.ts"
import { isUnavailable } from "./unavailable.ts"

export { isUnavailable, OutcomeUnknownError } from "./unavailable.ts"
export type Db = Kysely<Schema>

export type Database = {
  kind: "embedded" | "server"
  pool: pg.Pool
  kysely: Db
  /** what a further pool or client needs (pg-boss, a script): everything but the size */
  connectionOptions: pg.ClientConfig
  /** the embedded database's own counters; null on a server */
  embedded: Embedded | null
  close(): Promise<void>
}

export type OpenOptions = {
  databaseUrl?: string | undefined
  dataDir: string
  /** connections to a server; the embedded database has a few of its own */
  poolSize?: number | undefined
  log: DatabaseLog
  /** false gives up durability; for tests only */
  durable?: boolean
  /** milliseconds a statement may take */
  statementTimeout?: number
  /** for tests: what happens when the embedded database ends by itself (by default the process ends) */
  onLost?: (reason: string) => void
}

const SECOND = 1_000
const STATEMENT_TIMEOUT = 15 * SECOND
const CONNECT_TIMEOUT = 10 * SECOND
const END_WITHIN = 4 * SECOND

/** Several connections keep the one engine busy while Node works on the answers: 4,500 reads a second instead of 2,600. */
const EMBEDDED_POOL_SIZE = 4
const SERVER_POOL_SIZE = 10

export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.databaseUrl ? openServer(options.databaseUrl, options) : openEmbedded(options)
}

async function openEmbedded(options: OpenOptions): Promise<Database> {
  const { dataDir, log, durable, onLost, statementTimeout } = options
  const embedded = await startEmbedded({ dataDir, log, durable, onLost })
  return embeddedHandle(embedded.socketDir, log, { embedded, statementTimeout })
}

/** The handle of a client of a running embedded database: its owner, or a further process (connect.ts). */
export function embeddedHandle(
  socketDir: string,
  log: DatabaseLog,
  owner: { embedded?: Embedded; statementTimeout?: number } = {},
): Database {
  const connectionOptions: pg.ClientConfig = {
    host: socketDir,
    port: SOCKET_PORT,
    user: "postgres",
    database: "postgres",
    ssl: false,
    types: readTypes,
    query_timeout: owner.statementTimeout ?? STATEMENT_TIMEOUT, // in Node: the engine cannot be interrupted, statement_timeout never fires there
  }
  return handle("embedded", connectionOptions, EMBEDDED_POOL_SIZE, log, owner.embedded ?? null)
}

async function openServer(url: string, options: OpenOptions): Promise<Database> {
  const { log, durable = true, statementTimeout = STATEMENT_TIMEOUT } = options
  const connectionOptions: pg.ClientConfig = {
    ...sessionIn(url),
    types: readTypes,
    application_name: "docket",
    statement_timeout: statementTimeout,
    lock_timeout: 5 * SECOND,
    idle_in_transaction_session_timeout: 30 * SECOND,
    query_timeout: statementTimeout + 5 * SECOND, // a server that is gone without a word
    keepAlive: true,
  }
  const database = handle("server", connectionOptions, options.poolSize ?? SERVER_POOL_SIZE, log, null)
  try {
    await refuseUnsafeServer(database.pool, { durable })
  } catch (error) {
    await database.close()
    throw isUnavailable(error) ? withoutAnAnswer(error as Error & { code?: string }) : error
  }
  return database
}

/** Names what did not answer, as the driver's own words at times do not. */
function withoutAnAnswer(error: Error & { code?: string }): Error {
  const reason = error.message || error.code || "it does not answer"
  return Object.assign(new Error(`the PostgreSQL server in DATABASE_URL is not available: ${reason}`, { cause: error }), {
    code: error.code,
  })
}

/** Our session settings travel with the connection itself and cost no round trip; where DATABASE_URL has `options` too, ours come last and win. */
function sessionIn(databaseUrl: string): Pick<pg.ClientConfig, "connectionString" | "options"> {
  const url = new URL(databaseUrl)
  const theirs = url.searchParams.get("options")
  url.searchParams.delete("options")
  return {
    connectionString: url.toString(),
    options: `${theirs ? `${theirs} ` : ""}-c timezone=UTC -c datestyle=ISO -c jit=off -c max_parallel_workers_per_gather=0`,
  }
}

function handle(
  kind: Database["kind"],
  connectionOptions: pg.ClientConfig,
  max: number,
  log: DatabaseLog,
  embedded: Embedded | null,
): Database {
  const pool = new pg.Pool({
    ...connectionOptions,
    max,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: 60 * SECOND,
  })
  // Without listeners a lost connection would end the process: an idle one tells the pool, one in use tells its client and rejects its query.
  pool.on("error", (error) => log.warn({ error }, "an idle database connection failed; the pool makes a new one"))
  pool.on("connect", (client) => client.on("error", () => undefined))
  const kysely = new Kysely<Schema>({ dialect: pgDialect({ pool, named: kind === "server" }) })
  let closed: Promise<void> | undefined
  return {
    kind,
    pool,
    kysely,
    connectionOptions,
    embedded,
    close() {
      closed ??= (async () => {
        await Promise.race([pool.end(), sleep(END_WITHIN, undefined, { ref: false })]) // a client that nobody gave back must not hold up the end
        await embedded?.stop()
      })()
      return closed
    },
  }
}
