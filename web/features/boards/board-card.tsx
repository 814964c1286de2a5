// One card: what, how urgent, who. The title is a link over the whole card, so that it opens like any other link.
import type { ListedTicket } from "@docket/contract/tickets"
import { memo, type PointerEvent, useState } from "react"
import { Card, type CardProps } from "../../ui/card.tsx"
import { cx } from "../../ui/cx.ts"
import { IconButton } from "../../ui/icon-button.tsx"
import { AppLink } from "../../ui/link.tsx"
import { Menu, type MenuEntry } from "../../ui/menu.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { t } from "../../words/words.ts"
import { useBoardTools } from "./board-tools.ts"
import { CardFacts, CardHead, cardTitle } from "./card-face.tsx"
import { cardSentence, type SubItems } from "./card-facts.ts"
import { useCardDraggable } from "./use-card-draggable.ts"

export type BoardCardProps = {
  ticket: ListedTicket
  state?: CardProps["state"]
  /** The one card of the board that the Tab key stops at. */
  tabStop: boolean
  touched?: boolean
  subItems?: SubItems
}

export const BoardCard = memo(function BoardCard({ ticket, state = "rest", tabStop, touched = false, subItems }: BoardCardProps) {
  const { hrefOf, activate, draggable } = useBoardTools()
  const ref = useCardDraggable(ticket.id, draggable)
  const now = useMinute()
  // The menu is made when the pointer comes near; where nothing hovers, at once.
  const [near, setNear] = useState(!draggable)
  return (
    <Card
      ref={ref}
      state={state}
      data-card={ticket.id}
      onPointerEnter={() => setNear(true)}
      className={cx(
        "group relative scroll-mt-24 scroll-mb-6 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-1 has-[a:focus-visible]:outline-focus max-md:gap-2 max-md:px-3.5 max-md:py-3",
        touched && state === "rest" && "animate-touched",
      )}
    >
      <CardHead ticket={ticket}>
        {state !== "ghost" && (
          <CardMenuButton id={ticket.id} near={near} onNear={() => setNear(true)} label={t.boards.card.menu(ticket.key)} />
        )}
      </CardHead>
      <AppLink
        href={hrefOf(ticket.key)}
        draggable={false}
        tabIndex={tabStop ? 0 : -1}
        aria-label={cardSentence(ticket, now, subItems)}
        onFocus={() => activate(ticket.id)}
        className={cx(cardTitle, "outline-none after:absolute after:inset-0 after:rounded-md")}
      >
        {ticket.title}
      </AppLink>
      <CardFacts ticket={ticket} subItems={subItems} />
    </Card>
  )
})

type CardMenuProps = { id: string; near: boolean; onNear: () => void; label: string }

/** The way to move a card without dragging it. A finger or a screen reader comes without hovering first: then this makes the menu and opens it. */
function CardMenuButton({ id, near, onNear, label }: CardMenuProps) {
  const { menuFor } = useBoardTools()
  const [open, setOpen] = useState(false)
  const [entries, setEntries] = useState<MenuEntry[]>([])
  const change = (next: boolean) => {
    if (next) setEntries(menuFor(id))
    setOpen(next)
  }
  const wake = () => {
    onNear()
    change(true)
  }
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    // or the press would go on to take the focus from the menu
    event.preventDefault()
    wake()
  }
  const button = (
    <IconButton
      {...(near ? {} : { onPointerDown: press, onClick: wake })}
      icon="dots"
      label={label}
      size="mini"
      tooltip={near}
      tabIndex={-1}
      aria-haspopup="menu"
      className="relative z-1 -my-0.5 opacity-0 max-md:-my-3 max-md:-mr-2 max-md:size-touch group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 max-md:opacity-100 [@media(hover:none)]:opacity-100"
    />
  )
  if (!near) return button
  return <Menu label={label} trigger={button} entries={entries} open={open} onOpenChange={change} align="end" />
}
