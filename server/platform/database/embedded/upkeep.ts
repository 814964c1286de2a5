/**
 * What a PostgreSQL server's background processes do and the single embedded process does not: checkpoints, so that the log does not
 * grow and recovery stays short, and vacuum and statistics, so that plans stay good. One small step at a time, when nobody is asking.
 */
import type { PGlite } from "@electric-sql/pglite"
import type { Gateway } from "./gateway.ts"

export type Pace = {
  /** milliseconds between two looks */
  tick: number
  /** how long nobody must have asked for anything */
  quiet: number
  /** after which a busy database gets its upkeep in between nevertheless */
  patience: number
  /** how much log may come together between two checkpoints */
  logBytes: number
  checkpointEvery: number
}

export type UpkeepOptions = { pglite: PGlite; gateway: Gateway; onError: (error: unknown) => void; pace?: Pace }

const PACE: Pace = { tick: 5_000, quiet: 300, patience: 60_000, logBytes: 64 * 1024 * 1024, checkpointEvery: 5 * 60_000 }

/** autovacuum's own rules (its default settings), the neediest table first */
const NEEDIEST = `
  with t as (
    select c.oid::regclass::text as name, greatest(c.reltuples, 0) as size, s.n_dead_tup as dead, s.n_mod_since_analyze as changed,
      s.n_ins_since_vacuum as inserted, age(c.relfrozenxid) as age
    from pg_stat_all_tables s join pg_class c on c.oid = s.relid
    where c.relkind in ('r', 'm') and c.relpersistence = 'p'
  )
  select name, dead > 50 + 0.2 * size or inserted > 1000 + 0.2 * size or age > 150000000 as vacuum
  from t
  where dead > 50 + 0.2 * size or inserted > 1000 + 0.2 * size or changed > 50 + 0.1 * size or age > 150000000
  order by (dead + inserted + changed) / (50 + size) desc limit 1`

const LOG_SIZE = "select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()"

/** Starts the rounds and returns what stops them. */
export function keepUp({ pglite, gateway, onError, pace = PACE }: UpkeepOptions): () => void {
  let lastCheckpoint = Date.now()
  let lastRound = Date.now()
  let under = false

  const round = async () => {
    const bytes = Number((await pglite.query<{ bytes: string }>(LOG_SIZE)).rows[0]?.bytes ?? 0)
    if (bytes > pace.logBytes || (bytes > 0 && Date.now() - lastCheckpoint > pace.checkpointEvery)) {
      await pglite.exec("checkpoint")
      lastCheckpoint = Date.now()
      return
    }
    const table = (await pglite.query<{ name: string; vacuum: boolean }>(NEEDIEST)).rows[0]
    if (table) await pglite.exec(table.vacuum ? `vacuum (analyze) ${table.name}` : `analyze ${table.name}`)
  }

  const timer = setInterval(() => {
    if (under || (gateway.quietFor < pace.quiet && Date.now() - lastRound < pace.patience)) return
    under = true
    lastRound = Date.now()
    gateway
      .turn(round)
      .catch(onError)
      .finally(() => {
        under = false
      })
  }, pace.tick)
  return () => clearInterval(timer)
}
