// Moving cards, whatever the hand: the pointer, the menu, the keys. One card at a time is held; while it is, the rest of the board stands still.
import type { AllowedMove, ListedTicket, TicketChanges } from "@docket/contract/tickets"
import { type Dispatch, type SetStateAction, useRef, useState } from "react"
import { announce } from "../../ui/announcer.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import type { Given, Need } from "../tickets/pickers/move-needs.ts"
import { carry, type Direction, type Place, placeOf, positionOf, withCardAt } from "./grid-moves.ts"
import type { Grid, Lane, LaneChoice } from "./lanes.ts"
import { changesFor, mayChangeLane } from "./move-changes.ts"
import type { RefusalWords } from "./refusal-words.ts"
import type { Verdict } from "./verdict.ts"

export type Hold = { id: string; base: Grid; from: Place } & (
  | { kind: "drag"; over: Place | null }
  | { kind: "carry"; at: Place }
  | { kind: "ask"; at: Place; move: AllowedMove; asks: readonly Need[] }
)

/** Moves that the server has not answered, by card, with the lane the card goes to where it changes its lane. */
export type Settling = ReadonlyMap<string, Lane | null>

export type MovesSetting = {
  grid: Grid
  setSettling: Dispatch<SetStateAction<Settling>>
  choice: LaneChoice
  closed: ReadonlySet<string>
  ticketOf: (id: string) => ListedTicket | undefined
  columnName: (column: string) => string
  laneName: (lane: Lane) => string
  /** How many cards a column has, loaded or not. */
  totalOf: (column: string) => number | null
  verdictOf: (ticket: ListedTicket, column: string) => Verdict
  refusalOf: (ticket: ListedTicket, column: string) => RefusalWords | null
  /** Is a column out of sight? What happens there has to be said. */
  unseen: (column: string) => boolean
  onChange: (ticket: ListedTicket, changes: TicketChanges, say?: string) => Promise<void>
}

