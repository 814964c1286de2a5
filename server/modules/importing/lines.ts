/** A text file as its lines, in constant memory whatever is in it. */
import { isUtf8 } from "node:buffer"
import { createReadStream } from "node:fs"

/** `text` is null where the line is too long to be anything. */
export type Line = { line: number; text: string | null; isUtf8: boolean }

export const longestLine = 1024 * 1024
const chunkSize = 256 * 1024
const newline = 10
const carriageReturn = 13

/** Lines by the chunk, because one at a time costs more than reading them. `read` hears how many bytes have been read. */
export async function* linesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Line[]> {
  let line = 1
  let rest: Buffer[] = []
  let restLength = 0
  let tooLong = false
  const take = (end: Buffer): Line => {
    const whole = rest.length === 0 ? end : Buffer.concat([...rest, end])
    const given = tooLong || whole.length > longestLine ? null : whole
    rest = []
    restLength = 0
    tooLong = false
    return asLine(line++, given)
  }
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    const lines: Line[] = []
    let from = 0
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      lines.push(take(chunk.subarray(from, to)))
      from = to + 1
    }
    const left = chunk.subarray(from)
    restLength += left.length
    if (restLength > longestLine) {
      rest = []
      tooLong = true
    } else if (left.length > 0) rest.push(left)
    read(chunk.length)
    // a line without end is told as soon as it is too long: the reader may not want the rest
    if (tooLong && line === 1) lines.push({ line, text: null, isUtf8: true })
    if (lines.length > 0) yield lines
  }
  if (restLength > 0) yield [take(Buffer.alloc(0))]
}

/** What is no UTF-8 is read as Latin-1, in which every byte is a letter. */
function asLine(line: number, bytes: Buffer | null): Line {
  if (bytes === null) return { line, text: null, isUtf8: true }
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length
  const whole = bytes.subarray(0, end)
  const good = isUtf8(whole)
  return { line, text: whole.toString(good ? "utf8" : "latin1"), isUtf8: good }
}
