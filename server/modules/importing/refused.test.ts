import assert from "node:assert/strict"
import { chmodSync, mkdirSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import { DomainError } from "#platform/errors"
import { fileOf, folderOfLogs, header, importFile, importText, rowOf } from "./test-log.ts"

const dry = { dryRun: true }
const refused = (path: string, why: RegExp) =>
  assert.rejects(importFile(null, path, dry), (error) => error instanceof DomainError && why.test(error.message))

test("what is no such file is refused in words", async () => {
  const folder = join(folderOfLogs, "folder.csv")
  mkdirSync(folder)
  await refused(join(folderOfLogs, "none.csv"), /^none\.csv is not there\.$/)
  await refused(folder, /^folder\.csv is a directory/)
  await refused(fileOf("", "empty.csv"), /^empty\.csv is empty\.$/)
  await refused(fileOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 10, 0, 0])), /is not a text file/)
  await refused(fileOf(Buffer.from(`\ufeff${header}\n`, "utf16le")), /is UTF-16/)
  await refused(
    fileOf("name,email\nAda,ada@example.org\n"),
    /is not a ServiceNow incident log.*number, incident_state, sys_mod_count, opened_at/,
  )
  await refused(fileOf("Dear Sir or Madam,\n"), /is not a ServiceNow incident log/)
})
test("a file that may not be read is refused", { skip: process.getuid?.() === 0 && "root reads everything" }, async () => {
  const path = fileOf(`${header}\n`)
  chmodSync(path, 0)
  await refused(path, /may not be read/)
})
test("ten gigabytes of one line are refused after the first of them", async () => {
  const path = fileOf("x".repeat(100))
  truncateSync(path, 10 * 1024 ** 3)
  const began = performance.now()
  await refused(path, /begins with a line of more than 1 MB/)
  assert.ok(performance.now() - began < 5000)
})
test("a header without rows, a semicolon for a comma, columns left out and a line that is too long are no reason to stop", async () => {
  assert.deepEqual((await importText(null, `${header}\r\n`, dry)).rows, 0)
  assert.equal((await importText(null, `${header}\n${rowOf({})}\n`.replaceAll(",", ";"), dry)).told, 1)
  const few = "number,incident_state,sys_mod_count,opened_at,sys_updated_at\nINC0000001,New,0,?,01-03-2016 08:00\n"
  assert.equal((await importText(null, few, dry)).told, 1)
  const long = await importText(null, `${header}\n${"x".repeat(2 ** 21)}\n${rowOf({})}\n`, dry)
  assert.deepEqual([long.told, long.findings.map(({ line, why }) => `${line} ${why}`)], [1, ["2 is longer than 1 MB"]])
})
test("an import is stopped between two lines", async () => {
  await assert.rejects(importFile(null, fileOf(`${header}\n`), { ...dry, signal: AbortSignal.abort() }), { name: "AbortError" })
})
