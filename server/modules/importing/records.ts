/** Lines of CSV as records, one mistake at a time: a quotation mark that nobody closes costs its own line and not the rest of the file. */
import { parse } from "csv-parse/sync"
import type { Line } from "./lines.ts"

export type Found = { line: number; fields: string[]; isUtf8: boolean } | { line: number; broken: string }

/** A quoted value may go on over so many lines. */
const mostLinesOfOne = 50

const quotes = ({ text }: Line) => (text?.includes('"') ? text.split('"').length - 1 : 0)
const isOdd = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + quotes(line), 0) % 2 === 1

/** `width`: how many values a record has. Lines in, records out, in their order; `end` gives what was still open. */
export function recordReader(delimiter: string, width: number) {
  let open: Line[] = []

  const split = (text: string, relaxed = false): string[] | null => {
    if (!text.includes('"')) return text.split(delimiter)
    try {
      const [record] = parse(text, { delimiter, relax_column_count: true, relax_quotes: relaxed }) as string[][]
      return record ?? null
    } catch {
      return null
    }
  }

  const whole = (line: Line): Found => {
    const fields = split(line.text ?? "") ?? split(line.text ?? "", true)
    return fields === null
      ? { line: line.line, broken: "has quotation marks in the wrong places" }
      : { line: line.line, fields, isUtf8: line.isUtf8 }
  }

  /** The first of the open lines is no beginning of a longer record; the others are read anew. */
  const giveUp = (): Found[] => {
    const [first, ...others] = open
    open = []
    if (first === undefined) return []
    const fields = split(first.text ?? "", true)
    const alone: Found =
      fields?.length === width
        ? { line: first.line, fields, isUtf8: first.isUtf8 }
        : { line: first.line, broken: "has a quotation mark that is never closed" }
    return [alone, ...others.flatMap(next)]
  }

  const end = (): Found[] => {
    const found: Found[] = []
    while (open.length > 0) found.push(...giveUp())
    return found
  }

  const next = (line: Line): Found[] => {
    if (line.text === null) return [...end(), { line: line.line, broken: "is longer than 1 MB" }]
    if (open.length === 0 && !isOdd([line])) return [whole(line)]
    open.push(line)
    if (isOdd(open)) return open.length >= mostLinesOfOne ? giveUp() : []
    const [first] = open
    const fields = split(open.map(({ text }) => text ?? "").join("\n"))
    if (first === undefined || fields?.length !== width) return giveUp()
    const isUtf8 = open.every((each) => each.isUtf8)
    open = []
    return [{ line: first.line, fields, isUtf8 }]
  }

  return { next, end }
}
