// "Could this be it?": open requests that say something alike. Nothing is sent by looking.
import { Panel } from "../../ui/card.tsx"
import { AppLink } from "../../ui/link.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { markedWords } from "./marked-words.ts"
import { whenWords } from "./request-state.ts"
import { requestHref } from "./slip.tsx"
import type { Similar } from "./use-similar.ts"

export function SimilarPanel({ similar, typed, most = 5 }: { similar: readonly Similar[]; typed: string; most?: number }) {
  const now = useMinute()
  if (similar.length === 0) return null
  return (
    <section aria-label={t.portal.new.similar}>
      <h2 className="text-15 font-strong">{t.portal.new.similar}</h2>
      <p className="mt-1 mb-3 text-13 text-muted">{t.portal.new.similar_text}</p>
      <Panel aria-live="polite">
        {similar.slice(0, most).map((each) => (
          <AppLink
            key={each.id}
            href={requestHref(each.key)}
            className="block px-4 py-[13px] not-first:border-t not-first:border-border-soft first:rounded-t-lg last:rounded-b-lg hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="flex items-center gap-[7px] text-13 text-muted">
              <StatusIcon category={each.statusCategory} name={each.statusName} />
              <span className="tabular-nums">{each.key}</span>
              <span className="truncate text-faint">{t.portal.new.similar_open(whenWords(each.createdAt, now))}</span>
            </span>
            <span className="mt-[3px] line-clamp-2 leading-[1.35] font-medium">
              {markedWords(each.title, typed).map((part, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one title in their order
                part.marked ? <mark key={at}>{part.text}</mark> : part.text,
              )}
            </span>
          </AppLink>
        ))}
      </Panel>
    </section>
  )
}
