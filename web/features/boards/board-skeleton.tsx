// A board that is on its way, in its real geometry.
import { Loading, Skeleton } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"

const cards = [3, 4, 2, 1]

export function BoardSkeleton() {
  return (
    <Loading label={t.ui.loading}>
      <div className="flex h-[calc(100dvh-92px)] gap-3 overflow-hidden px-5 pt-3">
        {cards.map((count) => (
          <div key={count} className="flex w-[284px] shrink-0 flex-col gap-2 rounded-t-xl p-2 paper-sunken max-md:w-full">
            <Skeleton className="my-2 ml-1 h-2.5 w-24" />
            {["w-4/5", "w-3/5", "w-2/3", "w-1/2"].slice(0, count).map((width) => (
              <div key={width} className="flex flex-col gap-3 rounded-md px-[11px] py-3 paper-raised edge-raised">
                <Skeleton className="h-2.5 w-16" />
                <Skeleton className={`h-2.5 ${width}`} />
                <Skeleton className="h-2.5 w-10" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}
