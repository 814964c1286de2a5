// The confirmation: the number first, then what happens next. Nothing has to be done.
import { useEffect, useRef } from "react"
import { Button, buttonClass } from "../../ui/button.tsx"
import { Panel } from "../../ui/card.tsx"
import { AppLink } from "../../ui/link.tsx"
import { t } from "../../words/words.ts"
import { NextSteps } from "./next-steps.tsx"
import { requestHref } from "./slip.tsx"
import { Stub } from "./stub.tsx"

/** `ticketKey` is null when the request waits on this device for a connection. */
export function RequestSent({ ticketKey, title, onAnother }: { ticketKey: string | null; title: string; onAnother: () => void }) {
  const words = t.portal.new
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="mx-auto max-w-[640px] pt-[7vh] max-md:pt-8">
      <h1 ref={head} tabIndex={-1} className="text-26 leading-[1.2] font-strong tracking-[-0.017em] text-balance outline-none">
        {ticketKey ? words.sent(ticketKey) : words.kept}
      </h1>
      <p className="mt-2 max-w-[52ch] leading-[1.5] text-pretty text-muted">{ticketKey ? words.sent_text : words.kept_text}</p>
      {ticketKey && (
        <Panel className="mt-6 grid min-h-[92px] grid-cols-[96px_minmax(0,1fr)] items-center">
          <Stub ticketKey={ticketKey} large />
          <p className="line-clamp-3 px-[18px] py-4 font-medium wrap-anywhere">{title}</p>
        </Panel>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {ticketKey ? (
          <AppLink href={requestHref(ticketKey)} className={buttonClass({ variant: "primary", size: "big" })}>
            {words.see}
          </AppLink>
        ) : (
          <AppLink href="/portal" className={buttonClass({ variant: "primary", size: "big" })}>
            {words.to_home}
          </AppLink>
        )}
        <Button size="big" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
      {ticketKey && (
        <div className="mt-9">
          <NextSteps sent />
        </div>
      )}
    </div>
  )
}
