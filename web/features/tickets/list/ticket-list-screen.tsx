// A list of tickets as a whole screen: head, filters, rows, the open ticket beside them, and what can be done with a selection.
import type { Project } from "@docket/contract/projects"
import type { TicketQuery } from "@docket/contract/tickets"
import { type ReactNode, useEffect, useState } from "react"
import { useCommandLayer } from "../../../commands/active.ts"
import { useTicketList } from "../../../live/hooks.ts"
import { SplitView } from "../../../shell/split-view.tsx"
import { usePhone } from "../../../ui/media.ts"
import type { FilterField } from "../filters/filter-model.ts"
import { FilterStrip } from "../filters/filter-strip.tsx"
import { useMe } from "../pickers/sources.tsx"
import { leaveTrail } from "../trail.ts"
import { TicketPeek } from "../view/ticket-peek.tsx"
import { DisplayMenu } from "./display-menu.tsx"
import type { Grouping } from "./grouping.ts"
import { ListBody } from "./list-body.tsx"
import { ListHead } from "./list-head.tsx"
import type { ListTab } from "./list-tabs.ts"
import { PhoneChips } from "./phone-chips.tsx"
import { useSteadyList } from "./steady-list.ts"
import { useListView } from "./use-list-view.ts"

export type TicketListScreenProps = {
  /** For the way back from a ticket. */
  name: string
  title: ReactNode
  base: TicketQuery
  tabs: readonly ListTab[]
  tabName: (tab: ListTab) => string
  project?: Project
  without?: readonly FilterField[]
  defaultGrouping?: Grouping
  mayCreate: boolean
}

/** Groups are whole only when everything is here, so a list up to this size is read to its end without being asked. */
const readWhole = 1000

export function TicketListScreen({
  name,
  title,
  base,
  tabs,
  tabName,
  project,
  without,
  defaultGrouping,
  mayCreate,
}: TicketListScreenProps) {
  const view = useListView(base, tabs, defaultGrouping)
  const { list, stale } = useSteadyList(useTicketList(view.query))
  const me = useMe()
  const phone = usePhone()
  const [filtering, setFiltering] = useState(false)
  const [keys, setKeys] = useState<readonly string[]>([])
  const { hasMore, loadingMore, loadMore } = list
  const grouped = view.grouping !== "none"
  useEffect(() => {
    if (grouped && hasMore && !loadingMore && list.tickets.length < readWhole) loadMore()
  }, [grouped, hasMore, loadingMore, loadMore, list.tickets.length])

  const href = view.address.href({ peek: null })
  useEffect(() => leaveTrail({ href, title: name, keys }), [href, name, keys])

  const peek = view.peek?.toUpperCase() ?? null
  useCommandLayer(["list"])
  const display = {
    grouping: view.grouping,
    onGrouping: view.setGrouping,
    sort: view.sort,
    onSort: view.setSort,
    oneProject: project !== undefined,
  }
  return (
    <>
      <ListHead
        title={title}
        view={view}
        tabName={tabName}
        boardHref={project && `/board/${project.key}`}
        mayCreate={mayCreate}
        filterChip={<PhoneChips display={display} onFilter={() => setFiltering(true)} />}
      />
      {(!phone || filtering || view.filters.length > 0) && (
        <FilterStrip
          filters={view.filters}
          onFilters={view.setFilters}
          without={without}
          project={project?.key}
          options={<DisplayMenu {...display} />}
          openAtOnce={phone && filtering}
          onClosed={() => setFiltering(false)}
        />
      )}
      <SplitView peekLabel={peek ?? undefined} peek={peek && <TicketPeek key="peek" ticketKey={peek} keys={keys} onKey={view.setPeek} />}>
        <ListBody
          view={view}
          list={list}
          stale={stale}
          project={project}
          mayCreate={mayCreate}
          me={me?.id ?? null}
          peek={peek}
          onKeys={setKeys}
        />
      </SplitView>
    </>
  )
}
