// All one has ever asked for: open, closed, and found by words.
import type { TicketQuery } from "@docket/contract/tickets"
import { useDeferredValue, useEffect, useMemo, useState } from "react"
import { useTicketCount, useTicketList } from "../../live/hooks.ts"
import { Button, buttonClass } from "../../ui/button.tsx"
import { Panel } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { Input } from "../../ui/input.tsx"
import { AppLink } from "../../ui/link.tsx"
import { ViewTabs } from "../../ui/tabs.tsx"
import { t } from "../../words/words.ts"
import { useAddress } from "../tickets/address.ts"
import { closedCategories, openCategories } from "./home-page.tsx"
import { SlipSkeletons, Slips } from "./slips.tsx"

const shows = ["open", "closed", "all"] as const
type Show = (typeof shows)[number]
const filters: Record<Show, TicketQuery> = {
  open: { reporter: ["me"], statusCategory: openCategories },
  closed: { reporter: ["me"], statusCategory: closedCategories },
  all: { reporter: ["me"] },
}

export function RequestsPage() {
  const { search, href, change } = useAddress()
  const show: Show = shows.find((each) => each === search.get("show")) ?? "open"
  const found = search.get("q") ?? ""
  const [typed, setTyped] = useState(found)
  const calm = useDeferredValue(typed)
  useEffect(() => {
    if (calm.trim() === found) return
    const wait = setTimeout(
      () =>
        change((now) => {
          if (calm.trim()) now.set("q", calm.trim())
          else now.delete("q")
          return now
        }),
      250,
    )
    return () => clearTimeout(wait)
  }, [calm, found, change])

  const query = useMemo(
    (): TicketQuery => ({ ...filters[show], ...(found ? { q: found } : {}), sort: "-updatedAt", limit: 25, count: true }),
    [show, found],
  )
  const list = useTicketList(query)
  const counts: Record<Show, number | null> = {
    open: useTicketCount(filters.open),
    closed: useTicketCount(filters.closed),
    all: useTicketCount(filters.all),
  }
  const requests = list.tickets
  const words = t.portal.list
  return (
    <div className="mx-auto max-w-[860px] pt-[18px] max-md:pt-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-26 font-strong tracking-[-0.017em]">{t.portal.my_requests}</h1>
        <AppLink href="/portal/new" className={buttonClass({ variant: "primary", size: "big" }).concat(" ml-auto")}>
          {t.portal.new_request}
        </AppLink>
      </div>
      <div className="mt-4 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ViewTabs
          label={words.label}
          tabs={shows.map((each) => ({
            href: href({ show: each === "open" ? null : each }),
            label: words.show[each],
            count: counts[each] ?? undefined,
            current: each === show,
          }))}
        />
        <Input
          type="search"
          icon="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="ml-auto w-64! max-md:w-full!"
        />
      </div>
      {list.status === "error" ? (
        <ErrorState error={list.error} title={t.portal.failed} onRetry={list.refresh} />
      ) : list.status === "loading" && requests.length === 0 ? (
        <SlipSkeletons count={6} />
      ) : requests.length === 0 ? (
        <Nothing show={show} found={found} onClear={() => setTyped("")} />
      ) : (
        <Slips sorted={show === "open"} requests={requests} touched={list.touched} label={words.found(list.total ?? requests.length)} />
      )}
      {list.hasMore && (
        <div className="mt-4 grid justify-items-center">
          <Button size="form" busy={list.loadingMore} busyLabel={t.ui.loading} onClick={list.loadMore}>
            {t.portal.load_more}
          </Button>
        </div>
      )}
    </div>
  )
}

function Nothing({ show, found, onClear }: { show: Show; found: string; onClear: () => void }) {
  const words = t.portal.empty
  return (
    <Panel>
      {found ? (
        <EmptyState
          kind="filtered"
          title={words.search(found)}
          actions={
            <Button size="form" variant="primary" onClick={onClear}>
              {t.shell.clear_filters}
            </Button>
          }
        >
          {words.search_text}
        </EmptyState>
      ) : (
        <EmptyState kind={show === "open" ? "done" : "first-use"} icon="inbox" title={words[show]} />
      )}
    </Panel>
  )
}
