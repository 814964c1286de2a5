/** From a file to checked rows: what cannot be read is told by its line, and reading goes on. */
import { open, stat } from "node:fs/promises"
import { basename } from "node:path"
import type { Iso } from "#platform/context"
import { invalid } from "#platform/errors"
import type { Findings } from "./findings.ts"
import { linesOf } from "./lines.ts"
import { type Columns, columnsOf, isWrong, type LogRow, neededColumns, readRow, type WrongRow } from "./log-row.ts"
import { type Found, recordReader } from "./records.ts"

/** The file cannot be imported at all, in words for whoever gave it. */
const refuse = (path: string, why: string) => invalid([{ path: "file", message: why }], `${basename(path)} ${why}`)

/** The size in bytes, 0 where it has none to tell (a pipe). @throws 400 for what is not there, not readable or no file */
export async function sizeOfFile(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw refuse(path, "is a directory, not a file.")
    const file = await open(path, "r")
    await file.close()
    if (found.isFile() && found.size === 0) throw refuse(path, "is empty.")
    return found.isFile() ? found.size : 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") throw refuse(path, "is not there.")
    if (code === "EACCES" || code === "EPERM") throw refuse(path, "may not be read by this user.")
    throw error
  }
}

type Header = { columns: Columns; width: number; delimiter: string }
const delimiters = [",", ";", "\t"]

/** @throws 400 where the first line is not the header of a ServiceNow incident log */
function headerIn(path: string, text: string | null): Header {
  if (text === null) throw refuse(path, "begins with a line of more than 1 MB: that is no ServiceNow incident log.")
  if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(text)) throw refuse(path, "is UTF-16. Save it as CSV in UTF-8 and try again.")
  if (text.includes("\0")) throw refuse(path, "is not a text file.")
  const line = text.replace(/^\ufeff|^\u00ef\u00bb\u00bf/, "")
  for (const delimiter of delimiters) {
    const fields = recordReader(delimiter, 0)
      .next({ line: 1, text: line, isUtf8: true })
      .flatMap((found) => ("fields" in found ? found.fields : []))
    const columns = columnsOf(fields)
    if (columns !== null) return { columns, width: fields.length, delimiter }
  }
  throw refuse(path, `is not a ServiceNow incident log: its first line does not name the columns ${neededColumns.join(", ")}.`)
}

export type Heard = {
  row: (row: LogRow | (WrongRow & { number: string })) => void
  /** So many bytes and lines of data further. */
  progress: (bytes: number, rows: number) => void
}

/** Reads the whole file. Answers how many rows of data it has, empty lines not counted. @throws 400 where it is no such log */
export async function readLog(path: string, latest: Iso, findings: Findings, heard: Heard, signal: AbortSignal): Promise<number> {
  let header: Header | null = null
  let records: ReturnType<typeof recordReader> | null = null
  let rows = 0
  let bytes = 0
  let emptyLines: number[] = []

  const take = (found: Found, { columns, width }: Header) => {
    if ("fields" in found && found.fields.length === 1 && found.fields[0]?.trim() === "") {
      if (emptyLines.length < mostEmptyLines) emptyLines.push(found.line)
      return
    }
    for (const line of emptyLines) findings.note(line, "is empty")
    emptyLines = []
    rows += 1
    if ("broken" in found) return findings.skip(found.line, found.broken)
    if (!found.isUtf8) findings.note(found.line, "is not UTF-8 and was read as Latin-1")
    const row = readRow(columns, width, found.fields, found.line, latest)
    if (isWrong(row)) {
      findings.skip(row.line, row.wrong)
      if (row.number !== null) heard.row({ ...row, number: row.number })
      return
    }
    for (const note of row.notes) findings.note(row.line, note)
    heard.row(row)
  }

  const chunks = linesOf(path, (count) => {
    bytes += count
  })
  for await (const lines of chunks) {
    for (const line of lines) {
      if (header === null || records === null) {
        header = headerIn(path, line.text)
        records = recordReader(header.delimiter, header.width)
      } else for (const found of records.next(line)) take(found, header)
    }
    heard.progress(bytes, rows)
    signal.throwIfAborted()
  }
  if (header === null || records === null) throw refuse(path, "is empty.")
  for (const found of records.end()) take(found, header)
  heard.progress(bytes, rows)
  return rows
}

/** Empty lines at the end are how files end; so many in the middle are told. */
const mostEmptyLines = 100
