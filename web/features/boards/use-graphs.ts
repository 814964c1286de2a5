// The workflows of a project: the published ones make the columns, older versions still say where their tickets may go.
import type { Project } from "@docket/contract/projects"
import type { ListedTicket } from "@docket/contract/tickets"
import { getWorkflowDefinition, getWorkflowVersion, type WorkflowDefinition, type WorkflowGraph } from "@docket/contract/workflows"
import { useQueries } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "../../api/client.ts"

const hour = 3_600_000
export type Definitions = { found: readonly WorkflowDefinition[] | null; error: unknown; retry: () => void }

/** Published definitions in the order of the project's ticket types; `found` is null while they load, and where they cannot be read. */
export function useDefinitions(project: Project | null | undefined): Definitions {
  const ids = useMemo(() => {
    const ordered = (project?.types ?? []).flatMap((type) => project?.workflows[type] ?? [])
    return [...new Set([...ordered, ...Object.values(project?.workflows ?? {})])]
  }, [project])
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ["workflow-definition", id],
      queryFn: () => call(getWorkflowDefinition, { params: { id } }),
      staleTime: hour,
    })),
    combine: (results): Definitions => ({
      found: results.every((result) => result.data) ? results.flatMap((result) => result.data ?? []) : null,
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.error) void result.refetch()
      },
    }),
  })
}

/** The graph of any version that a ticket on the board follows. */
export function useGraphOf(
  definitions: readonly WorkflowDefinition[] | null,
  tickets: readonly ListedTicket[],
): (versionId: string) => WorkflowGraph | null {
  const published = useMemo(() => {
    const known = new Map<string, WorkflowGraph>()
    for (const { publishedVersion, published: graph } of definitions ?? [])
      if (publishedVersion && graph) known.set(publishedVersion.id, graph)
    return known
  }, [definitions])
  const older = useMemo(
    () => (definitions === null ? [] : [...new Set(tickets.map((ticket) => ticket.workflowVersionId))].filter((id) => !published.has(id))),
    [definitions, tickets, published],
  )
  const graphs = useQueries({
    queries: older.map((id) => ({
      queryKey: ["workflow-version", id],
      queryFn: async () => (await call(getWorkflowVersion, { params: { id } })).graph,
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.map((result) => result.data ?? null),
  })
  return useMemo(() => {
    const known = new Map<string, WorkflowGraph | null>([...published, ...older.map((id, at) => [id, graphs[at] ?? null] as const)])
    return (versionId) => known.get(versionId) ?? null
  }, [published, older, graphs])
}
