import type { WorkflowGraph } from "@docket/contract/workflows"
import type { Ctx } from "#platform/context"
import { perRuntime } from "#platform/runtime"

/** More versions than any organisation keeps in use at once; the one that was used longest ago makes room. */
const mostGraphs = 1000

const graphs = perRuntime(() => new Map<string, WorkflowGraph>())

/** The graph of one version. Every ticket names one that exists, so a missing one is a bug. */
export async function graphOf(ctx: Ctx, versionId: string): Promise<WorkflowGraph> {
  const graph = (await graphsOf(ctx, [versionId])).get(versionId)
  if (!graph) throw new Error(`there is no workflow version ${versionId}`)
  return graph
}

/** The graphs of a page of tickets, by version id. Versions never change, so what was read once stays true. */
export async function graphsOf(ctx: Ctx, versionIds: Iterable<string>): Promise<Map<string, WorkflowGraph>> {
  const kept = graphs(ctx.runtime)
  const found = new Map<string, WorkflowGraph>()
  const wanted: string[] = []
  for (const id of new Set(versionIds)) {
    const graph = kept.get(id)
    if (graph === undefined) wanted.push(id)
    else keep(kept, id, graph)
    if (graph !== undefined) found.set(id, graph)
  }
  if (wanted.length > 0) {
    const rows = await ctx.db
      .selectFrom("workflow_versions")
      .select((e) => ["id", e.ref("graph").$castTo<WorkflowGraph>().as("graph")])
      .where("id", "in", wanted)
      .execute()
    for (const { id, graph } of rows) {
      keep(kept, id, graph)
      found.set(id, graph)
    }
  }
  return found
}

function keep(kept: Map<string, WorkflowGraph>, id: string, graph: WorkflowGraph) {
  kept.delete(id)
  kept.set(id, graph)
  if (kept.size <= mostGraphs) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
