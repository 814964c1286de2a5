// Names behind ids that a ticket does not carry: people in its history, statuses of a project's workflows.
import { listAssignable } from "@docket/contract/identity"
import { getWorkflowDefinition, type Status } from "@docket/contract/workflows"
import { useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "../../api/client.ts"
import { useProject } from "../../live/hooks.ts"

const hour = 3_600_000
const mostAtOnce = 100

/** Looks up people by id, all in one question; what is not known yet is null. */
export function useNames(ids: readonly string[]): (id: string) => string | null {
  const wanted = useMemo(() => [...new Set(ids)].sort().slice(0, mostAtOnce), [ids])
  const { data } = useQuery({
    queryKey: ["people", "names", wanted],
    queryFn: ({ signal }) => call(listAssignable, { query: { id: wanted, limit: mostAtOnce }, signal }),
    enabled: wanted.length > 0,
    staleTime: hour,
  })
  return useMemo(() => {
    const names = new Map(data?.data.map((person) => [person.id, person.name]))
    return (id) => names.get(id) ?? null
  }, [data])
}

/** Every status that a ticket of the project may have, in the order of its workflows. */
export function useStatuses(projectIdOrKey: string | undefined): Status[] {
  const project = useProject(projectIdOrKey)
  const definitions = useMemo(() => [...new Set(Object.values(project?.workflows ?? {}))].sort(), [project])
  const answers = useQueries({
    queries: definitions.map((id) => ({
      queryKey: ["workflow-definition", id],
      queryFn: () => call(getWorkflowDefinition, { params: { id } }),
      staleTime: hour,
    })),
    combine: (results) => results.map((result) => result.data?.published?.statuses ?? []),
  })
  return useMemo(() => {
    const known = new Map<string, Status>()
    for (const status of answers.flat()) if (!known.has(status.key)) known.set(status.key, status)
    return [...known.values()]
  }, [answers])
}
