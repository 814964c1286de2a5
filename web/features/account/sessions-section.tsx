// Where one is signed in. Ending a session is at once; ending the one that asks is what "Sign out" is for.
import { endOtherSessions, endSession, listSessions, type Session } from "@docket/contract/sign-in"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { Button } from "../../ui/button.tsx"
import { Chip } from "../../ui/chip.tsx"
import { ConfirmDialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { RelativeTime } from "../../ui/relative-time.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { AccountSection, Unread } from "./account-section.tsx"
import { deviceOf } from "./device.ts"

const words = t.account.sessions

export function SessionsSection() {
  const { data, error, refetch } = useQuery({
    queryKey: ["own-sessions"],
    queryFn: async () => (await call(listSessions)).data,
    staleTime: 0,
  })
  const [asking, setAsking] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  /** Says what went wrong as well; the list is read again either way. */
  const act = async (said: string, action: () => Promise<void>) => {
    try {
      await action()
      toast({ text: said })
    } catch (failure) {
      toast({ text: reasonOf(failure), icon: "warn" })
    }
    await refetch()
  }
  const endOne = async (id: string) => {
    setEnding(id)
    await act(words.ended, () => call(endSession, { params: { id } }))
    setEnding(null)
  }
  const others = (data ?? []).filter(({ current }) => !current)
  return (
    <AccountSection title={words.title} text={words.text}>
      {data === undefined ? (
        <Unread error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <ul className="-my-2 flex flex-col">
            {sorted(data).map((session) => (
              <SessionRow key={session.id} session={session} busy={ending === session.id} onEnd={() => void endOne(session.id)} />
            ))}
          </ul>
          {others.length > 1 && (
            <div>
              <Button size="form" variant="danger" onClick={() => setAsking(true)}>
                {words.end_others}
              </Button>
            </div>
          )}
        </>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.end_others_title}
        description={words.end_others_text(others.length)}
        verb={words.end_others}
        onConfirm={() => act(words.others_ended(others.length), () => call(endOtherSessions))}
      />
    </AccountSection>
  )
}

/** This one first; the rest as it comes, latest first. */
const sorted = (sessions: readonly Session[]) => [...sessions].sort((a, b) => Number(b.current) - Number(a.current))

function SessionRow({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const device = deviceOf(session)
  return (
    <li className="flex items-center gap-3 border-border-soft py-2.5 not-first:border-t">
      <Icon name={session.client === "web" ? "laptop" : "code"} className="text-faint" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-medium" title={session.userAgent ?? undefined}>
            {device}
          </span>
          {session.current && <Chip tone="accent">{words.this_one}</Chip>}
        </span>
        <span className="block text-12 text-muted tabular-nums">
          {session.ip && <>{session.ip} · </>}
          {words.began} <RelativeTime at={session.createdAt} />
          {!session.current && (
            <>
              {" "}
              · {words.seen} <RelativeTime at={session.lastSeenAt} />
            </>
          )}
        </span>
      </span>
      {!session.current && (
        <Button busy={busy} busyLabel={words.end} aria-label={words.end_one(device)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  )
}
