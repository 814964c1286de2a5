// Swimlanes: a second grouping across the columns. Pure.
import type { Ref } from "@docket/contract/shapes"
import type { ListedTicket, TicketType } from "@docket/contract/tickets"
import { byRank, type PlacedColumn } from "./placement.ts"

export const laneChoices = ["none", "epic", "parent", "assignee"] as const
export type LaneChoice = (typeof laneChoices)[number]

type LaneTicket = { id: string; key: string; title: string; type?: TicketType; progress?: number }
export type Lane =
  | { id: string; kind: "whole" }
  | { id: string; kind: "ticket"; ticket: LaneTicket }
  | { id: string; kind: "person"; person: Ref }
  /** Those without a parent, without an assignee: always the last lane. */
  | { id: string; kind: "rest" }

const wholeLane: Lane = { id: "whole", kind: "whole" }
const restLane: Lane = { id: "rest", kind: "rest" }

type Known = ReadonlyMap<string, ListedTicket>

/** The nearest epic above a ticket, as far as its ancestors are known. */
function epicAbove(ticket: ListedTicket, known: Known): LaneTicket | null {
  for (let up = ticket.parent, steps = 0; up && steps < 8; steps += 1) {
    const parent = known.get(up.id)
    if (!parent || parent.type === "epic") return parent ?? null
    up = parent.parent
  }
  return null
}

function laneOf(ticket: ListedTicket, choice: LaneChoice, known: Known): Lane {
  if (choice === "none") return wholeLane
  if (choice === "assignee") return ticket.assignee ? { id: ticket.assignee.id, kind: "person", person: ticket.assignee } : restLane
  const above = choice === "epic" ? epicAbove(ticket, known) : ticket.parent && (known.get(ticket.parent.id) ?? ticket.parent)
  return above ? { id: above.id, kind: "ticket", ticket: above } : restLane
}

export type Grid = {
  lanes: readonly Lane[]
  columns: readonly string[]
  /** Ids from top to bottom, by `cellKey`. Empty cells are absent. */
  cells: ReadonlyMap<string, readonly string[]>
}
export const cellKey = (laneId: string, column: string): string => `${laneId} ${column}`
export const cellOf = (grid: Grid, laneId: string, column: string): readonly string[] => grid.cells.get(cellKey(laneId, column)) ?? []

/** In lanes by epic an epic is the head of a lane and no card. */
const isLaneHead = (ticket: ListedTicket, choice: LaneChoice): boolean => choice === "epic" && ticket.type === "epic"

/** `moving`: the lanes that cards are on their way to, by card, while the server has not said so. */
export function layOut(
  placed: readonly PlacedColumn[],
  choice: LaneChoice,
  known: Known,
  moving: ReadonlyMap<string, Lane> = new Map(),
): Grid {
  const lanes = new Map<string, Lane>()
  const cells = new Map<string, string[]>()
  for (const column of placed) {
    for (const ticket of column.tickets) {
      if (isLaneHead(ticket, choice)) continue
      const lane = moving.get(ticket.id) ?? laneOf(ticket, choice, known)
      lanes.set(lane.id, lane)
      const key = cellKey(lane.id, column.key)
      const cell = cells.get(key)
      if (cell) cell.push(ticket.id)
      else cells.set(key, [ticket.id])
    }
  }
  if (lanes.size === 0) lanes.set(wholeLane.id, wholeLane)
  return { lanes: [...lanes.values()].sort((a, b) => compareLanes(a, b, known)), columns: placed.map((column) => column.key), cells }
}

/** People by name, tickets by their own rank (then key), the rest at the end. */
function compareLanes(a: Lane, b: Lane, known: Known): number {
  if (a.kind === "rest" || b.kind === "rest") return Number(a.kind === "rest") - Number(b.kind === "rest")
  if (a.kind === "person" && b.kind === "person") return a.person.name.localeCompare(b.person.name) || (a.id < b.id ? -1 : 1)
  if (a.kind !== "ticket" || b.kind !== "ticket") return 0
  const [one, other] = [known.get(a.id), known.get(b.id)]
  if (one && other) return byRank(one, other)
  if (one || other) return one ? -1 : 1
  return a.ticket.key.localeCompare(b.ticket.key, "en", { numeric: true })
}
