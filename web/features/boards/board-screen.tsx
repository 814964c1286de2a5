// The whole screen of a board: bar, filters, the board itself, and the open ticket beside it.
import type { Project } from "@docket/contract/projects"
import { listTickets } from "@docket/contract/tickets"
import type { GuardRole, WorkflowDefinition } from "@docket/contract/workflows"
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react"
import { call } from "../../api/client.ts"
import { useSession } from "../../api/session.ts"
import { runCommand } from "../../commands/active.ts"
import { useProjects } from "../../live/hooks.ts"
import { SplitView } from "../../shell/split-view.tsx"
import { useNavigation } from "../../ui/link.tsx"
import { usePhone } from "../../ui/media.ts"
import { t } from "../../words/words.ts"
import { useMembers } from "../projects/members.ts"
import { ticketHref, useAddress } from "../tickets/address.ts"
import { type Filter, writeFilters } from "../tickets/filters/filter-model.ts"
import { FilterStrip } from "../tickets/filters/filter-strip.tsx"
import { leaveTrail } from "../tickets/trail.ts"
import { Board } from "./board.tsx"
import { columnQuery, readLanes, withParam } from "./board-address.ts"
import { BoardBar } from "./board-bar.tsx"
import { BoardEmpty } from "./board-empty.tsx"
import type { ColumnFeed } from "./board-props.ts"
import type { BoardColumn } from "./columns.ts"
import { useCardDisplay } from "./display.ts"
import { displayEntries, LayoutMenus, laneEntries } from "./lanes-menu.tsx"
import { sendChanges } from "./send-changes.ts"
import { useGraphOf } from "./use-graphs.ts"
import { useParents } from "./use-parents.ts"

const TicketPeek = lazy(async () => ({ default: (await import("../tickets/view/ticket-peek.tsx")).TicketPeek }))

export type BoardScreenProps = {
  project: Project
  definitions: readonly WorkflowDefinition[]
  /** Those that the filters leave, and all. */
  columns: readonly BoardColumn[]
  allColumns: readonly BoardColumn[]
  feeds: readonly ColumnFeed[]
  filters: readonly Filter[]
  hidden: ReadonlySet<string>
  onToggleHidden: (column: string) => void
}

export function BoardScreen({ project, definitions, columns, allColumns, feeds, filters, hidden, onToggleHidden }: BoardScreenProps) {
  const { search, change, href } = useAddress()
  const { navigate } = useNavigation()
  const phone = usePhone()
  const { me } = useSession()
  const projects = useProjects()
  const members = useMembers(project.id)
  const [display, toggleDisplay] = useCardDisplay()
  const [filtering, setFiltering] = useState(false)
  const choice = readLanes(search) ?? "none"
  const tickets = useMemo(() => feeds.flatMap((feed) => feed.tickets), [feeds])
  const parents = useParents(tickets, choice)
  const graphOf = useGraphOf(definitions, tickets)
  const peek = search.get("peek")?.toUpperCase() ?? null
  const mayCreate = project.can.includes("createTicket")

  const keys = useMemo(() => tickets.map((ticket) => ticket.key), [tickets])
  const here = href({ peek: null })
  useEffect(() => leaveTrail({ href: here, title: project.name, keys }), [here, project.name, keys])

  const setPeek = useCallback(
    (key: string | null) => change((now) => withParam(now, "peek", key), key !== null && !search.has("peek") ? "push" : "replace"),
    [change, search],
  )
  const setFilters = (next: Filter[]) => change((now) => writeFilters(now, next))
  const holding = useCallback(
    (roles: readonly GuardRole[]) => members.filter((member) => roles.some((role) => role === member.role)).map((member) => member.name),
    [members],
  )
  const people = useMemo(() => members.map(({ userId, name }) => ({ id: userId, name })), [members])
  const lastOf = async (column: string) => {
    const query = columnQuery(project.id, column, [])
    const { data } = await call(listTickets, { query: { ...query, sort: "-rank", limit: 1, count: false } })
    return data[0]?.id ?? null
  }
  const menus = {
    choice,
    onChoice: (next: typeof choice) => change((now) => withParam(now, "lanes", next === "none" ? null : next)),
    choices: project.kind === "work" ? (["none", "epic", "parent", "assignee"] as const) : (["none", "parent", "assignee"] as const),
    display,
    onDisplay: toggleDisplay,
    columns: allColumns,
    hidden,
    onHidden: onToggleHidden,
  }
  const empty = feeds.length > 0 && feeds.every((feed) => feed.status === "ready" && feed.total === 0)
  return (
    <>
      <BoardBar
        name={project.name}
        color={project.color}
        people={people}
        listHref={`/queue/${project.key}`}
        mayCreate={mayCreate}
        others={projects.map((each) => ({
          label: each.name,
          checked: each.id === project.id,
          onSelect: () => navigate(`/board/${each.key}`),
        }))}
        layout={[{ kind: "heading", label: t.boards.lanes.title }, ...laneEntries(menus), { kind: "separator" }, ...displayEntries(menus)]}
        onFilter={() => setFiltering(!filtering)}
      />
      {(!phone || filtering || filters.length > 0) && (
        <FilterStrip
          filters={filters}
          onFilters={setFilters}
          without={["project"]}
          project={project.key}
          options={<LayoutMenus {...menus} />}
        />
      )}
      <SplitView
        peekLabel={peek ?? undefined}
        peek={
          peek && (
            <Suspense fallback={null}>
              <TicketPeek key="peek" ticketKey={peek} keys={keys} onKey={setPeek} />
            </Suspense>
          )
        }
      >
        {empty ? (
          <BoardEmpty projectKey={project.key} projectName={project.name} filters={filters} onFilters={setFilters} mayCreate={mayCreate} />
        ) : (
          <Board
            label={t.boards.label(project.name)}
            columns={columns}
            feeds={feeds}
            hidden={hidden}
            onToggleHidden={onToggleHidden}
            choice={choice}
            parents={parents}
            filtered={filters.length > 0}
            display={display}
            graphOf={graphOf}
            mover={{ projectRole: project.myRole, role: me?.user.role ?? "employee" }}
            blockers={project.blockers}
            holding={holding}
            hrefOf={ticketHref}
            onOpen={(key) => navigate(ticketHref(key))}
            peek={peek}
            onPeek={setPeek}
            onChange={sendChanges}
            lastOf={lastOf}
            onNew={mayCreate ? () => runCommand("ticket.create") : null}
            newIn={definitions[0]?.published?.initial ?? null}
          />
        )}
      </SplitView>
    </>
  )
}
