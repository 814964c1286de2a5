// A project's status in its word and picture.
import type { Project } from "@docket/contract/projects"
import { type StatusCategory, StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"

const pictures: Record<Project["status"], StatusCategory> = { planning: "backlog", active: "active", on_hold: "waiting", completed: "done" }

export function ProjectStatus({ status }: { status: Project["status"] }) {
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <StatusIcon category={pictures[status]} decorative />
      {t.projects.status[status]}
    </span>
  )
}

export const projectStatusOptions = (["planning", "active", "on_hold", "completed"] as const).map((status) => ({
  value: status,
  label: t.projects.status[status],
  icon: <StatusIcon category={pictures[status]} decorative />,
}))