export function useBoardMoves(setting: MovesSetting) {
  const [hold, setHold] = useState<Hold | null>(null)
  const latest = useRef({ setting, hold })
  latest.current = { setting, hold }
  const now = () => latest.current

  const where = (grid: Grid, id: string): string => {
    const { setting: s } = now()
    const place = placeOf(grid, id)
    const position = positionOf(grid, id)
    if (!place || !position) return ""
    const words = t.boards.moves.at(s.columnName(place.column), position.position, Math.max(position.of, s.totalOf(place.column) ?? 0))
    const lane = grid.lanes.length > 1 && grid.lanes.find((each) => each.id === place.lane)
    return lane ? t.boards.moves.at_lane(words, s.laneName(lane)) : words
  }

  const say = (refused: RefusalWords | null) => {
    if (!refused) return
    const text = t.boards.refused.said(refused.rule, refused.instead)
    toast({ text, icon: "block", seconds: 8 })
  }

  /** Sends what the move means, and says it once the person can hear it. */
  const commit = (ticket: ListedTicket, base: Grid, from: Place, to: Place, { override, ...given }: Given = {}) => {
    const { setting: s } = now()
    const changes = { ...changesFor(base, ticket, from, to, s.choice), ...given, ...(override ? { override: { blockers: override } } : {}) }
    setHold(null)
    if (Object.keys(changes).length === 0) return
    const lane = to.lane === from.lane ? null : (base.lanes.find((each) => each.id === to.lane) ?? null)
    s.setSettling((before) => new Map(before).set(ticket.id, lane))
    const after = withCardAt(base, ticket.id, to)
    const position = positionOf(after, ticket.id)
    const total = (s.totalOf(to.column) ?? 0) + (to.column === from.column ? 0 : 1)
    if (!position) announce(t.boards.moves.done_in(ticket.key, s.columnName(to.column)))
    else announce(t.boards.moves.done(ticket.key, s.columnName(to.column), position.position, Math.max(position.of, total)))
    const settled = () =>
      s.setSettling((before) => {
        const next = new Map(before)
        next.delete(ticket.id)
        return next
      })
    // What went wrong has been said and taken back where the change is kept.
    const say = to.column !== from.column && s.unseen(to.column) ? t.boards.moves.done_in(ticket.key, s.columnName(to.column)) : undefined
    s.onChange(ticket, changes, say).then(settled, settled)
  }

  /** Puts a card somewhere if that is allowed: at once, or after asking for what the move needs. False when it was refused. */
  const put = (id: string, to: Place, base: Grid = now().setting.grid, given: Given | null = null): boolean => {
    const { setting: s } = now()
    const ticket = s.ticketOf(id)
    const from = placeOf(base, id)
    const lane = base.lanes.find((each) => each.id === to.lane)
    if (!ticket || !from) return false
    if (lane && to.lane !== from.lane && !mayChangeLane(ticket, lane, s.choice)) {
      setHold(null)
      say({ rule: t.boards.refused.lane(s.laneName(lane)), instead: t.boards.moves.no_lane })
      return false
    }
    const verdict = s.verdictOf(ticket, to.column)
    if (verdict.kind === "refused") {
      setHold(null)
      say(s.refusalOf(ticket, to.column))
      return false
    }
    if (verdict.kind === "allowed" && verdict.asks.length > 0 && given === null) {
      setHold({ kind: "ask", id, base, from, at: to, move: verdict.move, asks: verdict.asks })
      return true
    }
    commit(ticket, base, from, to, given ?? {})
    return true
  }

  const actions = {
    put,
    /** To the end of a column that goes on beyond the cards that are here. */
    putBehind: (id: string, to: Place, last: string) => {
      const { setting: s } = now()
      const ticket = s.ticketOf(id)
      if (ticket && last !== id) void s.onChange(ticket, { rank: { beforeId: last, afterId: null } })
      if (ticket) announce(t.boards.moves.done_in(ticket.key, s.columnName(to.column)))
    },
    /** With what the move needs already said. */
    putWith: (id: string, to: Place, given: Given) => put(id, to, undefined, given),
    beginDrag: (id: string) => {
      const { setting: s } = now()
      const from = placeOf(s.grid, id)
      if (from) setHold({ kind: "drag", id, base: s.grid, from, over: null })
    },
    dragOver: (over: Place | null) => {
      const { hold: held } = now()
      if (held?.kind !== "drag") return
      const same = held.over?.lane === over?.lane && held.over?.column === over?.column && held.over?.index === over?.index
      if (!same) setHold({ ...held, over })
    },
    /** The pointer let go. False where the card goes back. */
    drop: (to: Place | null): boolean => {
      const { hold: held } = now()
      if (held?.kind !== "drag") return false
      if (to) return put(held.id, to, held.base)
      setHold(null)
      return false
    },
    beginCarry: (id: string) => {
      const { setting: s } = now()
      const from = placeOf(s.grid, id)
      const ticket = s.ticketOf(id)
      const position = positionOf(s.grid, id)
      if (!from || !ticket || !position) return
      setHold({ kind: "carry", id, base: s.grid, from, at: from })
      announce(
        t.boards.moves.begun(ticket.key, s.columnName(from.column), position.position, Math.max(position.of, s.totalOf(from.column) ?? 0)),
      )
    },
    carry: (direction: Direction) => {
      const { setting: s, hold: held } = now()
      const ticket = held && s.ticketOf(held.id)
      if (held?.kind !== "carry" || !ticket) return
      const accepts = (column: string) => s.verdictOf(ticket, column).kind !== "refused"
      const { to, skipped } = carry(held.base, held.id, held.at, direction, accepts, s.closed)
      const reasons = skipped.flatMap((column) => s.refusalOf(ticket, column)?.rule ?? [])
      if (!to) return announce([...reasons, t.boards.moves.end].join(". "))
      setHold({ ...held, at: to })
      announce([where(withCardAt(held.base, held.id, to), held.id), ...reasons].join(". "))
    },
    dropCarried: () => {
      const { hold: held } = now()
      if (held?.kind === "carry") put(held.id, held.at, held.base)
    },
    answer: (given: Given) => {
      const { setting: s, hold: held } = now()
      const ticket = held && s.ticketOf(held.id)
      if (held?.kind === "ask" && ticket) commit(ticket, held.base, held.from, held.at, given)
    },
    cancel: () => {
      const { setting: s, hold: held } = now()
      setHold(null)
      const key = held && s.ticketOf(held.id)?.key
      if (key) announce(t.boards.moves.cancelled(key))
    },
    refuse: say,
  }
  return { hold, actions }
}
