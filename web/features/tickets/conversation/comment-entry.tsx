// One message: a public reply in a box, an internal note on manila with the torn edge of a stub. Colour, edge and words say the same.
import type { Comment } from "@docket/contract/tickets"
import { memo, useState } from "react"
import { isPendingComment } from "../../../live/hooks.ts"
import { editComment } from "../../../live/mutations.ts"
import { Avatar } from "../../../ui/avatar.tsx"
import { Button } from "../../../ui/button.tsx"
import { cx } from "../../../ui/cx.ts"
import { Icon } from "../../../ui/icon.tsx"
import { Markdown } from "../../../ui/markdown.tsx"
import { RelativeTime } from "../../../ui/relative-time.tsx"
import { exactTime } from "../../../ui/time-words.ts"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"
import { shortName } from "../short-name.ts"
import { CommentActions } from "./comment-actions.tsx"
import { MarkdownEditor } from "./markdown-editor.tsx"
import { Reactions } from "./reactions.tsx"

const words = t.tickets.feed

export type CommentEntryProps = {
  comment: Comment
  parent: Comment | null
  /** The peek has no boxes around public replies. */
  boxed: boolean
  /** Whom the desk answers; null among colleagues. */
  requester: { id: string; name: string } | null
  mayReply: boolean
  size: "14" | "15"
  onReply: (comment: Comment) => void
}

/** Mentions are written with the person's name; those that name nobody stay text. */
const mentionOf = (comment: Comment) => (written: string) =>
  comment.mentions.find((person) => person.name === written || person.name.toLowerCase().startsWith(written.toLowerCase()))?.name ??
  (comment.mentions.length > 0 ? written : null)

export const CommentEntry = memo(function CommentEntry(props: CommentEntryProps) {
  const { comment, parent, boxed, requester, mayReply, size, onReply } = props
  const [draft, setDraft] = useState<string | null>(null)
  const note = comment.visibility === "internal"
  const pending = isPendingComment(comment)
  const box = note
    ? "relative rounded-md paper-note pt-2 pr-4 pb-3 pl-[22px] edge-note"
    : boxed
      ? "rounded-md paper-raised px-4 pt-2 pb-3 shadow-[0_0_0_1px_var(--border)]"
      : ""
  const save = () => {
    if (draft === null || draft.trim() === "") return
    if (draft !== comment.body) void editComment(comment.ticketId, comment.id, draft.trim())
    setDraft(null)
  }
  return (
    <article
      id={`comment-${comment.id}`}
      aria-label={`${comment.author.name}${note ? `, ${words.note_label}` : ""}`}
      tabIndex={-1}
      className={cx(
        "group/comment grid grid-cols-[28px_minmax(0,1fr)] gap-3 rounded-md outline-none focus-visible:outline-2",
        pending && "opacity-70",
      )}
    >
      <Avatar person={comment.author} size={28} decorative />
      <div className={box}>
        {note && (
          <i aria-hidden="true" className="absolute top-[9px] bottom-[9px] left-[9px] w-[3px] perforated [--tear:var(--note-border)]" />
        )}
        <header className="relative flex min-h-7 flex-wrap items-center gap-x-2 max-md:pr-8">
          <b className="font-strong">{comment.author.name}</b>
          {note && (
            <span className="inline-flex items-center gap-[5px] text-12 font-medium text-note-text">
              <Icon name="lock" size={13} />
              {boxed ? words.note_label : words.note_short}
            </span>
          )}
          <RelativeTime at={comment.createdAt} form="clock" className={cx("text-12", note ? "text-note-text" : "text-faint")} />
          {comment.edited && (
            <span
              title={comment.editedAt ? exactTime(comment.editedAt) : undefined}
              className={cx("text-12", note ? "text-note-text" : "text-faint")}
            >
              {words.edited}
            </span>
          )}
          <span className="ml-auto flex items-center gap-1.5">
            {!note && !pending && requester && <Whereto comment={comment} requester={requester} />}
            {pending && <span className="text-12 text-faint">{words.pending}</span>}
            {!comment.removed && !pending && draft === null && (
              <CommentActions
                comment={comment}
                mayReply={mayReply}
                onReply={() => onReply(comment)}
                onEdit={() => setDraft(comment.body)}
              />
            )}
          </span>
        </header>
        {parent && (
          <a
            href={`#comment-${parent.id}`}
            title={words.jump}
            onClick={(event) => {
              event.preventDefault()
              document.getElementById(`comment-${parent.id}`)?.focus()
            }}
            className={cx(
              "mb-1 flex items-center gap-1.5 truncate rounded-xs text-12 hover:text-text",
              note ? "text-note-text" : "text-faint",
            )}
          >
            <Icon name="reply" size={12} />
            {words.in_reply(parent.author.name)}
          </a>
        )}
        {draft !== null ? (
          <div className="-mx-2 rounded-sm bg-surface edge-line">
            <MarkdownEditor
              label={words.edit_label}
              value={draft}
              onChange={setDraft}
              onSubmit={save}
              onEscape={() => setDraft(null)}
              autoFocus
              actions={
                <>
                  <Button variant="ghost" onClick={() => setDraft(null)}>
                    {t.ui.cancel}
                  </Button>
                  <Button variant="primary" keys="Mod+Enter" disabled={draft.trim() === ""} onClick={save}>
                    {t.tickets.view.save}
                  </Button>
                </>
              }
            />
          </div>
        ) : comment.removed ? (
          <p className={cx("text-14 italic", note ? "text-note-text" : "text-faint")}>{note ? words.removed_note : words.removed}</p>
        ) : (
          <Markdown source={comment.body} size={size} mention={mentionOf(comment)} ticketHref={ticketHref} className="pt-px pb-0.5" />
        )}
        <Reactions comment={comment} />
      </div>
    </article>
  )
})

/** For staff: whom a reply went to, and which words are the requester's own. */
function Whereto({ comment, requester }: { comment: Comment; requester: { id: string; name: string } }) {
  const own = comment.author.id === requester.id
  return (
    <span className="text-12 text-faint group-focus-within/comment:invisible group-hover/comment:invisible max-lg:visible! max-sm:hidden">
      {own ? words.from_requester : words.sent_to(shortName(requester.name))}
    </span>
  )
}
