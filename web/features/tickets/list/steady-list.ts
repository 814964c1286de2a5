// While another question is on its way the answer of the last one stays: shown content is never replaced by a placeholder.
import { useEffect, useRef } from "react"
import type { TicketList } from "../../../live/hooks.ts"

export function useSteadyList(list: TicketList): { list: TicketList; stale: boolean } {
  const last = useRef<TicketList | null>(null)
  const waits = list.status === "loading" && list.tickets.length === 0
  useEffect(() => {
    if (!waits) last.current = list
  })
  const before = last.current
  if (!waits || before === null || before.tickets.length === 0) return { list, stale: false }
  // Its rows, but the new question's way to more of them and to its own freshness.
  return { list: { ...list, tickets: before.tickets, ids: before.ids, total: before.total, status: "ready" }, stale: true }
}
