/** What was found wrong in a file, by line number: kept in memory as far as it is shown, written to a file beside it beyond that. */
import { accessSync, constants, createWriteStream, mkdtempSync, type WriteStream } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { finished } from "node:stream/promises"

export type Finding = { line: number; kind: "skipped" | "noted"; why: string }

export type Findings = {
  /** A row that was not taken. */
  skip: (line: number, why: string) => void
  /** A row that was taken, with something in it that was not. */
  note: (line: number, why: string) => void
  counts: () => { skipped: number; noted: number }
  /** The first ones in the order of their lines, and where all of them are told when they are more. */
  close: () => Promise<{ shown: Finding[]; report: string | null }>
}

export const mostShown = 50

/** `place`: the path of the report, asked for only where there are more findings than are shown. */
export function collectFindings(place: () => string): Findings {
  const shown: Record<Finding["kind"], Finding[]> = { skipped: [], noted: [] }
  const counts = { skipped: 0, noted: 0 }
  let report: { path: string; stream: WriteStream; whole: Promise<boolean> } | null = null

  const openReport = () => {
    const path = place()
    const stream = createWriteStream(path, { mode: 0o600 })
    const whole = finished(stream).then(
      () => true,
      () => false,
    )
    for (const finding of [...shown.skipped, ...shown.noted]) stream.write(sentence(finding))
    return { path, stream, whole }
  }
  const add = (finding: Finding) => {
    counts[finding.kind] += 1
    if (shown[finding.kind].length < mostShown && report === null) {
      shown[finding.kind].push(finding)
      return
    }
    report ??= openReport()
    report.stream.write(sentence(finding))
  }
  return {
    skip: (line, why) => add({ line, kind: "skipped", why }),
    note: (line, why) => add({ line, kind: "noted", why }),
    counts: () => ({ ...counts }),
    async close() {
      report?.stream.end()
      const isWhole = (await report?.whole) === true
      const all = [...shown.skipped, ...shown.noted].sort((a, b) => a.line - b.line)
      return { shown: all, report: report !== null && isWhole ? report.path : null }
    },
  }
}

const sentence = ({ line, kind, why }: Finding) => `line ${line} ${kind}: ${why}\n`

/** Beside the file where that can be written, else among the temporary files; a dry run leaves nothing beside it. */
export function placeOfReport(file: string, isDryRun: boolean): string {
  const name = `${basename(file)}.report.txt`
  const elsewhere = () => join(mkdtempSync(join(tmpdir(), "docket-import-")), name)
  if (isDryRun) return elsewhere()
  try {
    accessSync(dirname(file), constants.W_OK)
    return join(dirname(file), name)
  } catch {
    return elsewhere()
  }
}
