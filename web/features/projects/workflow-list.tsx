// Which workflow each type of ticket follows here, with its statuses in order.
import type { Project } from "@docket/contract/projects"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { SkeletonRows } from "../../ui/skeleton.tsx"
import { StatusIcon, TypeIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { useDefinitions } from "../boards/use-graphs.ts"

export function WorkflowList({ project }: { project: Project }) {
  const { found: definitions, error, retry } = useDefinitions(project)
  if (definitions === null && error) return <ErrorState error={error} onRetry={retry} />
  if (definitions === null) return <SkeletonRows count={4} />
  return (
    <ul className="flex flex-col gap-5">
      {definitions.map((definition) => (
        <li key={definition.id}>
          <h3 className="font-strong">{definition.name}</h3>
          {definition.description && <p className="mt-0.5 text-muted">{definition.description}</p>}
          <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-muted">
            {project.types
              .filter((type) => project.workflows[type] === definition.id)
              .map((type) => (
                <span key={type} className="inline-flex items-center gap-1.5">
                  <TypeIcon type={type} decorative size={14} />
                  {t.ui.type[type]}
                </span>
              ))}
          </p>
          <ol className="mt-2.5 flex flex-wrap items-center gap-1.5">
            {definition.published?.statuses.map((status) => (
              <li key={status.key} className="inline-flex h-[26px] items-center gap-1.5 rounded-sm bg-raised px-2 edge-line">
                <StatusIcon category={status.category} decorative size={14} />
                {status.name}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}
