// The conversation as its requester reads it: messages in boxes, steps as single lines between them.
import type { Ticket } from "@docket/contract/tickets"
import { Avatar } from "../../ui/avatar.tsx"
import { cx } from "../../ui/cx.ts"
import { Markdown } from "../../ui/markdown.tsx"
import { RelativeTime } from "../../ui/relative-time.tsx"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { requestHref } from "./slip.tsx"
import type { StoryItem } from "./story.ts"

type Person = { id: string; name: string }

function Message({
  person,
  name,
  at,
  source,
  mine,
  note,
}: {
  person: Person
  name: string
  at: string
  source: string
  mine: boolean
  note?: string
}) {
  return (
    <li className="grid grid-cols-[32px_minmax(0,1fr)] gap-3">
      <Avatar person={person} size={32} decorative className="mt-1.5" />
      <article className={cx("rounded-lg px-4 pt-2.5 pb-3.5", mine ? "bg-surface edge-soft" : "paper-raised edge-raised")}>
        <header className="mb-1 flex flex-wrap items-baseline gap-x-2 text-14">
          <b className="font-medium">{name}</b>
          <RelativeTime at={at} form="clock" className="text-13 text-faint" />
          {note && <span className="text-13 text-faint">{note}</span>}
        </header>
        {source.trim() ? (
          <Markdown source={source} size="15" ticketHref={requestHref} />
        ) : (
          <p className="text-faint">{note === undefined ? t.portal.request.removed : t.portal.request.no_text}</p>
        )}
      </article>
    </li>
  )
}

export function Conversation({ ticket, story, me }: { ticket: Ticket; story: readonly StoryItem[]; me: string }) {
  const words = t.portal.request
  const own = ticket.reporter.id === me
  return (
    <ol aria-label={words.conversation} className="flex flex-col gap-3.5">
      <Message
        person={ticket.reporter}
        name={own ? words.asked : words.raised(ticket.reporter.name)}
        at={ticket.createdAt}
        source={ticket.description}
        mine={own}
        note=""
      />
      {story.map((item) =>
        item.kind === "message" ? (
          <Message
            key={item.id}
            person={item.comment.author}
            name={item.mine ? words.you : item.comment.author.name}
            at={item.at}
            source={item.comment.removed ? "" : item.comment.body}
            mine={item.mine}
            note={item.comment.edited ? words.edited : undefined}
          />
        ) : (
          <li key={item.id} className="flex items-center gap-3 pl-2 text-14 text-muted">
            <StatusIcon category={item.category} decorative />
            <span className="pl-2">
              {item.text}
              <RelativeTime at={item.at} form="clock" className="ml-2 text-13 text-faint" />
            </span>
          </li>
        ),
      )}
    </ol>
  )
}
