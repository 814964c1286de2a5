// What is known of a request, in plain words: number, day, who is on it.
import type { ListedTicket } from "@docket/contract/tickets"
import type { ReactNode } from "react"
import { Avatar } from "../../ui/avatar.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { RelativeTime } from "../../ui/relative-time.tsx"
import { dayText } from "../../ui/time-words.ts"
import { t } from "../../words/words.ts"

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_minmax(0,1fr)] items-baseline gap-2 py-1.5">
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

export function RequestFacts({ request, children }: { request: ListedTicket; children?: ReactNode }) {
  const words = t.portal.request
  const now = useMinute()
  const about = request.subcategory ?? request.category
  return (
    <aside aria-label={words.details} className="text-14">
      <dl>
        <Fact label={words.number}>
          <span className="tabular-nums">{request.key}</span>
        </Fact>
        <Fact label={words.asked_on}>
          <RelativeTime at={request.createdAt} form="clock" />
        </Fact>
        {about && <Fact label={words.about}>{about.name}</Fact>}
        <Fact label={words.on_it}>
          {request.assignee ? (
            <span className="flex items-center gap-2">
              <Avatar person={request.assignee} size={22} decorative />
              <span className="min-w-0 truncate">{request.assignee.name}</span>
            </span>
          ) : (
            (request.team?.name ?? words.nobody)
          )}
        </Fact>
        {request.dueDate && !request.closedAt && <Fact label={words.expected}>{dayText(request.dueDate, now)}</Fact>}
        {request.closedAt && (
          <Fact label={words.closed_on}>
            <RelativeTime at={request.closedAt} form="clock" />
          </Fact>
        )}
      </dl>
      {children && <div className="mt-3">{children}</div>}
    </aside>
  )
}
