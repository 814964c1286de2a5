// While a title is typed: open tickets that say something like it, so that nobody asks twice.
import { checkDuplicate } from "@docket/contract/tickets"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { call } from "../../../api/client.ts"
import { RelativeTime } from "../../../ui/relative-time.tsx"
import { StatusIcon } from "../../../ui/state-icons.tsx"
import { t } from "../../../words/words.ts"
import { ticketHref } from "../address.ts"

const words = t.tickets.create
const pauseMs = 350
const shortest = 6
const most = 3

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function SimilarTickets({ title }: { title: string }) {
  const asked = useSettled(title.trim().replace(/\s+/g, " "))
  const { data } = useQuery({
    queryKey: ["similar", asked],
    queryFn: ({ signal }) => call(checkDuplicate, { body: { title: asked }, signal }),
    enabled: asked.length >= shortest,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const found = asked.length >= shortest ? (data?.candidates ?? []).slice(0, most) : []
  return (
    <div aria-live="polite" className={found.length === 0 ? "-mt-3.5" : undefined}>
      {found.length > 0 && (
        <section aria-label={words.similar} className="rounded-md bg-accent-tint px-1 pt-2 pb-1">
          <h3 className="px-2 pb-1 text-12 font-medium text-accent-text">
            {data?.exists && data.ticket ? words.similar_same(data.ticket.key) : words.similar}
          </h3>
          {found.map((ticket) => (
            <a
              key={ticket.id}
              href={ticketHref(ticket.key)}
              target="_blank"
              rel="noopener"
              title={words.similar_hint}
              className="flex min-h-control items-center gap-2 rounded-sm px-2 hover:bg-hover max-md:min-h-touch"
            >
              <StatusIcon category={ticket.statusCategory} name={ticket.statusName} />
              <span className="shrink-0 text-muted tabular-nums">{ticket.key}</span>
              <span className="min-w-0 flex-1 truncate font-row">{ticket.title}</span>
              <RelativeTime at={ticket.createdAt} form="brief" className="text-12 text-muted" />
            </a>
          ))}
        </section>
      )}
    </div>
  )
}
