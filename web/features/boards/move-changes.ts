// What dropping a card somewhere means for the ticket: status, order, and the value of the lane, in one change. Pure.
import type { ListedTicket, TicketChanges } from "@docket/contract/tickets"
import { neighboursAt, type Place } from "./grid-moves.ts"
import type { Grid, Lane, LaneChoice } from "./lanes.ts"

type Moving = Pick<ListedTicket, "id" | "status" | "can" | "assignees" | "parent">

/** May this person give the ticket the value that another lane stands for? */
export function mayChangeLane(ticket: Pick<ListedTicket, "can" | "id">, to: Lane, choice: LaneChoice): boolean {
  if (choice === "assignee") return ticket.can.includes("assign")
  if (choice === "none") return true
  return ticket.can.includes("editPlan") && to.id !== ticket.id
}

function laneChange(ticket: Moving, to: Lane, choice: LaneChoice): TicketChanges {
  if (choice === "assignee") {
    const others = ticket.assignees.slice(1).map((person) => person.id)
    return { assigneeIds: to.kind === "person" ? [to.id, ...others.filter((id) => id !== to.id)] : [] }
  }
  return { parentId: to.kind === "ticket" ? to.id : null }
}

/** Empty when nothing changes. The order is left alone where the person may not plan, and in a cell without neighbours. */
export function changesFor(grid: Grid, ticket: Moving, from: Place, to: Place, choice: LaneChoice): TicketChanges {
  const changes: TicketChanges = {}
  if (to.column !== from.column) changes.status = to.column
  const neighbours = neighboursAt(grid, ticket.id, to)
  const reordered = to.column !== from.column || to.lane !== from.lane || to.index !== from.index
  if (reordered && ticket.can.includes("editPlan") && (neighbours.beforeId || neighbours.afterId)) changes.rank = neighbours
  const lane = grid.lanes.find((each) => each.id === to.lane)
  if (lane && to.lane !== from.lane) Object.assign(changes, laneChange(ticket, lane, choice))
  return changes
}
