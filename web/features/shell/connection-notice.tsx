// A thin line above the page when what one sees may be old or what one did has not been sent; and what was refused when the connection came back.
import { useEffect, useState } from "react"
import { reasonOf } from "../../api/error-words.ts"
import { useConnection } from "../../live/hooks.ts"
import { wordsOf } from "../../live/mutation.ts"
import type { Refused } from "../../live/outbox.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { t } from "../../words/words.ts"

/** Most breaks are over before anybody needs to know. */
const patienceMs = 1500

export function ConnectionNotice() {
  const { state, pendingCount, refused, dismiss } = useConnection()
  const [late, setLate] = useState(false)
  const [open, setOpen] = useState(false)
  const broken = state !== "live"
  useEffect(() => {
    if (!broken) return setLate(false)
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [broken])
  const shown = (broken && late) || pendingCount > 0
  return (
    <>
      {shown && (
        <div
          role="status"
          className="flex min-h-8 items-center justify-center gap-2 border-b border-border bg-sunken px-4 py-1 text-12 text-muted"
        >
          <Icon name="offline" size={14} />
          <span className="text-pretty">{sentence(state, pendingCount)}</span>
        </div>
      )}
      {refused.length > 0 && (
        <Banner
          tone="danger"
          className="rounded-none"
          action={
            <Button size="mini" onClick={() => setOpen(true)}>
              {t.live.show_refused}
            </Button>
          }
        >
          {t.live.refused_title(refused.length)}
        </Banner>
      )}
      <Dialog open={open && refused.length > 0} onOpenChange={setOpen} title={t.live.refused_dialog}>
        <ul className="grid gap-4">
          {refused.map((each) => (
            <RefusedChange key={each.mutation.id} {...each} onDismiss={() => dismiss(each.mutation.id)} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function sentence(state: "live" | "connecting" | "offline", pending: number): string {
  if (state === "live") return t.live.sending(pending)
  const first = state === "offline" ? t.live.offline : t.live.connecting
  return pending > 0 ? `${first} ${t.live.pending(pending)}` : first
}

function RefusedChange({ mutation, error, onDismiss }: Refused & { onDismiss: () => void }) {
  const words = wordsOf(mutation)
  return (
    <li className="grid gap-2">
      <p className="text-pretty">{reasonOf(error)}</p>
      {words && (
        <blockquote aria-label={t.live.your_words} className="max-h-40 overflow-auto rounded-md bg-sunken p-3 text-14 whitespace-pre-wrap">
          {words}
        </blockquote>
      )}
      <div className="flex gap-2">
        {words && (
          <Button icon="copy" onClick={() => void navigator.clipboard.writeText(words)}>
            {t.live.copy}
          </Button>
        )}
        <Button variant="ghost" onClick={onDismiss}>
          {t.live.dismiss}
        </Button>
      </div>
    </li>
  )
}
