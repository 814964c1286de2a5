// Nothing to show: because it is done, because filters hide it, because nothing is there yet, or because it failed.
import type { ProjectKind } from "@docket/contract/projects"
import { runCommand } from "../../../commands/active.ts"
import { useTicketCount } from "../../../live/hooks.ts"
import { Button, buttonClass } from "../../../ui/button.tsx"
import { EmptyState } from "../../../ui/empty-state.tsx"
import { AppLink } from "../../../ui/link.tsx"
import { t } from "../../../words/words.ts"
import type { Filter } from "../filters/filter-model.ts"
import { FilterText } from "../filters/filter-words.tsx"
import type { TabId } from "./list-tabs.ts"
import type { ListView } from "./use-list-view.ts"

const words = t.tickets.empty
const done: Record<TabId, { title: string; text: string }> = {
  open: { title: words.waiting, text: words.waiting_text },
  unassigned: { title: words.unassigned, text: words.unassigned_text },
  mine: { title: words.mine, text: words.mine_text },
  raised: { title: words.raised, text: words.raised_text },
  watching: { title: words.watching, text: words.watching_text },
  resolved: { title: words.resolved, text: words.resolved_text },
}

type Props = { view: ListView; project: { key: string; name: string; kind: ProjectKind } | undefined; mayCreate: boolean }

export function ListEmpty(props: Props) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      {props.view.filters.length > 0 ? <Filtered view={props.view} project={props.project?.key} /> : <Finished {...props} />}
    </div>
  )
}

function Finished({ view, project, mayCreate }: Props) {
  const everything = useTicketCount(project ? { project: [project.key] } : null)
  const unassigned = view.tabs.find((tab) => tab.id === "unassigned")
  const waiting = useTicketCount(view.tab.id === "mine" && unassigned ? view.queryOf(unassigned) : null)
  if (project && everything === 0) {
    return (
      <EmptyState
        kind="first-use"
        icon="queue"
        title={words.first}
        actions={
          mayCreate && (
            <Button variant="primary" size="form" icon="plus" keys="C" onClick={() => runCommand("ticket.create")}>
              {words.first_action}
            </Button>
          )
        }
      >
        {words.first_text(project.name)}
      </EmptyState>
    )
  }
  const { title, text } = done[view.tab.id]
  return (
    <EmptyState
      kind="done"
      title={title}
      actions={
        waiting && unassigned ? (
          <AppLink href={view.tabHref(unassigned)} className={buttonClass({ variant: "primary", size: "form" })}>
            {words.look_unassigned(waiting)}
          </AppLink>
        ) : null
      }
    >
      {text}
    </EmptyState>
  )
}

/** Says which filter to drop: the one without which most would be found. */
function Filtered({ view, project }: { view: ListView; project: string | undefined }) {
  const without = (filter: Filter | undefined) => view.filters.filter((each) => each !== filter)
  const [first, second, third] = view.filters
  const counts = [
    useTicketCount(first ? view.queryOf(view.tab, without(first)) : null),
    useTicketCount(second ? view.queryOf(view.tab, without(second)) : null),
    useTicketCount(third ? view.queryOf(view.tab, without(third)) : null),
  ]
  const most = Math.max(0, ...counts.map((count) => count ?? 0))
  const drop = most > 0 ? view.filters[counts.indexOf(most)] : undefined
  const name = drop && t.tickets.filter.field[drop.field].toLowerCase()
  return (
    <EmptyState
      kind="filtered"
      title={words.filtered}
      pills={view.filters.map((filter) => <FilterText key={filter.field} filter={filter} project={project} />)}
      actions={
        <>
          {drop && name && view.filters.length > 1 && (
            <Button variant="primary" size="form" onClick={() => view.setFilters(without(drop))}>
              {words.drop(name)}
            </Button>
          )}
          <Button size="form" variant={drop && view.filters.length > 1 ? "default" : "primary"} onClick={() => view.setFilters([])}>
            {t.tickets.filter.clear}
          </Button>
        </>
      }
    >
      {name
        ? words.filtered_text(name, most)
        : counts.every((count) => count === 0) && view.filters.length > 1
          ? words.filtered_none
          : null}
    </EmptyState>
  )
}
