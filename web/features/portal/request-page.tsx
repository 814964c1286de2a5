// The page of one request.
import { useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTicket, useWorkflow } from "../../live/hooks.ts"
import { buttonClass } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { ErrorState } from "../../ui/error-boundary.tsx"
import { AppLink } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { useAddress } from "../tickets/address.ts"
import { useMe } from "../tickets/pickers/sources.tsx"
import { RequestView } from "./request-view.tsx"
import { SlipSkeletons } from "./slips.tsx"
import { lastWordOf } from "./story.ts"

export function RequestPage() {
  const { key } = useParams({ strict: false }) as { key?: string }
  const { search } = useAddress()
  const me = useMe()
  const { ticket, partial, status, error, refresh } = useTicket(key)
  const graph = useWorkflow(ticket?.workflowVersionId)
  const last = useMemo(() => (ticket && !partial && me ? lastWordOf(ticket, me.id) : null), [ticket, partial, me])
  if (status === "missing") {
    return (
      <EmptyState
        kind="error"
        icon="search"
        title={t.portal.request.missing}
        actions={
          <AppLink href="/portal/requests" className={buttonClass({ variant: "primary", size: "form" })}>
            {t.portal.request.see_all}
          </AppLink>
        }
      >
        {t.portal.request.missing_text}
      </EmptyState>
    )
  }
  if (!ticket || !me) {
    if (status === "error") return <ErrorState error={error} title={t.portal.request.failed} onRetry={refresh} />
    return (
      <div className="pt-12">
        <SlipSkeletons count={2} />
      </div>
    )
  }
  return (
    <RequestView key={ticket.id} ticket={ticket} partial={partial} graph={graph} me={me.id} last={last} answering={search.has("answer")} />
  )
}
