// The outcomes of dragging as a menu: columns, positions, and the ways to look at the ticket.
import type { ListedTicket } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { createElement } from "react"
import type { MenuEntry } from "../../ui/menu.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { statusChoices } from "../tickets/pickers/status-options.ts"
import type { BoardColumn } from "./columns.ts"
import { type Place, placeOf } from "./grid-moves.ts"
import { cellOf, type Grid } from "./lanes.ts"

export type CardMenuInput = {
  ticket: ListedTicket
  grid: Grid
  columns: readonly BoardColumn[]
  graph: WorkflowGraph | null
  put: (id: string, to: Place) => void
  toBottom: (id: string) => void
  /** With a keyboard at hand; else there is nothing to carry with. */
  carry: ((id: string) => void) | null
  open: (key: string) => void
  peek: (key: string) => void
}

export function cardMenu({ ticket, grid, columns, graph, put, toBottom, carry, open, peek }: CardMenuInput): MenuEntry[] {
  const words = t.boards.menu
  const at = placeOf(grid, ticket.id)
  if (!at) return []
  const last = cellOf(grid, at.lane, at.column).length - 1
  const fixed = ticket.can.includes("editPlan") ? undefined : words.not_yours
  const to = (index: number) => () => put(ticket.id, { ...at, index })
  const choices = new Map(statusChoices(ticket, graph).map((choice) => [choice.key, choice]))
  const targets: MenuEntry[] = columns
    .filter((column) => column.key !== ticket.status)
    .map((column) => ({
      label: column.name,
      icon: createElement(StatusIcon, { category: column.category, decorative: true }),
      disabledReason: choices.has(column.key) ? (choices.get(column.key)?.refusal ?? undefined) : words.foreign,
      onSelect: () => put(ticket.id, { lane: at.lane, column: column.key, index: 0 }),
    }))
  const entries: MenuEntry[] = [
    { kind: "heading", label: words.column },
    ...targets,
    { kind: "separator" },
    {
      label: words.up,
      icon: "up",
      keys: "Alt+ArrowUp",
      disabledReason: fixed ?? (at.index === 0 ? words.at_top : undefined),
      onSelect: to(at.index - 1),
    },
    {
      label: words.down,
      icon: "down",
      keys: "Alt+ArrowDown",
      disabledReason: fixed ?? (at.index === last ? words.at_bottom : undefined),
      onSelect: to(at.index + 1),
    },
    { label: words.top, keys: "Alt+Shift+ArrowUp", disabledReason: fixed ?? (at.index === 0 ? words.at_top : undefined), onSelect: to(0) },
    { label: words.bottom, keys: "Alt+Shift+ArrowDown", disabledReason: fixed, onSelect: () => toBottom(ticket.id) },
    ...(carry ? [{ label: words.carry, icon: "move" as const, keys: "M", onSelect: () => carry(ticket.id) }] : []),
    { kind: "separator" },
    { label: words.open, icon: "expand", keys: "Enter", onSelect: () => open(ticket.key) },
    { label: words.peek, icon: "panel", keys: "Space", onSelect: () => peek(ticket.key) },
  ]
  return carry ? entries : entries.map((entry) => ("keys" in entry ? { ...entry, keys: undefined } : entry))
}
