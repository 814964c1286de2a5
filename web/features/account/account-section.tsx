// One subject of the account: what it is at the left, what can be done at the right.
import { type ReactNode, useId } from "react"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { Loading, Skeleton } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"

export function AccountSection({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-4 border-border-soft py-7 not-first:border-t wide:grid-cols-[232px_minmax(0,1fr)]"
    >
      <header>
        <h2 id={id} className="text-15 font-strong tracking-[-0.006em]">
          {title}
        </h2>
        <p className="mt-1 text-13 leading-[1.5] text-pretty text-muted">{text}</p>
      </header>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  )
}

/** What stands in a section while its list is read, or could not be. */
export function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error !== null) return <ErrorState error={error} title={t.account.failed} onRetry={onRetry} />
  return (
    <Loading>
      <div className="flex flex-col gap-3 py-1">
        <Skeleton className="h-3 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    </Loading>
  )
}
