// Who belongs to a project, kept while somebody looks at it.
import { listMembers, type ProjectMember } from "@docket/contract/projects"
import { type UseQueryResult, useQuery } from "@tanstack/react-query"
import { call } from "../../api/client.ts"

/** Below "projects", so that it is read again whenever projects change. */
export const membersKey = (projectId: string | undefined): unknown[] => ["projects", "members", projectId]

async function everyMember(projectId: string): Promise<ProjectMember[]> {
  const found: ProjectMember[] = []
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page = await call(listMembers, { params: { id: projectId }, query: { limit: 100, cursor } })
    found.push(...page.data)
    cursor = page.nextCursor ?? undefined
  }
  return found.sort((a, b) => a.name.localeCompare(b.name))
}

export const useMembersQuery = (projectId: string | undefined): UseQueryResult<ProjectMember[]> =>
  useQuery({ queryKey: membersKey(projectId), queryFn: () => everyMember(projectId ?? ""), enabled: projectId !== undefined })

const none: ProjectMember[] = []
export const useMembers = (projectId: string | undefined): ProjectMember[] => useMembersQuery(projectId).data ?? none
