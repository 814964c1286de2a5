/** The import of a ServiceNow log: reads the whole file, then brings incident after incident into a project. */
import { permissions } from "@docket/contract/permissions"
import { type Ctx, isoNow, type Origin, systemPrincipal } from "#platform/context"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"
import { batchesOf, incidentsIn, rowsOf } from "./batches.ts"
import { targetToSee, tryBatch } from "./dry-run.ts"
import { collectFindings, type Findings, placeOfReport } from "./findings.ts"
import { type Ids, noIds } from "./ids.ts"
import { importBatch, type Refusal, takeTurn } from "./import-batch.ts"
import { type ReadFile, readFile } from "./read-file.ts"
import { sizeOfFile } from "./read-log.ts"
import type { Incident } from "./replay.ts"
import { beginRun, finishRun, type Run } from "./runs.ts"
import { count, noSums, type Sums } from "./sums.ts"
import { namedTarget, ownTarget, type Target } from "./target.ts"
import type { Summary, Wish } from "./wish.ts"
import { openWorkspace, type Workspace } from "./workspace.ts"

const origin: Origin = { requestId: null, ip: null, userAgent: null, ifMatch: null, client: "cli" }
const actor = systemPrincipal(permissions)

/** Imports a file. `runtime` is null only in a dry run without a database. @throws 400 where the file or the project cannot be used */
export async function importServiceNow(runtime: Runtime | null, wish: Wish): Promise<Summary> {
  const began = performance.now()
  const size = await sizeOfFile(wish.path)
  const findings = collectFindings(() => placeOfReport(wish.path, wish.dryRun))
  const workspace = openWorkspace()
  try {
    const read = await readFile(wish, size, findings, workspace)
    const incidents = workspace.sort()
    const sums = wish.dryRun
      ? await rehearse(runtime, wish, read, incidentsIn(workspace, findings), { workspace, findings })
      : await perform(runtime, wish, read, incidentsIn(workspace, findings), findings)
    const { shown, report } = await findings.close()
    const { skipped, noted } = findings.counts()
    const seconds = (performance.now() - began) / 1000
    return { ...sums, rows: read.rows, incidents, skipped, noted, findings: shown, report, seconds }
  } finally {
    await findings.close()
    workspace.close()
  }
}

type Placed = Target & { projectId: string }
const isPlaced = (target: Target): target is Placed => target.projectId !== null

async function perform(
  runtime: Runtime | null,
  wish: Wish,
  read: ReadFile,
  incidents: Iterable<Incident>,
  findings: Findings,
): Promise<Sums> {
  if (runtime === null) throw new Error("an import needs a database")
  const within = <T>(action: (ctx: Ctx) => Promise<T>) => transact(runtime, actor, origin, action)
  const { target, run } = await within((ctx) => begin(ctx, wish, read))
  const sums = noSums(target, run.before)
  let ids = noIds()
  let position = 0
  for (const batch of batchesOf(incidents)) {
    if (wish.signal.aborted) return { ...sums, stopped: true }
    position += rowsOf(batch)
    const result = await within((ctx) => importBatch(ctx, target, batch, run, position, ids))
    if (result.events > 0) runtime.wake()
    tell(findings, result.refused)
    ids = remembered(ids, result.ids)
    count(sums, result)
    wish.progress({ phase: "importing", done: position, of: read.rows, rows: position })
  }
  await within((ctx) => finishRun(ctx, run, position, { ...sums, ...findings.counts() }))
  return sums
}

async function begin(ctx: Ctx, wish: Wish, read: ReadFile): Promise<{ target: Placed; run: Run }> {
  await takeTurn(ctx)
  const target = wish.project === null ? await ownTarget(ctx, read.states) : await namedTarget(ctx, wish.project)
  if (!isPlaced(target)) throw new Error("the import has no project")
  return { target, run: await beginRun(ctx, target.projectId, read.fingerprint) }
}

async function rehearse(
  runtime: Runtime | null,
  wish: Wish,
  read: ReadFile,
  incidents: Iterable<Incident>,
  { workspace, findings }: { workspace: Workspace; findings: Findings },
): Promise<Sums> {
  const target = await targetToSee(runtime, wish.project, read.states)
  const sums = noSums(target, null)
  let position = 0
  for (const batch of batchesOf(incidents)) {
    if (wish.signal.aborted) return { ...sums, stopped: true }
    position += rowsOf(batch)
    const result = await tryBatch(runtime, target, batch, workspace, isoNow())
    tell(findings, result.refused)
    count(sums, result)
    wish.progress({ phase: "importing", done: position, of: read.rows, rows: position })
  }
  return sums
}

function tell(findings: Findings, refused: readonly Refusal[]): void {
  for (const { lines, why } of refused) for (const line of lines) findings.skip(line, why)
}

/** Ids are remembered from batch to batch, as many as are worth it. */
const mostRemembered = 50_000
function remembered(ids: Ids, more: Ids): Ids {
  for (const kind of ["person", "team", "category"] as const) {
    if (ids[kind].size > mostRemembered) ids[kind].clear()
    for (const [name, id] of more[kind]) ids[kind].set(name, id)
  }
  return ids
}
