/** Kysely over a `pg` pool; what it adds to Kysely's own driver is that a query may carry the name of a prepared statement. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely"
import type pg from "pg"
import { isLost, OutcomeUnknownError } from "./unavailable.ts"

export type NamedQuery = CompiledQuery & { readonly name?: string }

export type DialectOptions = {
  pool: pg.Pool
  /** false: names are dropped, every statement is unnamed */
  named: boolean
}

export function pgDialect(options: DialectOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgDriver(options),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (kysely: Kysely<unknown>) => new PostgresIntrospector(kysely),
  }
}

class PgDriver implements Driver {
  readonly #options: DialectOptions

  constructor(options: DialectOptions) {
    this.#options = options
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new PgConnection(await this.#options.pool.connect(), this.#options.named)
  }

  async beginTransaction(connection: DatabaseConnection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const held = asPg(connection)
    if (!isolationLevel && !accessMode) return held.begin()
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : ""
    const access = accessMode ? ` ${accessMode}` : ""
    await held.query(`begin${isolation}${access}`)
  }

  /** PostgreSQL answers COMMIT with ROLLBACK where an earlier statement failed; silence about that would be a lost write. */
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const result = await asPg(connection)
      .query("commit")
      .catch((error: unknown) => {
        throw isLost(error) ? new OutcomeUnknownError(error) : error
      })
    if (result.command === "ROLLBACK") throw new Error("the transaction was rolled back: one of its statements had failed")
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const held = asPg(connection)
    if (held.broken) return
    try {
      await held.client.query("rollback")
    } catch {
      held.broken = true // the server rolls back when the connection closes
    }
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asPg(connection).client.query(`savepoint ${identifier(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asPg(connection).client.query(`rollback to savepoint ${identifier(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await asPg(connection).client.query(`release savepoint ${identifier(name)}`)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const held = asPg(connection)
    held.client.release(held.broken)
  }

  /** The pool is not ours: `Database.close` ends it. */
  async destroy(): Promise<void> {}
}

class PgConnection implements DatabaseConnection {
  readonly client: pg.PoolClient
  readonly #named: boolean
  #begun: Promise<unknown> | null = null
  broken = false

  constructor(client: pg.PoolClient, named: boolean) {
    this.client = client
    this.#named = named
  }

  /**
   * Sends BEGIN without waiting for it: it travels with the first statement (the pool's clients pipeline), which saves a round trip.
   * Only the plain one, which cannot fail on a connection that lives: after a failed one the statement would commit by itself.
   */
  begin(): void {
    this.#begun = this.client.query("begin")
    this.#begun.catch(() => undefined) // the first statement reports it
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#named ? (query as NamedQuery).name : undefined
    const result = await this.query(query.sql, query.parameters as unknown[], name)
    const changes = result.command !== "SELECT" && result.rowCount !== null
    return changes ? { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows: (result.rows ?? []) as R[] }
  }

  async query(text: string, values?: unknown[], name?: string): Promise<pg.QueryResult> {
    try {
      const answer = name ? this.client.query({ name, text, values }) : this.client.query(text, values)
      const begun = this.#begun
      if (!begun) return await answer
      this.#begun = null
      const [result] = await Promise.all([answer, begun])
      return result
    } catch (error) {
      if (isLost(error)) this.broken = true // also after a timeout in Node: the statement may still run
      throw error
    }
  }

  // biome-ignore lint/correctness/useYield: streaming would need a cursor, and long reads use keyset pages instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("streaming is not supported: read in keyset pages")
  }
}

function asPg(connection: DatabaseConnection): PgConnection {
  if (!(connection instanceof PgConnection)) throw new Error("a connection of another driver")
  return connection
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A statement as written, for Kysely's executor. */
export function statement(sql: string, values: readonly unknown[], name?: string): NamedQuery {
  return { ...CompiledQuery.raw(sql, values as unknown[]), name }
}
