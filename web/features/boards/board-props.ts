// What a board is given. It knows neither the server nor the address: the page does.

import type { ListedTicket, TicketChanges } from "@docket/contract/tickets"
import type { GuardRole, WorkflowGraph } from "@docket/contract/workflows"
import type { BoardColumn } from "./columns.ts"
import type { CardDisplay } from "./display.ts"
import type { LaneChoice } from "./lanes.ts"
import type { ColumnList } from "./placement.ts"
import type { Mover } from "./verdict.ts"

export type ColumnFeed = ColumnList & {
  loadMore: () => void
  loadingMore: boolean
  refresh: () => void
  /** Changed by others a moment ago. */
  touched: ReadonlySet<string>
}

export type BoardProps = {
  label: string
  columns: readonly BoardColumn[]
  /** One for each column, in the same order. */
  feeds: readonly ColumnFeed[]
  hidden: ReadonlySet<string>
  onToggleHidden: (column: string) => void
  choice: LaneChoice
  /** Epics and parents that are no cards here. */
  parents: ReadonlyMap<string, ListedTicket>
  /** Some cards are filtered away, so nothing can be counted across the board. */
  filtered: boolean
  display: CardDisplay
  graphOf: (workflowVersionId: string) => WorkflowGraph | null
  mover: Mover
  blockers: "refuse" | "warn"
  /** Members of the project with one of these roles, by name. */
  holding: (roles: readonly GuardRole[]) => readonly string[]
  hrefOf: (key: string) => string
  onOpen: (key: string) => void
  peek: string | null
  onPeek: (key: string | null) => void
  onChange: (ticket: ListedTicket, changes: TicketChanges, say?: string) => Promise<void>
  /** The last card of a column that is not loaded to its end, for "to the bottom". */
  lastOf: (column: string) => Promise<string | null>
  /** Where new tickets start, and how to make one. */
  onNew: (() => void) | null
  newIn: string | null
}
