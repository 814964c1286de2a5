import assert from "node:assert/strict"
import { test } from "node:test"
import { collectFindings } from "./findings.ts"
import { linesOf, longestLine } from "./lines.ts"
import { type Found, recordReader } from "./records.ts"
import { fileOf } from "./test-log.ts"

const recordsOf = (text: string, width = 3): (string[] | string)[] => {
  const reader = recordReader(",", width)
  const lines = text.split("\n").map((line, at) => ({ line: at + 1, text: line, isUtf8: true }))
  const found: Found[] = [...lines.flatMap(reader.next), ...reader.end()]
  return found.map((one) => ("fields" in one ? one.fields : `${one.line} ${one.broken}`))
}

test("commas, quotation marks and line ends inside of quotes belong to the value", () => {
  assert.deepEqual(recordsOf('a,"b, c","say ""hi"""\nd,"two\nlines",f'), [
    ["a", "b, c", 'say "hi"'],
    ["d", "two\nlines", "f"],
  ])
})
test("a mark that nobody closes costs its own line, also when another one follows far below", () => {
  const broken = "2 has a quotation mark that is never closed"
  assert.deepEqual(recordsOf('a,b,c\n"d,e,f\ng,h,i\nj,k,l'), [["a", "b", "c"], broken, ["g", "h", "i"], ["j", "k", "l"]])
  assert.deepEqual(recordsOf('a,b,c\n"d,e,f\ng,h,i\n"j,k,l\nm,n,o'), [
    ["a", "b", "c"],
    broken,
    ["g", "h", "i"],
    "4 has a quotation mark that is never closed",
    ["m", "n", "o"],
  ])
})
test("a mark inside of a plain value is a letter like others", () => {
  assert.deepEqual(recordsOf('a,5" disk,c\nd,e,f'), [
    ["a", '5" disk', "c"],
    ["d", "e", "f"],
  ])
})
test("hundreds of lines with open marks are told one by one", () => {
  const found = recordsOf(Array.from({ length: 300 }, (_, n) => `"x${n},y`).join("\n"))
  assert.ok(found.every((one) => typeof one === "string"))
  assert.equal(found.length, 300)
})

const allLines = async (content: string | Buffer) => {
  const lines = []
  for await (const chunk of linesOf(fileOf(content), () => undefined)) lines.push(...chunk)
  return lines
}
test("lines end with LF or CR LF, the last one with the file; other encodings are read as letters", async () => {
  const lines = await allLines(Buffer.concat([Buffer.from("a\r\nb\n\nZoë\nZo"), Buffer.from([0xeb]), Buffer.from("\nlast")]))
  assert.deepEqual(
    lines.map(({ line, text, isUtf8 }) => [line, text, isUtf8]),
    [
      [1, "a", true],
      [2, "b", true],
      [3, "", true],
      [4, "Zoë", true],
      [5, "Zoë", false],
      [6, "last", true],
    ],
  )
})
test("a line of many megabytes is one line without text, and the next one is read again", async () => {
  const lines = await allLines(`a\n${"x".repeat(longestLine * 3)}\nb`)
  assert.deepEqual(
    lines.map(({ line, text }) => [line, text]),
    [
      [1, "a"],
      [2, null],
      [3, "b"],
    ],
  )
})
test("findings are kept as far as they are shown, all of them in a report", async () => {
  const place = fileOf("", "findings.txt")
  const few = collectFindings(() => assert.fail("no report is needed"))
  few.skip(9, "late")
  few.note(3, "early")
  assert.deepEqual(
    (await few.close()).shown.map(({ line }) => line),
    [3, 9],
  )
  const many = collectFindings(() => place)
  for (let line = 1; line <= 120; line++) many.skip(line, "x")
  const { shown, report } = await many.close()
  assert.deepEqual([shown.length, report, many.counts().skipped], [50, place, 120])
  const { readFileSync } = await import("node:fs")
  assert.equal(readFileSync(place, "utf8").trim().split("\n").length, 120)
})
