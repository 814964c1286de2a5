// Where a ticket will be, in its real geometry.
import { Loading, Skeleton } from "../../../ui/skeleton.tsx"
import { t } from "../../../words/words.ts"

const lines = ["w-full", "w-[94%]", "w-[61%]"]

export function ConversationSkeleton() {
  return (
    <Loading label={t.tickets.view.loading}>
      <div className="mt-1 flex flex-col gap-3">
        {lines.map((width) => (
          <Skeleton key={width} className={`h-3 ${width}`} />
        ))}
        <div className="mt-6 grid grid-cols-[28px_minmax(0,1fr)] gap-3">
          <Skeleton round className="size-7" />
          <div className="flex flex-col gap-3 pt-2">
            <Skeleton className="h-3 w-36" />
            <Skeleton className="h-3 w-[80%]" />
          </div>
        </div>
      </div>
    </Loading>
  )
}

export function TicketSkeleton({ page }: { page: boolean }) {
  return (
    <div className={page ? "mx-auto max-w-[calc(var(--w-read)+96px)] px-12 pt-8 max-md:px-4" : "px-6 pt-6"}>
      <Loading label={t.tickets.view.loading}>
        <Skeleton className="mb-5 h-6 w-[70%]" />
        <Skeleton className="mb-6 h-3 w-52" />
      </Loading>
      <ConversationSkeleton />
    </div>
  )
}
