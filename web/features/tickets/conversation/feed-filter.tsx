// What of the conversation is shown.
import { cx } from "../../../ui/cx.ts"
import { t } from "../../../words/words.ts"
import { type FeedShow, feedShows } from "./feed.ts"

const words = t.tickets.feed

type Props = { show: FeedShow; onShow: (show: FeedShow) => void; counts: { replies: number; notes: number }; notes: boolean }

export function FeedFilter({ show, onShow, counts, notes }: Props) {
  const count: Partial<Record<FeedShow, number>> = { replies: counts.replies, notes: counts.notes }
  return (
    // biome-ignore lint/a11y/useSemanticElements: four buttons of which one is on, not a form
    <div
      role="group"
      aria-label={words.filter}
      className="ml-auto flex gap-0.5 overflow-x-auto text-12 [scrollbar-width:none] max-sm:-ml-2"
    >
      {feedShows
        .filter((each) => notes || each !== "notes")
        .map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === show}
            onClick={() => onShow(each)}
            className={cx(
              "flex h-[26px] shrink-0 items-center gap-1.5 rounded-sm px-[9px] font-medium hover:text-text max-md:h-9",
              each === show ? "bg-pressed text-text" : "text-muted",
            )}
          >
            {words.show[each]}
            {Boolean(count[each]) && <span className="font-text text-faint tabular-nums">{count[each]}</span>}
          </button>
        ))}
    </div>
  )
}
