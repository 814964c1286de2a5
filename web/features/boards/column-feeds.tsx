// The tickets of every column, each read by a list of its own. One component for each column, nested, so that all of them are there in one render
// whatever their number.
import type { TicketQuery } from "@docket/contract/tickets"
import type { ReactNode } from "react"
import { useTicketList } from "../../live/hooks.ts"
import type { ColumnFeed } from "./board-props.ts"

export type ColumnSource = { key: string; query: TicketQuery }
type Props = { sources: readonly ColumnSource[]; before?: readonly ColumnFeed[]; children: (feeds: readonly ColumnFeed[]) => ReactNode }

export function ColumnFeeds({ sources, before = [], children }: Props): ReactNode {
  const [first, ...rest] = sources
  if (!first) return children(before)
  return (
    <OneFeed source={first}>
      {(feed) => (
        <ColumnFeeds sources={rest} before={[...before, feed]}>
          {children}
        </ColumnFeeds>
      )}
    </OneFeed>
  )
}

function OneFeed({ source, children }: { source: ColumnSource; children: (feed: ColumnFeed) => ReactNode }): ReactNode {
  const { tickets, total, hasMore, status, loadMore, loadingMore, refresh, touched } = useTicketList(source.query)
  return children({ key: source.key, tickets, total, hasMore, status, loadMore, loadingMore, refresh, touched })
}
