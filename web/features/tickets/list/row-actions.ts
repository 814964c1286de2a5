// What the pointer does in a row. The functions stay the same from render to render, so that only rows that changed are drawn anew.
import type { ListedTicket } from "@docket/contract/tickets"
import { type Dispatch, type SetStateAction, useMemo, useRef } from "react"
import type { PickField } from "../pickers/anchored-picker.tsx"
import { type Cursor, goTo, toggle } from "./cursor.ts"
import type { RowActions } from "./ticket-row.tsx"

type Given = {
  order: readonly string[]
  setCursor: Dispatch<SetStateAction<Cursor>>
  peek: string | null
  setPeek: (key: string | null) => void
  onPick: (field: PickField, ticket: ListedTicket, anchor: Element) => void
}

export function useRowActions(given: Given): RowActions {
  const now = useRef(given)
  now.current = given
  return useMemo<RowActions>(
    () => ({
      onSelect: (id, range) => now.current.setCursor((cursor) => toggle(cursor, now.current.order, id, range)),
      onOpen: (ticket, event) => {
        const { order, peek, setCursor, setPeek } = now.current
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
        if (event.shiftKey) {
          event.preventDefault()
          setCursor((cursor) => toggle(cursor, order, ticket.id, true))
        } else if (plain && peek !== null) {
          // Where a ticket is open beside the list, a click shows the next one there.
          event.preventDefault()
          setPeek(ticket.key)
        }
      },
      onPeek: (ticket) => {
        now.current.setCursor((cursor) => goTo(cursor, ticket.id))
        now.current.setPeek(ticket.key)
      },
      onPick: (field, ticket, anchor) => {
        now.current.setCursor((cursor) => goTo(cursor, ticket.id))
        now.current.onPick(field, ticket, anchor)
      },
    }),
    [],
  )
}
