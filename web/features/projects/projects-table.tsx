// The list of projects: what each is, how far, and what one is in it. On phones it is cards.
import type { Project } from "@docket/contract/projects"
import { Dot } from "../../ui/chip.tsx"
import { cx } from "../../ui/cx.ts"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { AppLink } from "../../ui/link.tsx"
import { usePhone } from "../../ui/media.ts"
import { useMinute } from "../../ui/minute-clock.ts"
import { Progress } from "../../ui/progress.tsx"
import { type Column, Table } from "../../ui/table.tsx"
import { calendarDays, dayText } from "../../ui/time-words.ts"
import { t } from "../../words/words.ts"
import { MembersCell } from "./members-cell.tsx"
import { ProjectStatus } from "./status-chip.tsx"

export type ProjectsTableProps = { projects: readonly Project[]; current: string | null; onSettings: (key: string) => void }

/** Work has a board, a desk a queue; the other way stands in the row's actions. */
export const homeOf = (project: Project): string => (project.kind === "work" ? `/board/${project.key}` : `/queue/${project.key}`)

export function ProjectsTable(props: ProjectsTableProps) {
  const phone = usePhone()
  return phone ? <Cards {...props} /> : <Rows {...props} />
}

function Name({ project }: { project: Project }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Dot square color={project.color} />
      <AppLink href={homeOf(project)} className="min-w-0 truncate rounded-xs font-medium hover:underline">
        {project.name}
      </AppLink>
      <span className="text-12 text-faint tabular-nums">{project.key}</span>
      {project.restricted && <Icon name="lock" size={14} label={t.projects.restricted} className="text-faint" />}
      {project.default && (
        <span title={t.projects.default_hint} className="rounded-full px-[7px] text-12 whitespace-nowrap text-muted edge-line">
          {t.projects.default_desk}
        </span>
      )}
    </span>
  )
}

function Deadline({ project }: { project: Project }) {
  const now = useMinute()
  if (!project.deadline) return null
  const days = calendarDays(new Date(`${project.deadline}T00:00:00`), now)
  const done = project.status === "completed"
  return (
    <span
      title={done ? undefined : t.projects.days_left(days)}
      className={cx("whitespace-nowrap tabular-nums", !done && days < 0 ? "font-medium text-danger" : !done && days < 14 && "text-warn")}
    >
      {dayText(project.deadline, now)}
    </span>
  )
}

function Done({ project }: { project: Project }) {
  if (project.kind === "desk") return <span className="text-faint">–</span>
  return (
    <span className="flex items-center gap-2">
      <Progress value={project.progress} label={t.projects.progress_of(project.name, project.progress)} />
      <span className="w-10 text-right whitespace-nowrap text-faint tabular-nums">{t.projects.percent(project.progress)}</span>
    </span>
  )
}

const beside = ["name", "status", "members", "actions"]

function Rows({ projects, current, onSettings }: ProjectsTableProps) {
  const words = t.projects.column
  const columns: Column<Project>[] = [
    { key: "name", head: words.name, cell: (project) => <Name project={project} />, className: "w-full min-w-[200px] max-w-0" },
    {
      key: "kind",
      head: words.kind,
      cell: (project) => <span className="whitespace-nowrap text-muted">{t.projects.kind[project.kind]}</span>,
      from: "lg",
    },
    { key: "status", head: words.status, cell: (project) => <ProjectStatus status={project.status} /> },
    { key: "members", head: words.members, cell: (project) => <MembersCell project={project} />, from: "wide" },
    { key: "progress", head: words.progress, cell: (project) => <Done project={project} />, from: "wide" },
    { key: "deadline", head: words.deadline, cell: (project) => <Deadline project={project} />, from: "xl" },
    {
      key: "role",
      head: words.role,
      cell: (project) => (
        <span className={cx("whitespace-nowrap", project.myRole ? "text-muted" : "text-faint")}>
          {project.myRole ? t.projects.role[project.myRole] : t.projects.no_role}
        </span>
      ),
      from: "wide",
    },
    {
      key: "actions",
      head: <span className="sr-only">{words.actions}</span>,
      align: "end",
      cell: (project) => (
        <span className="inline-flex items-center gap-0.5">
          <AppLink
            href={project.kind === "work" ? `/queue/${project.key}` : `/board/${project.key}`}
            className="flex h-control items-center gap-1.5 rounded-sm px-2 text-muted hover:bg-hover hover:text-text"
          >
            <Icon name={project.kind === "work" ? "list" : "board"} size={14} />
            {project.kind === "work" ? t.projects.open_list : t.projects.open_board}
          </AppLink>
          <IconButton icon="sliders" label={t.projects.open_settings(project.name)} side="left" onClick={() => onSettings(project.key)} />
        </span>
      ),
    },
  ]
  // Beside open settings there is room for what tells the rows apart.
  const shown = current === null ? columns : columns.filter((column) => beside.includes(column.key))
  return (
    <div className="min-h-0 flex-1 overflow-auto px-5 pb-10">
      <Table
        label={t.projects.title}
        columns={shown}
        rows={projects}
        rowKey={(project) => project.id}
        rowClass={(project) => (project.key === current ? "paper-selected" : project.status === "completed" ? "text-muted" : undefined)}
      />
    </div>
  )
}

function Cards({ projects, onSettings }: ProjectsTableProps) {
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto pb-24">
      {projects.map((project) => (
        <li key={project.id} className="flex items-start gap-2 border-b border-border-soft py-3 pr-1.5 pl-4">
          <div className="grid min-w-0 flex-1 gap-2 text-15">
            <Name project={project} />
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-muted">
              <ProjectStatus status={project.status} />
              {project.myRole && t.projects.role[project.myRole]}
              <Deadline project={project} />
            </span>
            {project.kind === "work" && <Done project={project} />}
          </div>
          <IconButton
            icon="sliders"
            size="touch"
            label={t.projects.open_settings(project.name)}
            tooltip={false}
            onClick={() => onSettings(project.key)}
          />
        </li>
      ))}
    </ul>
  )
}
