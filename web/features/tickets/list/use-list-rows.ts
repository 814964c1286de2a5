// The rows of a list as they are drawn: grouped, with a cursor and a selection that survive changes by others.
import type { ListedTicket } from "@docket/contract/tickets"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { type Cursor, settle, start } from "./cursor.ts"
import { type Grouping, group, items, nowhere, type Places, place } from "./grouping.ts"

export type ListRows = ReturnType<typeof useListRows>

export function useListRows(
  tickets: readonly ListedTicket[],
  by: Grouping,
  touched: ReadonlySet<string>,
  me: string | null,
  hold: boolean,
) {
  const [round, setRound] = useState(0)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState<Cursor>(start)
  const known = useRef<{ by: Grouping; places: Places }>({ by, places: nowhere })
  const before = useRef<readonly string[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round forgets who waited
  const places = useMemo(
    () => place(known.current.by === by ? known.current.places : nowhere, tickets, by, touched, hold),
    [tickets, by, touched, hold, round],
  )
  const groups = useMemo(() => group(tickets, by, places, me), [tickets, by, places, me])
  const rows = useMemo(() => items(groups, by, folded), [groups, by, folded])
  const order = useMemo(() => rows.flatMap((row) => (row.kind === "ticket" ? [row.key] : [])), [rows])
  const settled = settle(cursor, before.current, order)

  useEffect(() => {
    known.current = { by, places }
    before.current = order
    if (settled !== cursor) setCursor(settled)
  })

  const toggleGroup = useCallback((key: string) => {
    setFolded((now) => {
      const next = new Set(now)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])
  /** Rows that others moved take their new places. */
  const release = useCallback(() => {
    known.current = { by, places: nowhere }
    setRound((now) => now + 1)
  }, [by])

  return { rows, order, waiting: places.waiting.size, cursor: settled, setCursor, toggleGroup, release }
}
