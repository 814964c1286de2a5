/** The incidents of a file in batches, each as large as a short transaction takes. */
import type { Findings } from "./findings.ts"
import { type Incident, withoutDoubles } from "./replay.ts"
import { mostRowsOfOne, type Workspace } from "./workspace.ts"

const rowsInOneBatch = 300

/** The incidents without rows that say the same twice; those and rows too many are told. */
export function* incidentsIn(workspace: Workspace, findings: Findings): Generator<Incident> {
  const surplus = (line: number) => findings.skip(line, `is one of more than ${mostRowsOfOne} rows of one incident`)
  for (const { number, rows, wrong } of workspace.each(surplus)) {
    const { rows: single, doubles } = withoutDoubles(rows)
    for (const { line, of } of doubles) findings.skip(line, `is the same update as line ${of}`)
    yield { number, rows: single, wrong }
  }
}

export function* batchesOf(incidents: Iterable<Incident>): Generator<Incident[]> {
  let batch: Incident[] = []
  let size = 0
  for (const incident of incidents) {
    batch.push(incident)
    size += incident.rows.length + 1
    if (size < rowsInOneBatch) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

export const rowsOf = (batch: readonly Incident[]) => batch.reduce((sum, { rows, wrong }) => sum + rows.length + wrong.length, 0)
