// Personal access tokens: what there is, making one, revoking one.
import { type ApiToken, endToken, listTokens } from "@docket/contract/sign-in"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../../api/client.ts"
import { reasonOf } from "../../api/error-words.ts"
import { Button } from "../../ui/button.tsx"
import { Chip } from "../../ui/chip.tsx"
import { ConfirmDialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { RelativeTime } from "../../ui/relative-time.tsx"
import { toast } from "../../ui/toast-queue.ts"
import { t } from "../../words/words.ts"
import { AccountSection, Unread } from "./account-section.tsx"
import { NewTokenDialog } from "./new-token-dialog.tsx"
import { scopeWords } from "./token-scopes.ts"

const words = t.account.tokens

export function TokensSection() {
  const { data, error, refetch } = useQuery({
    queryKey: ["own-tokens"],
    queryFn: async () => (await call(listTokens)).data,
    staleTime: 0,
  })
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<ApiToken | null>(null)
  const [asking, setAsking] = useState(false)
  const end = async ({ id, name }: ApiToken) => {
    try {
      await call(endToken, { params: { id } })
      toast({ text: words.ended(name) })
    } catch (failure) {
      toast({ text: reasonOf(failure), icon: "warn" })
    }
    await refetch()
  }
  const ask = (token: ApiToken) => {
    setEnding(token)
    setAsking(true)
  }
  return (
    <AccountSection title={words.title} text={words.text}>
      {data === undefined ? (
        <Unread error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          {data.length === 0 ? (
            <p className="text-muted">{words.none}</p>
          ) : (
            <ul className="-my-2 flex flex-col">
              {data.map((token) => (
                <TokenRow key={token.id} token={token} onEnd={() => ask(token)} />
              ))}
            </ul>
          )}
          <div>
            <Button size="form" icon="key" onClick={() => setMaking(true)}>
              {words.make}
            </Button>
          </div>
        </>
      )}
      {making && <NewTokenDialog onMade={() => void refetch()} onClose={() => setMaking(false)} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.end_title(ending?.name ?? "")}
        description={words.end_text}
        verb={words.end}
        onConfirm={() => ending && end(ending)}
      />
    </AccountSection>
  )
}

function TokenRow({ token, onEnd }: { token: ApiToken; onEnd: () => void }) {
  const expired = Date.parse(token.expiresAt) <= useMinute().getTime()
  return (
    <li className="flex items-center gap-3 border-border-soft py-2.5 not-first:border-t">
      <Icon name="key" className="text-faint" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-medium" title={token.name.length > 40 ? token.name : undefined}>
            {token.name}
          </span>
          {expired && <Chip tone="warn">{words.expired}</Chip>}
        </span>
        <span className="block text-12 text-pretty text-muted">{scopeWords(token.scopes)}</span>
        <span className="block text-12 text-muted tabular-nums">
          {!expired && (
            <>
              {words.expires} <RelativeTime at={token.expiresAt} /> ·{" "}
            </>
          )}
          {token.lastUsedAt === null ? (
            words.never_used
          ) : (
            <>
              {words.used} <RelativeTime at={token.lastUsedAt} />
            </>
          )}
        </span>
      </span>
      <Button aria-label={words.end_one(token.name)} onClick={onEnd}>
        {words.end}
      </Button>
    </li>
  )
}
