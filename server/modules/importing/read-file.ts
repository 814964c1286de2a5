/** The first half of an import: the whole file into the workspace, with what has to be known of it before anything is written. */
import type { Findings } from "./findings.ts"
import { fingerprintOf } from "./fingerprint.ts"
import { readLog } from "./read-log.ts"
import type { Wish } from "./wish.ts"
import type { Workspace } from "./workspace.ts"

const day = 24 * 60 * 60 * 1000
export type ReadFile = { rows: number; states: string[]; fingerprint: string }
const mostStates = 500

export async function readFile(wish: Wish, size: number, findings: Findings, workspace: Workspace): Promise<ReadFile> {
  const states = new Set<string>()
  const content = fingerprintOf()
  const latest = new Date(Date.now() + day).toISOString()
  const rows = await readLog(
    wish.path,
    latest,
    findings,
    {
      row(row) {
        content.add(JSON.stringify(row))
        workspace.keep(row)
        const state = "wrong" in row ? row.row.state : row.state
        if (state && states.size < mostStates) states.add(state)
      },
      progress: (done, count) => wish.progress({ phase: "reading", done, of: size, rows: count }),
    },
    wish.signal,
  )
  return { rows, states: [...states], fingerprint: content.whole() }
}
