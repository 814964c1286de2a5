// All projects that one may see, how to make one, and the settings of the chosen one beside the list.
import { useState } from "react"
import { useSession } from "../../api/session.ts"
import { useCommand, useCommandLayer } from "../../commands/active.ts"
import { useProject, useProjectsQuery } from "../../live/hooks.ts"
import { PageBar } from "../../shell/page-bar.tsx"
import { SplitView } from "../../shell/split-view.tsx"
import { Button } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { Input } from "../../ui/input.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { SegmentedControl } from "../../ui/segmented-control.tsx"
import { SkeletonRows } from "../../ui/skeleton.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { useAddress } from "../tickets/address.ts"
import { CreateDialog } from "./create-dialog.tsx"
import { type KindFilter, shownProjects } from "./project-order.ts"
import { homeOf, ProjectsTable } from "./projects-table.tsx"
import { SettingsPanel } from "./settings-panel.tsx"

const filters = ["all", "work", "desk"] as const

export function ProjectsPage() {
  const { me } = useSession()
  const { search, change } = useAddress()
  const { navigate } = useNavigation()
  const { data: projects, error, refetch, isPending } = useProjectsQuery()
  const [typed, setTyped] = useState("")
  const [creating, setCreating] = useState(false)
  const kind: KindFilter = filters.find((each) => each === search.get("kind")) ?? "all"
  const openKey = search.get("settings")?.toUpperCase() ?? null
  const opened = useProject(openKey ?? undefined)
  const mayCreate = me?.permissions.includes("projects.manage") ?? false
  const set = (name: "kind" | "settings", value: string | null, how: "push" | "replace" = "replace") =>
    change((now) => {
      if (value === null) now.delete(name)
      else now.set(name, value)
      return now
    }, how)
  const close = () => set("settings", null)
  useCommandLayer(["list"])
  useCommand("list.close", close, openKey !== null)

  const shown = shownProjects(projects ?? [], kind, typed)
  return (
    <>
      <PageBar
        title={t.projects.title}
        beside={<span className="text-faint tabular-nums max-md:hidden">{projects ? projects.length : ""}</span>}
        actions={
          mayCreate && (
            <Button variant="primary" icon="plus" collapse onClick={() => setCreating(true)}>
              {t.projects.new}
            </Button>
          )
        }
      />
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-3 border-b border-border-soft py-1.5 pr-4 pl-5 max-md:px-4">
        <SegmentedControl
          label={t.projects.filter.label}
          value={kind}
          onChange={(next) => set("kind", next === "all" ? null : next)}
          segments={filters.map((value) => ({ value, label: t.projects.filter[value] }))}
        />
        <Input
          type="search"
          size="control"
          icon="search"
          aria-label={t.projects.search}
          placeholder={t.projects.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="max-w-64 max-md:max-w-none"
        />
      </div>
      <SplitView
        peekLabel={t.projects.settings.label}
        peek={opened ? <SettingsPanel key={opened.id} project={opened} onClose={close} /> : null}
      >
        {error && !projects ? (
          <ErrorState error={error} title={t.projects.failed} onRetry={() => void refetch()} />
        ) : isPending ? (
          <SkeletonRows count={8} />
        ) : shown.length === 0 ? (
          <Nothing
            typed={typed}
            any={(projects?.length ?? 0) > 0}
            mayCreate={mayCreate}
            onClear={() => setTyped("")}
            onCreate={() => setCreating(true)}
          />
        ) : (
          <ProjectsTable
            projects={shown}
            current={opened?.key ?? null}
            onSettings={(key) => set("settings", key, openKey ? "replace" : "push")}
          />
        )}
      </SplitView>
      {creating && (
        <CreateDialog
          open
          onOpenChange={setCreating}
          projects={projects ?? []}
          onCreated={(project) => {
            setCreating(false)
            toast({
              text: t.projects.create.done(project.name),
              action: { label: t.projects.open_board, run: () => navigate(homeOf(project)) },
            })
            set("settings", project.key, "push")
          }}
        />
      )}
    </>
  )
}

type NothingProps = { typed: string; any: boolean; mayCreate: boolean; onClear: () => void; onCreate: () => void }

function Nothing({ typed, any, mayCreate, onClear, onCreate }: NothingProps) {
  const words = t.projects.empty
  if (any) {
    return (
      <EmptyState
        kind="filtered"
        title={typed.trim() ? words.search(typed.trim()) : words.kind}
        actions={
          typed.trim() !== "" && (
            <Button size="form" variant="primary" onClick={onClear}>
              {words.clear}
            </Button>
          )
        }
      />
    )
  }
  return (
    <EmptyState
      kind="first-use"
      icon="box"
      title={mayCreate ? words.first : words.first_member}
      actions={
        mayCreate && (
          <Button size="form" variant="primary" icon="plus" onClick={onCreate}>
            {t.projects.new}
          </Button>
        )
      }
    >
      {mayCreate ? words.first_text : words.first_member_text}
    </EmptyState>
  )
}
