// The portal's home: the greeting, the question, what one has asked for. Complete with nothing asked yet.
import type { Category } from "@docket/contract/organization"
import type { ListedTicket } from "@docket/contract/tickets"
import type { ReactNode } from "react"
import { Panel } from "../../ui/card.tsx"
import { cx } from "../../ui/cx.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Icon } from "../../ui/icon.tsx"
import { AppLink } from "../../ui/link.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { AskField } from "./ask-field.tsx"
import { greeting } from "./greeting.ts"
import { sentenceOf } from "./request-state.ts"
import { requestHref } from "./slip.tsx"
import { topicIcon } from "./topic-icon.ts"

export type HomeViewProps = {
  name: string | null
  topics: readonly Category[]
  onAsk: (text: string) => void
  /** Open requests; null while they load. */
  open: number | null
  all: number | null
  slips: ReactNode
  closed: readonly ListedTicket[]
}

const mostTopics = 6

export function HomeView({ name, topics, onAsk, open, all, slips, closed }: HomeViewProps) {
  const now = useMinute()
  return (
    <div className="pt-[34px] max-md:pt-4">
      <h1 className="text-34 leading-[1.15] font-[600] tracking-[-0.022em] text-balance max-md:text-26">{greeting(name, now)}</h1>
      <AskField onAsk={onAsk} />
      {topics.length > 0 && (
        <nav aria-label={t.portal.topics} className="mt-3.5 grid auto-cols-fr grid-cols-6 gap-2.5 max-wide:grid-cols-3 max-md:grid-cols-2">
          {topics.slice(0, mostTopics).map((topic) => (
            <AppLink
              key={topic.id}
              href={`/portal/new?category=${topic.id}`}
              className="flex h-12 min-w-0 items-center gap-2.5 rounded-xl bg-surface px-3.5 text-14 font-medium edge-line hover:bg-raised hover:edge-raised"
            >
              <Icon name={topicIcon(topic.name)} size={18} className="text-accent-text" />
              <span className="truncate">{topic.name}</span>
            </AppLink>
          ))}
        </nav>
      )}
      <div
        className={cx(
          "mt-9 grid items-start gap-7",
          closed.length > 0 && "grid-cols-[minmax(0,1fr)_320px] max-wide:grid-cols-[minmax(0,1fr)]",
        )}
      >
        <section aria-labelledby="your-requests" className="min-w-0">
          <div className="mb-3 flex items-baseline gap-2.5">
            <h2 id="your-requests" className="text-17 font-strong tracking-[-0.008em]">
              {t.portal.yours}
            </h2>
            {open !== null && open > 0 && <span className="text-faint tabular-nums">{t.portal.open_count(open)}</span>}
            {all !== null && all > 0 && (
              <AppLink
                href="/portal/requests"
                className="ml-auto rounded-xs text-14 font-medium text-accent-text tabular-nums hover:underline"
              >
                {t.portal.see_all(all)}
              </AppLink>
            )}
          </div>
          {open === 0 ? <NothingOpen first={all === 0} /> : slips}
        </section>
        {closed.length > 0 && (
          <section aria-labelledby="lately-closed">
            <h2 id="lately-closed" className="mt-0.5 mb-3 text-15 font-strong">
              {t.portal.lately_closed}
            </h2>
            <Panel>
              {closed.map((request) => (
                <AppLink
                  key={request.id}
                  href={requestHref(request.key)}
                  className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 px-4 py-[11px] text-14 leading-[1.4] not-first:border-t not-first:border-border-soft first:rounded-t-lg last:rounded-b-lg hover:bg-hover focus-visible:-outline-offset-2"
                >
                  <StatusIcon category={request.statusCategory} decorative className="mt-0.5" />
                  <span className="min-w-0">
                    <span className="line-clamp-2">{request.title}</span>
                    <small className="mt-0.5 block text-faint">{sentenceOf(request, null, now).text}</small>
                  </span>
                </AppLink>
              ))}
            </Panel>
          </section>
        )}
      </div>
    </div>
  )
}

function NothingOpen({ first }: { first: boolean }) {
  const words = t.portal.empty
  return (
    <Panel>
      <EmptyState kind={first ? "first-use" : "done"} icon="inbox" title={first ? words.first : words.done}>
        {first ? words.first_text : words.done_text}
      </EmptyState>
    </Panel>
  )
}
