// What changes seldom and is asked for by many screens: projects, people, teams, categories, labels, workflows. Read through TanStack Query and read
// again when the feed says so.

import { listAssignable, type Person, signInOptions } from "@docket/contract/identity"
import type { Change } from "@docket/contract/live"
import { type Category, type Department, listCategories, listDepartments, listTeams, type Team } from "@docket/contract/organization"
import { getProject, listProjects, type Project } from "@docket/contract/projects"
import { listLabels, listTickets, type TicketQuery } from "@docket/contract/tickets"
import { getWorkflowVersion, type WorkflowGraph } from "@docket/contract/workflows"
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query"
import { ApiError, call } from "../api/client.ts"
import { learnGraph, learnNames } from "./known.ts"

const minute = 60_000

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * minute,
      gcTime: 30 * minute,
      refetchOnWindowFocus: false,
      networkMode: "always",
      retry: (times, error) => times < 2 && error instanceof ApiError && error.unreachable,
    },
  },
})

/** Every page of a small list. */
async function all<T extends { id: string; name: string }>(
  page: (cursor: string | undefined) => Promise<{ data: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const found: T[] = []
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const answer = await page(cursor)
    found.push(...answer.data)
    cursor = answer.nextCursor ?? undefined
  }
  learnNames(found)
  return found
}

const projectsQuery = {
  queryKey: ["projects"],
  queryFn: () => all<Project>((cursor) => call(listProjects, { query: { limit: 100, cursor } })),
}

const none: never[] = []
export const useProjectsQuery = (): UseQueryResult<Project[]> => useQuery(projectsQuery)
export const useProjects = (): Project[] => useProjectsQuery().data ?? none

/** undefined while it is not known, null when there is none (or none that one may see). */
export function useProject(idOrKey: string | undefined): Project | null | undefined {
  const { data, isError } = useProjectsQuery()
  const listed = data?.find(({ id, key }) => id === idOrKey || key === idOrKey?.toUpperCase())
  // projects that were made a moment ago, or more than the list tells
  const single = useQuery({
    queryKey: ["projects", idOrKey],
    queryFn: () =>
      call(getProject, { params: { id: idOrKey ?? "" } }).catch((error) =>
        error instanceof ApiError && error.status < 500 && error.status > 0 ? null : Promise.reject(error),
      ),
    enabled: idOrKey !== undefined && listed === undefined && (data !== undefined || isError),
  })
  return idOrKey === undefined ? null : (listed ?? single.data)
}

/** Ids of the projects that a filter names, as far as they are known; of all without a filter. */
export function projectIds(named: readonly string[] | undefined): readonly string[] {
  const projects = queries.getQueryData<Project[]>(projectsQuery.queryKey) ?? []
  const wanted = named?.map((idOrKey) => idOrKey.toUpperCase())
  return projects
    .filter(({ id, key }) => wanted === undefined || wanted.includes(key) || wanted.includes(id.toUpperCase()))
    .map(({ id }) => id)
}

export function useWorkflow(versionId: string | undefined): WorkflowGraph | null {
  const { data } = useQuery({
    queryKey: ["workflow-version", versionId],
    queryFn: async () => {
      const { graph } = await call(getWorkflowVersion, { params: { id: versionId ?? "" } })
      learnGraph(versionId ?? "", graph)
      return graph
    },
    enabled: versionId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? null
}

/** People to choose from, for a picker: by what was typed, and only those who may work in the project where one is given. */
export async function findPeople(q: string, project?: string, signal?: AbortSignal): Promise<Person[]> {
  const { data } = await call(listAssignable, { query: { q: q.trim().slice(0, 100) || undefined, project, limit: 50 }, signal })
  learnNames(data)
  return data
}
export const usePeopleQuery = (q: string, project?: string): UseQueryResult<Person[]> =>
  useQuery({
    queryKey: ["people", project, q.trim()],
    queryFn: ({ signal }) => findPeople(q, project, signal),
    placeholderData: keepPreviousData,
  })
export const usePeople = (q: string, project?: string): Person[] => usePeopleQuery(q, project).data ?? none

const departments = {
  queryKey: ["departments"],
  queryFn: () => all<Department>((cursor) => call(listDepartments, { query: { limit: 100, cursor } })),
}
const teams = { queryKey: ["teams"], queryFn: () => all<Team>((cursor) => call(listTeams, { query: { limit: 100, cursor } })) }
const categories = {
  queryKey: ["categories"],
  queryFn: () => all<Category>((cursor) => call(listCategories, { query: { limit: 100, cursor } })),
}
export const useDepartments = (): Department[] => useQuery(departments).data ?? none
export const useTeams = (): Team[] => useQuery(teams).data ?? none
export const useCategories = (): Category[] => useQuery(categories).data ?? none

export function useLabels(project?: string, q = ""): string[] {
  const { data } = useQuery({
    queryKey: ["labels", project, q],
    queryFn: async () => (await call(listLabels, { query: { project, q: q || undefined } })).data.map(({ name }) => name),
    placeholderData: keepPreviousData,
    staleTime: minute,
  })
  return data ?? none
}

/** How many tickets there are, kept fresh by the feed. */
export function useTicketCount(query: TicketQuery | null): number | null {
  const { data } = useQuery({
    queryKey: ["count", query],
    queryFn: async () => (await call(listTickets, { query: { ...query, limit: 1, count: true } })).total ?? 0,
    enabled: query !== null,
    staleTime: minute,
  })
  return data ?? null
}

export const useOrganization = (): string | null =>
  useQuery({
    queryKey: ["organization"],
    queryFn: async () => (await call(signInOptions)).organization,
    staleTime: Number.POSITIVE_INFINITY,
  }).data ?? null

const keysOf: Partial<Record<Change["entity"], string[]>> = {
  project: ["projects"],
  department: ["departments"],
  team: ["teams"],
  category: ["categories"],
  user: ["people"],
}
export function forget(entity: Change["entity"]): void {
  const key = keysOf[entity]
  if (key !== undefined) void queries.invalidateQueries({ queryKey: key })
}

/** Counts over these projects, and over all; null: whatever the project. */
export function forgetCounts(projects: readonly (string | null)[]): void {
  const concerns = (named: readonly string[] | undefined) =>
    named === undefined || projects.includes(null) || projectIds(named).some((id) => projects.includes(id))
  void queries.invalidateQueries({
    queryKey: ["count"],
    predicate: ({ queryKey }) => concerns((queryKey[1] as TicketQuery | null)?.project),
  })
}
