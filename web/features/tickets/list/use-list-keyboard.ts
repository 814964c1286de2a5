// The keyboard in a list: walking moves the focus and the open ticket with it; coming from elsewhere finds the right row.
import type { ListedTicket } from "@docket/contract/tickets"
import { type RefObject, useEffect } from "react"
import { announce } from "../../../ui/announcer.tsx"
import { useNavigation } from "../../../ui/link.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { cameFrom } from "../trail.ts"
import { type Cursor, goTo } from "./cursor.ts"
import { useListCommands } from "./list-commands.ts"
import type { RowsHandle } from "./ticket-rows.tsx"
import type { ListRows } from "./use-list-rows.ts"
import type { ListView } from "./use-list-view.ts"

type Given = {
  view: ListView
  rows: ListRows
  byId: ReadonlyMap<string, ListedTicket>
  ready: boolean
  handle: RefObject<RowsHandle | null>
  peek: string | null
}

export function useListKeyboard({ view, rows, byId, ready, handle, peek }: Given): void {
  const { navigate } = useNavigation()
  const { cursor, order, setCursor } = rows
  const { setPeek } = view
  const ticketOf = (id: string | null) => (id === null ? undefined : byId.get(id))
  const rowOf = (key: string | null) => (key === null ? undefined : [...byId.values()].find((ticket) => ticket.key === key))

  const walk = (next: Cursor) => {
    setCursor(next)
    const ticket = ticketOf(next.current)
    if (ticket) handle.current?.focus(ticket.id)
    if (ticket && peek !== null && peek !== ticket.key) setPeek(ticket.key)
  }
  useListCommands({
    cursor,
    order,
    walk,
    select: (next) => {
      setCursor(next)
      announce(t.tickets.list.selected(next.selected.size))
    },
    peeking: peek !== null,
    open: (id) => {
      const ticket = ticketOf(id)
      if (ticket) navigate(ticketHref(ticket.key))
    },
    peek: (id) => {
      const ticket = ticketOf(id)
      setPeek(ticket?.key ?? null)
      if (!ticket && cursor.current) handle.current?.focus(cursor.current)
    },
  })

  // Opened by its address, or led to by the open ticket's own buttons: its row is the current one.
  const open = rowOf(peek)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another ticket is open, not when the cursor moves on
  useEffect(() => {
    if (open === undefined || cursor.current === open) return
    setCursor((now) => goTo(now, open))
    handle.current?.reveal(open)
  }, [open])

  // Back from a ticket's page: its row has the focus again.
  const href = view.address.href({ peek: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows are there
  useEffect(() => {
    const ticket = ready ? rowOf(cameFrom(href)) : undefined
    if (!ticket || document.activeElement !== document.body) return
    setCursor((now) => goTo(now, ticket.id))
    handle.current?.focus(ticket.id)
  }, [ready])
}
