// The status picker at a card, opened by its key. What it chooses is a move on the board: the card goes on top of its new column.
import type { ListedTicket } from "@docket/contract/tickets"
import type { CSSProperties } from "react"
import type { Given } from "../tickets/pickers/move-needs.ts"
import { StatusPicker } from "../tickets/pickers/status-picker.tsx"

export type StatusAskProps = {
  ticket: ListedTicket
  anchor: Element | null
  onMove: (status: string, given: Given) => void
  onClose: () => void
}

export function StatusAsk({ ticket, anchor, onMove, onClose }: StatusAskProps) {
  const box = anchor?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2 - 125, window.innerHeight / 4, 250, 0)
  const style: CSSProperties = { position: "fixed", left: box.x, top: box.y, width: box.width, height: box.height, pointerEvents: "none" }
  return (
    <StatusPicker
      tickets={[ticket]}
      open
      onMove={(choice, given) => onMove(choice.key, given)}
      onOpenChange={(open) => !open && onClose()}
      onCloseAutoFocus={(event) => event.preventDefault()}
      trigger={<span aria-hidden="true" style={style} />}
    />
  )
}
