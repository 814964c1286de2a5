// What of a board stands in its address: the filters (as in lists), the lanes, the open ticket. Pure.
import type { TicketQuery } from "@docket/contract/tickets"
import { both, type Filter, filterQuery } from "../tickets/filters/filter-model.ts"
import { type LaneChoice, laneChoices } from "./lanes.ts"

export function readLanes(address: URLSearchParams): LaneChoice | null {
  const wanted = address.get("lanes")
  return laneChoices.find((choice) => choice === wanted) ?? null
}

/** The same address with one thing set, or taken out with null. */
export function withParam(address: URLSearchParams, name: "lanes" | "peek", value: string | null): URLSearchParams {
  const next = new URLSearchParams(address)
  if (value === null) next.delete(name)
  else next.set(name, value)
  return next
}

/** What is asked of the server for one column; null where the filters leave nothing of it. */
export function columnQuery(projectId: string, status: string, filters: readonly Filter[]): TicketQuery | null {
  return both({ project: [projectId], status: [status], sort: "rank", limit: 100, count: true }, filterQuery(filters))
}
