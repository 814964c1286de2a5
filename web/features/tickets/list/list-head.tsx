// The bar above a list: its name, its views with their numbers, the way to the board, a new ticket. On phones the views are chips.
import type { ReactNode } from "react"
import { runCommand } from "../../../commands/active.ts"
import { useTicketCount } from "../../../live/hooks.ts"
import { BarRule, PageBar } from "../../../shell/page-bar.tsx"
import { Button } from "../../../ui/button.tsx"
import { IconButton } from "../../../ui/icon-button.tsx"
import { AppLink, useNavigation } from "../../../ui/link.tsx"
import { usePhone } from "../../../ui/media.ts"
import { SegmentedControl } from "../../../ui/segmented-control.tsx"
import { ViewTabs } from "../../../ui/tabs.tsx"
import { number } from "../../../words/plural.ts"
import { t } from "../../../words/words.ts"
import type { ListTab } from "./list-tabs.ts"
import type { ListView } from "./use-list-view.ts"

type Props = {
  title: ReactNode
  view: ListView
  tabName: (tab: ListTab) => string
  boardHref?: string
  mayCreate: boolean
  filterChip: ReactNode
}

/** Numbers of what is finished say nothing; they are not counted. */
const counted = (tab: ListTab) => tab.id !== "resolved"

export function ListHead({ title, view, tabName, boardHref, mayCreate, filterChip }: Props) {
  const words = t.tickets.list
  const phone = usePhone()
  const { navigate } = useNavigation()
  const tabs = view.tabs
  const counts = [useCount(view, tabs[0]), useCount(view, tabs[1]), useCount(view, tabs[2])]
  const named = tabs.map((tab, at) => ({
    href: view.tabHref(tab),
    label: tabName(tab),
    count: counted(tab) ? (counts[at] ?? undefined) : undefined,
    current: tab.id === view.tab.id,
  }))
  return (
    <PageBar
      title={title}
      views={phone ? <Chips tabs={named} filterChip={filterChip} /> : <ViewTabs label={words.views} tabs={named} />}
      actions={
        <>
          {boardHref && (
            <span className="contents max-lg:hidden">
              <SegmentedControl
                label={words.layout}
                value="list"
                onChange={() => navigate(boardHref)}
                segments={[
                  { value: "list", label: words.as_list, icon: "list" },
                  { value: "board", label: words.as_board, icon: "board" },
                ]}
              />
              <BarRule />
            </span>
          )}
          {phone && <IconButton icon="search" label={t.shell.search} size="touch" onClick={() => runCommand("app.search")} />}
          {mayCreate &&
            (phone ? (
              <IconButton icon="plus" label={words.new_ticket} size="touch" onClick={() => runCommand("ticket.create")} />
            ) : (
              <Button variant="primary" icon="plus" keys="C" onClick={() => runCommand("ticket.create")}>
                {words.new_ticket}
              </Button>
            ))}
        </>
      }
    />
  )
}

function useCount(view: ListView, tab: ListTab | undefined): number | null {
  return useTicketCount(tab && counted(tab) ? view.queryOf(tab) : null)
}

type Named = { href: string; label: string; count: number | undefined; current: boolean }[]

function Chips({ tabs, filterChip }: { tabs: Named; filterChip: ReactNode }) {
  return (
    <nav aria-label={t.tickets.list.views} className="-mx-4 flex gap-2 overflow-x-auto px-4 [scrollbar-width:none]">
      {tabs.map((tab) => (
        <AppLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className="flex h-form shrink-0 items-center gap-1.5 rounded-full bg-raised px-[13px] text-14 font-nav whitespace-nowrap edge-line aria-[current=page]:bg-inverse aria-[current=page]:text-on-inverse aria-[current=page]:shadow-none"
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular-nums">{number(tab.count)}</span>}
        </AppLink>
      ))}
      {filterChip}
    </nav>
  )
}
