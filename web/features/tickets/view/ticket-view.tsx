// A ticket. The page and the peek are this one component; only the layout differs, never the fields.
import type { Comment } from "@docket/contract/tickets"
import { type ReactNode, useCallback, useRef, useState } from "react"
import { type OpenTicket, useTicket } from "../../../live/hooks.ts"
import { EmptyState } from "../../../ui/empty-state.tsx"
import { ErrorState } from "../../../ui/error-boundary.tsx"
import { useNarrow, usePhone } from "../../../ui/media.ts"
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx"
import { t } from "../../../words/words.ts"
import { Composer } from "../conversation/composer.tsx"
import { Conversation } from "../conversation/conversation.tsx"
import { Byline } from "./byline.tsx"
import { ConflictChoice } from "./conflict-choice.tsx"
import { DescriptionField } from "./description-field.tsx"
import { useFloorLift } from "./floor-lift.ts"
import { LinksPanel } from "./links-panel.tsx"
import { Outcome } from "./outcome.tsx"
import { PhoneReply } from "./phone-reply.tsx"
import { PropertyChips, PropertyGrid, PropertyGroups } from "./property-panel.tsx"
import { ConversationSkeleton, TicketSkeleton } from "./ticket-skeleton.tsx"
import { TitleField } from "./title-field.tsx"

export type TicketHeadProps = { open: OpenTicket; drafting: boolean /** Opens the description's editor. */; onEdit: () => void }
export type TicketViewProps = {
  ticketKey: string
  layout: "page" | "peek"
  /** The bar above: page and peek have different ways to lead on. */
  head: (props: TicketHeadProps) => ReactNode
  /** What can be done where there is no such ticket. */
  wayOut: ReactNode
}

export function TicketView({ ticketKey, layout, head, wayOut }: TicketViewProps) {
  const open = useTicket(ticketKey)
  const [drafting, setDrafting] = useState(false)
  const [editing, setEditing] = useState(0)
  const { ticket, status, partial } = open
  const bar = head({ open, drafting, onEdit: () => setEditing((now) => now + 1) })
  if (!ticket) {
    return (
      <>
        {bar}
        <div className="min-h-0 flex-1 overflow-y-auto">
          {layout === "page" && (
            <VisuallyHidden>
              <h1>{ticketKey}</h1>
            </VisuallyHidden>
          )}
          {status === "loading" && <TicketSkeleton page={layout === "page"} />}
          {status === "missing" && (
            <EmptyState kind="error" icon="search" title={t.tickets.view.missing} actions={wayOut} className="mt-[12vh]">
              {t.tickets.view.missing_text}
            </EmptyState>
          )}
          {status === "error" && <ErrorState error={open.error} title={t.tickets.view.failed} onRetry={open.refresh} actions={wayOut} />}
        </div>
      </>
    )
  }
  return (
    <>
      {bar}
      <Body key={ticket.id} open={open} ticket={ticket} partial={partial} layout={layout} onDrafting={setDrafting} editing={editing} />
    </>
  )
}

type BodyProps = {
  open: OpenTicket
  ticket: NonNullable<OpenTicket["ticket"]>
  partial: boolean
  layout: "page" | "peek"
  onDrafting: (drafting: boolean) => void
  editing: number
}

function Body({ open, ticket, partial, layout, onDrafting, editing }: BodyProps) {
  const phone = usePhone()
  const narrow = useNarrow()
  const [replyTo, setReplyTo] = useState<{ id: string; name: string; internal: boolean } | null>(null)
  const reply = useCallback(
    (comment: Comment) => setReplyTo({ id: comment.id, name: comment.author.name, internal: comment.visibility === "internal" }),
    [],
  )
  const foot = useFloorLift()
  const scroller = useRef<HTMLDivElement>(null)
  /** One's own words are seen where they went: at the end. */
  const showEnd = useCallback(() => {
    const end = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    requestAnimationFrame(() => requestAnimationFrame(end))
  }, [])
  const page = layout === "page"
  const size = phone ? "15" : "14"
  const lined = page && !narrow
  const composer = !partial && (
    <Composer
      ticket={ticket}
      layout={phone ? "phone" : layout}
      replyTo={replyTo}
      onReplyTo={setReplyTo}
      onDrafting={onDrafting}
      onSent={showEnd}
      collapsed={phone ? (start) => <PhoneReply ticket={ticket} onStart={start} /> : undefined}
    />
  )
  return (
    <div className={lined ? "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_var(--w-props)]" : "flex min-h-0 flex-1 flex-col"}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div
          ref={scroller}
          className={
            page
              ? "min-h-0 flex-1 overflow-y-auto px-12 pt-[26px] max-lg:px-8 max-md:px-4 max-md:pt-4"
              : "min-h-0 flex-1 overflow-y-auto px-6 pt-[18px] max-md:px-4"
          }
        >
          <div className={page ? "mx-auto max-w-read pb-3" : "pb-3"}>
            <TitleField ticket={ticket} size={layout} />
            {(page || phone) && (
              <div className="mt-[9px] mb-3.5">
                <Byline ticket={ticket} />
              </div>
            )}
            {page && narrow && <PropertyChips ticket={ticket} partial={partial} className="-mx-8 mb-3.5 px-8 max-md:-mx-4 max-md:px-4" />}
            {!page && phone && <PropertyChips ticket={ticket} partial={partial} className="-mx-4 mb-3.5 px-4" />}
            {!page && !phone && (
              <div className="mt-3.5 mb-3.5 border-b border-border-soft pb-3">
                <PropertyGrid ticket={ticket} />
              </div>
            )}
            {open.conflict && <ConflictChoice ticketId={ticket.id} conflict={open.conflict} />}
            {!partial && <DescriptionField ticket={ticket} size={size} asked={editing} />}
            <Outcome ticket={ticket} />
            {!page && !partial && (ticket.links.length > 0 || ticket.children.length > 0) && (
              <div className="-mx-2 mt-3.5">
                <LinksPanel ticket={ticket} partial={partial} />
              </div>
            )}
            {partial ? <ConversationSkeleton /> : <Conversation ticket={ticket} boxed={page && !phone} size={size} onReply={reply} />}
          </div>
        </div>
        <div
          ref={foot}
          className={
            page
              ? "px-12 pt-3 pb-[18px] max-lg:px-8 max-md:border-t max-md:border-border max-md:px-3 max-md:py-2.5 max-md:paper-bg"
              : "px-4 pt-3 pb-4 max-md:border-t max-md:border-border max-md:px-3 max-md:py-2.5 max-md:paper-bg"
          }
        >
          <div className={page ? "mx-auto max-w-read" : undefined}>{composer}</div>
        </div>
      </div>
      {lined && (
        <aside aria-label={t.tickets.view.properties} className="min-h-0 overflow-y-auto border-l border-border-soft p-4">
          <PropertyGroups ticket={ticket} partial={partial} />
        </aside>
      )}
    </div>
  )
}
