/**
 * Where the rows of a file wait until those of one incident are together: a private database of SQLite in a temporary file, which is gone
 * with its process. Sorting happens there, so memory stays the same whatever the size of the file.
 */
import { DatabaseSync } from "node:sqlite"
import { isWrong, type LogRow, type WrongRow } from "./log-row.ts"
import type { Incident } from "./replay.ts"

export type Workspace = {
  /** Keeps a row that names its incident. */
  keep: (row: LogRow | (WrongRow & { number: string })) => void
  /** No more rows come. Answers how many incidents there are. */
  sort: () => number
  /** One after the other by number, the rows of each in the order of the file. A row too many is told and left out. */
  each: (surplus: (line: number) => void) => Generator<Incident>
  /** Answers whether the name is met for the first time. */
  meet: (kind: string, name: string) => boolean
  close: () => void
}

/** More updates of one incident than any is worth. */
export const mostRowsOfOne = 10_000
const rowsInOneWrite = 5_000

export function openWorkspace(): Workspace {
  const database = new DatabaseSync("")
  database.exec(`
    pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000; pragma temp_store = file;
    create table log (number text, line integer, row text);
    create table met (kind text, name text, primary key (kind, name)) without rowid;
    begin`)
  const insert = database.prepare("insert into log values (?, ?, ?)")
  const meeting = database.prepare("insert into met values (?, ?) on conflict do nothing")
  let pending = 0
  const written = () => {
    pending += 1
    if (pending % rowsInOneWrite === 0) database.exec("commit; begin")
  }
  return {
    keep(row) {
      insert.run(row.number, row.line, JSON.stringify(row))
      written()
    },
    sort() {
      database.exec("commit; create index log_order on log (number, line); begin")
      return Number(database.prepare("select count(distinct number) as n from log").get()?.n ?? 0)
    },
    *each(surplus) {
      let now: { number: string; rows: LogRow[]; wrong: WrongRow[] } | null = null
      for (const { number, line, row } of database.prepare("select number, line, row from log order by number, line").iterate()) {
        if (now === null || now.number !== number) {
          if (now !== null) yield now
          now = { number: String(number), rows: [], wrong: [] }
        }
        if (now.rows.length + now.wrong.length >= mostRowsOfOne) {
          surplus(Number(line))
          continue
        }
        const read = JSON.parse(String(row)) as LogRow | WrongRow
        if (isWrong(read)) now.wrong.push(read)
        else now.rows.push(read)
      }
      if (now !== null) yield now
    },
    meet(kind, name) {
      const { changes } = meeting.run(kind, name)
      return changes === 1
    },
    close: () => database.close(),
  }
}
