// The card in the hand: lies under the pointer, a little tilted, and is in nobody's way.
import type { ListedTicket } from "@docket/contract/tickets"
import type { RefObject } from "react"
import { createPortal } from "react-dom"
import { Card } from "../../ui/card.tsx"
import { CardFacts, CardHead, cardTitle } from "./card-face.tsx"
import type { SubItems } from "./card-facts.ts"

export type DraggedCardProps = {
  ticket: ListedTicket
  /** Moved by the drag itself, without rendering. */
  place: RefObject<HTMLDivElement | null>
  width: number
  subItems?: SubItems
}

export function DraggedCard({ ticket, place, width, subItems }: DraggedCardProps) {
  return createPortal(
    <div ref={place} aria-hidden="true" style={{ width }} className="pointer-events-none fixed top-0 left-0 z-40 will-change-transform">
      <Card state="dragged">
        <CardHead ticket={ticket} />
        <p className={cardTitle}>{ticket.title}</p>
        <CardFacts ticket={ticket} subItems={subItems} />
      </Card>
    </div>,
    document.body,
  )
}
