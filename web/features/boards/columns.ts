// A board's columns from the workflows of its project. Pure.
import { type StatusCategory, statusCategories, type WorkflowGraph } from "@docket/contract/workflows"

export type BoardColumn = { key: string; name: string; category: StatusCategory }

const place = (category: StatusCategory): number => statusCategories.indexOf(category)

/**
 * The statuses of all graphs, each once, in the order of the first graph. What a later graph adds stands behind the status that precedes it
 * there, and among those behind it where its category belongs: "completed" comes after "resolved".
 */
export function columnsOf(graphs: readonly WorkflowGraph[]): BoardColumn[] {
  const columns: BoardColumn[] = []
  for (const graph of graphs) {
    let previous = -1
    for (const { key, name, category } of graph.statuses) {
      const known = columns.findIndex((column) => column.key === key)
      if (known >= 0) {
        previous = known
        continue
      }
      let at = previous + 1
      while (graph !== graphs[0] && at < columns.length && place(columns[at]?.category ?? "backlog") <= place(category)) at += 1
      columns.splice(at, 0, { key, name, category })
      previous = at
    }
  }
  return columns
}

/** What nobody looks at every day is put away until asked for. */
export function hiddenAtFirst(columns: readonly BoardColumn[]): string[] {
  return columns.filter((column) => column.category === "cancelled").map((column) => column.key)
}
