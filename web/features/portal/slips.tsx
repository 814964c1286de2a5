// Slips in a pile, as live data has them.
import type { ListedTicket } from "@docket/contract/tickets"
import { useCallback, useEffect, useMemo, useState } from "react"
import { moveTicket } from "../../live/mutations.ts"
import { Panel } from "../../ui/card.tsx"
import { Loading, Skeleton } from "../../ui/skeleton.tsx"
import { t } from "../../words/words.ts"
import { type Stage, stageOf, yourTurnFirst } from "./request-state.ts"
import { Slip } from "./slip.tsx"
import { useLastWord } from "./use-last-word.ts"

/** The fix is confirmed: the request closes. Writing again is the way back, so no undo is offered that most workflows refuse. */
export function confirmFixed(request: ListedTicket, to: string): void {
  void moveTicket(request.id, to, {}, { say: t.portal.action.closed(request.key), undoable: false })
}

type LiveSlipProps = { request: ListedTicket; first: boolean; touched: boolean; onStage: (id: string, stage: Stage) => void }

function LiveSlip({ request, onStage, ...rest }: LiveSlipProps) {
  const last = useLastWord(request)
  const stage = stageOf(request, last)
  useEffect(() => onStage(request.id, stage), [onStage, request.id, stage])
  return <Slip request={request} last={last} onWorks={confirmFixed} {...rest} />
}

export type SlipsProps = {
  requests: readonly ListedTicket[]
  touched: ReadonlySet<string>
  label: string
  /** What waits for the person first; else as given. */
  sorted?: boolean
}

export function Slips({ requests, touched, label, sorted = false }: SlipsProps) {
  const [stages, setStages] = useState<ReadonlyMap<string, Stage>>(new Map())
  const onStage = useCallback(
    (id: string, stage: Stage) => setStages((now) => (now.get(id) === stage ? now : new Map(now).set(id, stage))),
    [],
  )
  const order = useMemo(() => (sorted ? yourTurnFirst(requests, stages) : requests), [sorted, requests, stages])
  const firstWaiting = order.find((request) => stages.get(request.id) === "waiting_for_you")
  return (
    <Panel>
      <ul aria-label={label}>
        {order.map((request) => (
          <LiveSlip
            key={request.id}
            request={request}
            first={request === firstWaiting}
            touched={touched.has(request.id)}
            onStage={onStage}
          />
        ))}
      </ul>
    </Panel>
  )
}

export function SlipSkeletons({ count = 3 }: { count?: number }) {
  return (
    <Loading>
      <Panel>
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={at} className="grid h-[78px] grid-cols-[76px_1fr] items-center not-first:border-t not-first:border-border-soft">
            <Skeleton className="mx-auto h-6 w-9" />
            <span className="grid gap-2.5 pl-[18px]">
              <Skeleton className="h-3 w-3/5" />
              <Skeleton className="h-2.5 w-2/5" />
            </span>
          </div>
        ))}
      </Panel>
    </Loading>
  )
}
