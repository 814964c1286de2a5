// The keyboard of a list, by the names of web/commands/known/list.ts.
import { useCommand } from "../../../commands/active.ts"
import { type Cursor, clear, selectAll, step, toggle } from "./cursor.ts"

export type ListKeys = {
  cursor: Cursor
  order: readonly string[]
  /** Moves the focus along. */
  walk: (cursor: Cursor) => void
  select: (cursor: Cursor) => void
  open: (id: string) => void
  peek: (id: string | null) => void
  peeking: boolean
}

/** The focus lies in the open ticket beside the list, where keys are its own. */
const inPeek = (): boolean => document.activeElement?.closest("aside") !== null && document.activeElement?.closest("aside") !== undefined

export function useListCommands({ cursor, order, walk, select, open, peek, peeking }: ListKeys): void {
  const current = cursor.current
  const some = order.length > 0
  useCommand("list.next", () => walk(step(cursor, order, 1)), some)
  useCommand("list.previous", () => walk(step(cursor, order, -1)), some)
  useCommand("list.select_down", () => walk(step(cursor, order, 1, true)), some)
  useCommand("list.select_up", () => walk(step(cursor, order, -1, true)), some)
  useCommand("list.select", () => current && select(toggle(cursor, order, current)), some)
  useCommand("list.select_all", () => select(selectAll(cursor, order)), some)
  useCommand("list.open", () => current && open(current), some)
  useCommand("list.peek", () => peek(peeking ? null : current), some)
  useCommand(
    "list.close",
    () => {
      if (cursor.selected.size > 0 && !(peeking && inPeek())) select(clear(cursor))
      else peek(null)
    },
    peeking || cursor.selected.size > 0,
  )
}
