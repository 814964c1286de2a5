// The queue of one project.
import { useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useProject } from "../../live/hooks.ts"
import { PageBar } from "../../shell/page-bar.tsx"
import { buttonClass } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { AppLink } from "../../ui/link.tsx"
import { SkeletonRows } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"
import { queueTabs } from "./list/list-tabs.ts"
import { TicketListScreen } from "./list/ticket-list-screen.tsx"
import { ProjectTitle } from "./project-switch.tsx"

export function QueuePage() {
  const { projectKey } = useParams({ strict: false })
  const project = useProject(projectKey)
  const key = project?.key
  const base = useMemo(() => ({ project: key ? [key] : [] }), [key])
  const kind = project?.kind ?? "desk"
  const tabs = useMemo(() => queueTabs(kind), [kind])
  if (project === undefined) {
    return (
      <>
        <PageBar title={projectKey} />
        <SkeletonRows count={20} />
      </>
    )
  }
  if (project === null) {
    return (
      <>
        <PageBar title={projectKey} />
        <div className="grid flex-1 place-items-center">
          <EmptyState
            kind="error"
            title={t.tickets.empty.project_missing}
            actions={
              <AppLink href="/tickets" className={buttonClass({ variant: "primary", size: "form" })}>
                {t.tickets.empty.all_tickets}
              </AppLink>
            }
          >
            {t.tickets.empty.project_missing_text}
          </EmptyState>
        </div>
      </>
    )
  }
  return (
    <TicketListScreen
      key={project.id}
      name={project.name}
      title={<ProjectTitle name={project.name} projectKey={project.key} />}
      base={base}
      tabs={tabs}
      tabName={({ id }) => (id === "resolved" && kind === "work" ? t.tickets.list.done : t.tickets.list.tab[id])}
      project={project}
      without={["project"]}
      mayCreate={project.can.includes("createTicket")}
    />
  )
}
