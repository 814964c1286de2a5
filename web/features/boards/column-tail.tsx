// The end of a column: asks for more as it comes near, says when nothing is there or something failed.
import { useEffect, useRef } from "react"
import { Button } from "../../ui/button.tsx"
import { Loading, Skeleton } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"
import type { ColumnFeed } from "./board-props.ts"

export function ColumnTail({ feed, empty, eager }: { feed: ColumnFeed; empty: boolean; eager: boolean }) {
  const end = useRef<HTMLDivElement>(null)
  const { hasMore, loadingMore, status } = feed
  const load = useRef(feed.loadMore)
  load.current = feed.loadMore
  useEffect(() => {
    if (!hasMore || loadingMore || status !== "ready") return
    if (eager) {
      load.current()
      return
    }
    const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && load.current(), {
      rootMargin: "800px 0px",
    })
    if (end.current) watch.observe(end.current)
    return () => watch.disconnect()
  }, [hasMore, loadingMore, status, eager])

  if (status === "error") {
    return (
      <div className="grid justify-items-center gap-2 px-2 py-4 text-center text-faint">
        {t.boards.column_failed}
        <Button onClick={feed.refresh}>{t.ui.try_again}</Button>
      </div>
    )
  }
  if (status === "loading" && empty) return <CardSkeletons />
  return (
    <div ref={end}>
      {loadingMore && (
        <p role="status" className="py-2 text-center text-12 text-faint">
          {t.boards.loading_more}
        </p>
      )}
    </div>
  )
}

function CardSkeletons() {
  return (
    <Loading>
      <div className="flex flex-col gap-2">
        {["w-4/5", "w-3/5", "w-2/3"].map((width) => (
          <div key={width} className="flex flex-col gap-3 rounded-md px-[11px] py-3 paper-raised edge-raised">
            <Skeleton className="h-2.5 w-16" />
            <Skeleton className={`h-2.5 ${width}`} />
            <Skeleton className="h-2.5 w-10" />
          </div>
        ))}
      </div>
    </Loading>
  )
}
