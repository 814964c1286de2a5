// Boards with sample cards that can be moved about: /kit#board, #board-lanes, #board-long, #board-thousand.
import type { ListedTicket, TicketChanges } from "@docket/contract/tickets"
import { QueryClientProvider } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { Board } from "../features/boards/board.tsx"
import { BoardBar } from "../features/boards/board-bar.tsx"
import { columnsOf, hiddenAtFirst } from "../features/boards/columns.ts"
import { useCardDisplay } from "../features/boards/display.ts"
import type { LaneChoice } from "../features/boards/lanes.ts"
import { displayEntries, LayoutMenus, laneEntries } from "../features/boards/lanes-menu.tsx"
import { provisionalRank } from "../live/rank.ts"
import { queries } from "../live/reference.ts"
import { AppShell } from "../shell/app-shell.tsx"
import { BottomTabs } from "../shell/bottom-tabs.tsx"
import { FilterBar } from "../shell/filter-bar.tsx"
import { Button } from "../ui/button.tsx"
import { epics, graph, long, movesFrom, people, sprint, thousand } from "./board-data.ts"
import { SampleSidebar } from "./frame.tsx"

export const boardNames = ["board", "board-lanes", "board-long", "board-thousand"] as const
export type BoardName = (typeof boardNames)[number]
const tickets: Record<BoardName, ListedTicket[]> = { board: sprint, "board-lanes": sprint, "board-long": long, "board-thousand": thousand }
const columns = columnsOf([graph])
const parents = new Map(epics.map((epic) => [epic.id, epic]))
const none: ReadonlySet<string> = new Set()
const nothing = () => undefined

export function BoardSpecimen({ name }: { name: BoardName }) {
  const [cards, setCards] = useState(tickets[name])
  const [choice, setChoice] = useState<LaneChoice>(name === "board-lanes" ? "epic" : "none")
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(hiddenAtFirst(columns)))
  const [display, toggleDisplay] = useCardDisplay()
  const feeds = useMemo(
    () =>
      columns.map(({ key }) => {
        const its = cards.filter((card) => card.status === key)
        return {
          key,
          tickets: its,
          total: its.length,
          hasMore: false,
          status: "ready" as const,
          loadMore: nothing,
          loadingMore: false,
          refresh: nothing,
          touched: none,
        }
      }),
    [cards],
  )
  const change = async (ticket: ListedTicket, changes: TicketChanges) => {
    setCards((now) => now.map((card) => (card.id === ticket.id ? changed(card, changes, now) : card)))
  }
  const toggleHidden = (key: string) => setHidden((now) => now.symmetricDifference(new Set([key])))
  const menus = {
    ...{ choice, onChoice: setChoice, choices: ["none", "epic", "parent", "assignee"] as const, display, onDisplay: toggleDisplay },
    ...{ columns, hidden, onHidden: toggleHidden },
  }
  return (
    <QueryClientProvider client={queries}>
      <AppShell
        sidebar={<SampleSidebar onLeave={nothing} />}
        tabs={
          <BottomTabs
            tabs={[
              { label: "Boards", icon: "board", href: "/kit", current: true },
              { label: "More", icon: "menu", opens: "drawer" },
            ]}
          />
        }
      >
        <BoardBar
          name="Customer portal"
          color="#7c3aed"
          people={Object.values(people)}
          listHref="/kit"
          mayCreate
          others={[]}
          layout={[...laneEntries(menus), { kind: "separator" }, ...displayEntries(menus)]}
          onFilter={nothing}
        />
        <span className="contents max-md:hidden">
          <FilterBar
            add={
              <Button variant="ghost" icon="plus" keys="F">
                Filter
              </Button>
            }
            options={<LayoutMenus {...menus} />}
          />
        </span>
        <Board
          label="Board of Customer portal"
          columns={columns}
          feeds={feeds}
          hidden={hidden}
          onToggleHidden={toggleHidden}
          choice={choice}
          parents={parents}
          filtered={false}
          display={display}
          graphOf={() => graph}
          mover={{ projectRole: "developer", role: "employee" }}
          blockers="refuse"
          holding={(roles) => (roles.includes("product_owner") ? ["Mara Lindqvist"] : [])}
          hrefOf={(key) => `/kit#${key}`}
          onOpen={nothing}
          peek={null}
          onPeek={nothing}
          onChange={change}
          lastOf={async () => null}
          onNew={nothing}
          newIn="todo"
        />
      </AppShell>
    </QueryClientProvider>
  )
}

function changed(card: ListedTicket, changes: TicketChanges, all: readonly ListedTicket[]): ListedTicket {
  const { status, rank, assigneeIds, parentId } = changes
  const rankOf = (id: string | null | undefined) => all.find((each) => each.id === id)?.rank ?? null
  const its = graph.statuses.find((each) => each.key === status)
  const assignee = assigneeIds ? (Object.values(people).find((each) => each.id === assigneeIds[0]) ?? null) : card.assignee
  return {
    ...card,
    ...(its ? { status: its.key, statusName: its.name, statusCategory: its.category, transitions: movesFrom(its.key) } : {}),
    ...(rank ? { rank: provisionalRank(rankOf(rank.beforeId), rankOf(rank.afterId)) } : {}),
    ...(parentId === undefined ? {} : { parent: epics.find((epic) => epic.id === parentId) ?? null }),
    assignee,
    assignees: assignee ? [assignee] : [],
  }
}
