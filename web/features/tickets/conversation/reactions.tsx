// A word without words: pictures under a message, each once a person.
import { type Comment, reactions } from "@docket/contract/tickets"
import { useRef, useState } from "react"
import { react } from "../../../live/mutations.ts"
import { cx } from "../../../ui/cx.ts"
import { IconButton } from "../../../ui/icon-button.tsx"
import { Popover } from "../../../ui/popover.tsx"
import { useRovingFocus } from "../../../ui/roving.ts"
import { t } from "../../../words/words.ts"
import { useMe } from "../pickers/sources.tsx"

const words = t.tickets.feed

export function Reactions({ comment }: { comment: Comment }) {
  const me = useMe()
  if (comment.reactions.length === 0 || comment.removed) return null
  return (
    <div className="mt-2 flex flex-wrap gap-1.5">
      {comment.reactions.map(({ emoji, people }) => {
        const mine = people.some((person) => person.id === me?.id)
        const names = people.map((person) => person.name).join(", ")
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={mine}
            aria-label={words.reaction(emoji, names)}
            title={names}
            onClick={() => void react(comment.ticketId, comment.id, emoji)}
            className={cx(
              "inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-12 tabular-nums max-md:h-9 max-md:px-3",
              mine ? "bg-accent-tint text-accent-text edge-line" : "text-muted edge-line hover:bg-hover",
            )}
          >
            <span aria-hidden="true" className="text-13">
              {emoji}
            </span>
            {people.length}
          </button>
        )
      })}
    </div>
  )
}

export function ReactionPicker({ comment }: { comment: Comment }) {
  const [open, setOpen] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const roving = useRovingFocus(row, "horizontal")
  return (
    <Popover
      label={words.react}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="p-1"
      trigger={<IconButton icon="smile" label={words.react} size="mini" tooltip={false} />}
    >
      <div ref={row} role="toolbar" aria-label={words.react} {...roving} className="grid grid-cols-5">
        {reactions.map((emoji, at) => (
          <button
            key={emoji}
            type="button"
            data-roving
            tabIndex={at === 0 ? 0 : -1}
            aria-label={words.react_with(emoji)}
            onClick={() => {
              setOpen(false)
              void react(comment.ticketId, comment.id, emoji)
            }}
            className="grid size-8 place-items-center rounded-sm text-17 hover:bg-hover max-md:size-touch"
          >
            {emoji}
          </button>
        ))}
      </div>
    </Popover>
  )
}
