// From lists of tickets to a laid-out board and what is being done on it.
import type { ListedTicket } from "@docket/contract/tickets"
import { useCallback, useMemo, useRef, useState } from "react"
import { number } from "../../words/plural.ts"
import { t } from "../../words/words.ts"
import type { BoardProps } from "./board-props.ts"
import { subItemsOf } from "./card-facts.ts"
import { withCardAt } from "./grid-moves.ts"
import { laneName } from "./lane-head.tsx"
import { type Grid, layOut } from "./lanes.ts"
import { placeTickets } from "./placement.ts"
import { type RefusalWords, refusalWords } from "./refusal-words.ts"
import { steady } from "./steady.ts"
import { type Settling, useBoardMoves } from "./use-board-moves.ts"
import { type Verdict, verdictFor } from "./verdict.ts"

const nothing: ReadonlySet<string> = new Set()

export function useBoardModel(props: BoardProps, closed: ReadonlySet<string>, oneColumn: boolean) {
  const { columns, feeds, hidden, choice, parents, filtered } = props
  const placed = useMemo(() => placeTickets(feeds), [feeds])
  const tickets = useMemo(() => new Map(placed.flatMap((column) => column.tickets.map((ticket) => [ticket.id, ticket] as const))), [placed])
  const before = useRef<Grid | null>(null)
  const [settling, setSettling] = useState<Settling>(new Map())
  const moving = useMemo(() => new Map([...settling].flatMap(([id, lane]) => (lane ? [[id, lane] as const] : []))), [settling])
  const grid = useMemo(() => {
    const known = new Map([...parents, ...tickets])
    const laid = layOut(
      placed.filter((column) => !hidden.has(column.key)),
      choice,
      known,
      moving,
    )
    before.current = steady(before.current, laid)
    return before.current
  }, [placed, tickets, parents, hidden, choice, moving])

  const ticketOf = useCallback((id: string) => tickets.get(id), [tickets])
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name ?? key
  const totals = new Map(placed.map((column) => [column.key, column.total]))

  const verdictOf = (ticket: ListedTicket, column: string): Verdict =>
    verdictFor(ticket, column, props.graphOf(ticket.workflowVersionId), props.mover, props.blockers, settling.has(ticket.id))
  const refusalOf = (ticket: ListedTicket, target: string): RefusalWords | null => {
    const verdict = verdictOf(ticket, target)
    return verdict.kind === "refused" ? refusalWords(verdict.refusal, { ticket, nameOf, target, holding: props.holding }) : null
  }
  const { hold, actions } = useBoardMoves({
    grid,
    setSettling,
    choice,
    closed,
    ticketOf,
    columnName: nameOf,
    laneName: (lane) => laneName(lane, choice),
    // Where every card is here, they can be counted.
    totalOf: (column) => placed.find((each) => each.key === column && each.hasMore)?.total ?? null,
    verdictOf,
    refusalOf,
    unseen: (column) => oneColumn || hidden.has(column),
    onChange: props.onChange,
  })

  // A card that is asked about on its way to a column out of sight stays in sight until it is sure to go.
  const at = hold === null || hold.kind === "drag" || !grid.columns.includes(hold.at.column) ? null : hold.at
  const shown = hold === null ? grid : at === null ? hold.base : withCardAt(hold.base, hold.id, at)
  const complete = !filtered && feeds.every((feed) => feed.status === "ready" && !feed.hasMore)
  const subItems = useMemo(() => (complete ? subItemsOf(tickets.values()) : null), [complete, tickets])
  const touched = useMemo(() => {
    const all = feeds.flatMap((feed) => [...feed.touched])
    return all.length === 0 ? nothing : new Set(all)
  }, [feeds])

  return {
    grid,
    shown,
    complete,
    tickets,
    ticketOf,
    idOf: (key: string | null) => (key === null ? null : ([...tickets.values()].find((ticket) => ticket.key === key)?.id ?? null)),
    touched,
    subItemsOf: useCallback((id: string) => subItems?.get(id), [subItems]),
    nameOf,
    totals,
    countOf: (key: string) => number(totals.get(key) ?? placed.find((column) => column.key === key)?.tickets.length ?? 0),
    countWords: (key: string) => t.boards.cards(totals.get(key) ?? 0),
    verdictOf,
    refusalOf,
    hold,
    actions,
  }
}

export type BoardModel = ReturnType<typeof useBoardModel>
