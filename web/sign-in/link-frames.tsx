// What a one-time link from a mail can turn out to be before it is used: being looked at, not readable now.
import { Button } from "../ui/button.tsx"
import { Loading, Skeleton } from "../ui/skeleton.tsx"
import { t } from "../words/words.ts"
import { EntryFrame } from "./entry-frame.tsx"

/** `problem`: why it could not be looked at; null while it is. */
export function LinkCheck({
  title,
  failed,
  problem,
  onRetry,
}: {
  title: string
  failed: string
  problem: string | null
  onRetry: () => void
}) {
  if (problem !== null) {
    return (
      <EntryFrame title={failed} lead={problem}>
        <div>
          <Button variant="primary" size="big" autoFocus onClick={onRetry}>
            {t.way_in.try_again}
          </Button>
        </div>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={title}>
      <Loading label={t.way_in.checking}>
        <div className="flex flex-col gap-4">
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-[42px] w-full" />
          <Skeleton className="h-touch w-full" />
        </div>
      </Loading>
    </EntryFrame>
  )
}
