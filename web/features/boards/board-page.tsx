// The board of a project: reads the address and the live data, and hands both to the board.
import type { Project } from "@docket/contract/projects"
import { useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useProject, useProjectsQuery } from "../../live/hooks.ts"
import { buttonClass } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { AppLink } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { useAddress } from "../tickets/address.ts"
import { readFilters } from "../tickets/filters/filter-model.ts"
import { columnQuery } from "./board-address.ts"
import { BoardScreen } from "./board-screen.tsx"
import { BoardSkeleton } from "./board-skeleton.tsx"
import { ColumnFeeds, type ColumnSource } from "./column-feeds.tsx"
import { columnsOf, hiddenAtFirst } from "./columns.ts"
import { useHiddenColumns } from "./display.ts"
import { useDefinitions } from "./use-graphs.ts"

export function BoardPage() {
  const { projectKey } = useParams({ strict: false }) as { projectKey?: string }
  const project = useProject(projectKey)
  const { error, refetch } = useProjectsQuery()
  if (project === undefined && error) return <ErrorState error={error} title={t.boards.empty.failed} onRetry={() => void refetch()} />
  if (project === undefined) return <BoardSkeleton />
  if (project === null) {
    return (
      <div className="grid flex-1 place-items-center">
        <EmptyState
          kind="error"
          title={t.boards.empty.missing}
          actions={
            <AppLink href="/projects" className={buttonClass({ variant: "primary", size: "form" })}>
              {t.boards.empty.all_projects}
            </AppLink>
          }
        >
          {t.boards.empty.missing_text}
        </EmptyState>
      </div>
    )
  }
  return <ProjectBoard key={project.id} project={project} />
}

/** What is put away is counted, not read. */
const countOnly = 1

function ProjectBoard({ project }: { project: Project }) {
  const { search } = useAddress()
  const { found: definitions, error, retry } = useDefinitions(project)
  const columns = useMemo(() => columnsOf((definitions ?? []).flatMap(({ published }) => published ?? [])), [definitions])
  const atFirst = useMemo(() => hiddenAtFirst(columns), [columns])
  const [hidden, toggleHidden] = useHiddenColumns(project.id, atFirst)
  const filters = useMemo(() => readFilters(search), [search])
  const sources = useMemo(
    () =>
      columns.flatMap((column): ColumnSource[] => {
        const query = columnQuery(project.id, column.key, filters)
        return query ? [{ key: column.key, query: hidden.has(column.key) ? { ...query, limit: countOnly } : query }] : []
      }),
    [columns, project.id, filters, hidden],
  )
  if (definitions === null && error) return <ErrorState error={error} title={t.boards.empty.failed} onRetry={retry} />
  if (definitions === null) return <BoardSkeleton />
  return (
    <ColumnFeeds key={sources.map((source) => source.key).join(" ")} sources={sources}>
      {(feeds) => (
        <BoardScreen
          project={project}
          definitions={definitions}
          columns={columns.filter((column) => sources.some((source) => source.key === column.key))}
          allColumns={columns}
          feeds={feeds}
          filters={filters}
          hidden={hidden}
          onToggleHidden={toggleHidden}
        />
      )}
    </ColumnFeeds>
  )
}
