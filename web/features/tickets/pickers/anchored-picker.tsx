// A property's picker that opens at any place: at a row's icon, at the bulk bar, where a shortcut was pressed. The same pickers as in the ticket.
import type { ListedTicket } from "@docket/contract/tickets"
import type { CSSProperties } from "react"
import { AssigneePicker } from "./assignee-picker.tsx"
import { DuePicker } from "./due-picker.tsx"
import { EstimatePicker } from "./estimate-picker.tsx"
import { LabelPicker } from "./label-picker.tsx"
import { PriorityPicker } from "./priority-picker.tsx"
import { StatusPicker } from "./status-picker.tsx"

export type PickField = keyof typeof pickers
export type Asked = { field: PickField; tickets: readonly ListedTicket[]; at: DOMRect; back: HTMLElement | null }

/** Asks at an element; the focus returns to where it is now. */
export function askAt(field: PickField, tickets: readonly ListedTicket[], anchor: Element | null): Asked {
  const active = document.activeElement
  const middle = new DOMRect(window.innerWidth / 2 - 125, window.innerHeight / 4, 250, 0)
  return { field, tickets, at: anchor?.getBoundingClientRect() ?? middle, back: active instanceof HTMLElement ? active : null }
}

const pickers = {
  status: StatusPicker,
  priority: PriorityPicker,
  assignee: AssigneePicker,
  labels: LabelPicker,
  due: DuePicker,
  estimate: EstimatePicker,
}

export function AnchoredPicker({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const Picker = pickers[asked.field]
  const { x, y, width, height } = asked.at
  const style: CSSProperties = { position: "fixed", left: x, top: y, width, height, pointerEvents: "none" }
  return (
    <Picker
      tickets={asked.tickets}
      open
      onOpenChange={(open) => !open && onClose()}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        if (asked.back?.isConnected) asked.back.focus({ preventScroll: true })
      }}
      trigger={<span aria-hidden="true" style={style} />}
    />
  )
}
