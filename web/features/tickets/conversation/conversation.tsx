// The feed of a ticket: what was said and what was changed, with a filter.
import type { Comment, Ticket } from "@docket/contract/tickets"
import { useMemo, useState } from "react"
import { useProject } from "../../../live/hooks.ts"
import { t } from "../../../words/words.ts"
import { CommentEntry } from "./comment-entry.tsx"
import { EventRun } from "./event-line.tsx"
import { type FeedShow, feedCounts, feedOf } from "./feed.ts"
import { FeedFilter } from "./feed-filter.tsx"
import { useNamed } from "./use-named.ts"

const words = t.tickets.feed

export function Conversation({
  ticket,
  boxed,
  size,
  onReply,
}: {
  ticket: Ticket
  boxed: boolean
  size: "14" | "15"
  onReply: (comment: Comment) => void
}) {
  const [show, setShow] = useState<FeedShow>("all")
  const project = useProject(ticket.project.id)
  const named = useNamed(ticket)
  const entries = useMemo(() => feedOf(ticket.timeline, ticket.comments, show), [ticket.timeline, ticket.comments, show])
  const counts = useMemo(() => feedCounts(ticket.comments), [ticket.comments])
  const byId = useMemo(() => new Map(ticket.comments.map((comment) => [comment.id, comment])), [ticket.comments])
  const staff = ticket.can.includes("note") || counts.notes > 0
  const mayReply = (comment: Comment) => ticket.can.includes(comment.visibility === "internal" ? "note" : "comment")
  return (
    <section aria-label={words.title}>
      <div
        className={
          boxed
            ? "mt-[18px] mb-3 flex items-center gap-2 border-b border-border-soft pb-2"
            : "mt-3 mb-2 flex items-center gap-2 border-t border-border-soft pt-2.5"
        }
      >
        <h2 className="font-strong max-sm:sr-only">{words.title}</h2>
        <FeedFilter show={show} onShow={setShow} counts={counts} notes={staff} />
      </div>
      {entries.length === 0 ? (
        <p className="py-2 text-faint">{words.nothing[show]}</p>
      ) : (
        <div className={boxed ? "flex flex-col gap-3.5" : "flex flex-col gap-2.5"}>
          {entries.map((entry) =>
            entry.kind === "events" ? (
              <EventRun key={entry.key} folded={entry.folded} shown={entry.shown} named={named} />
            ) : (
              <CommentEntry
                key={entry.key}
                comment={entry.comment}
                parent={entry.comment.parentId ? (byId.get(entry.comment.parentId) ?? null) : null}
                boxed={boxed}
                requester={project?.kind === "work" ? null : ticket.reporter}
                mayReply={mayReply(entry.comment)}
                size={size}
                onReply={onReply}
              />
            ),
          )}
        </div>
      )}
    </section>
  )
}
