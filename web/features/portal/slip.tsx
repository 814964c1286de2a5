// A request as a slip: stub, tear, title with the one sentence, the one action, how far it is.
import type { ListedTicket } from "@docket/contract/tickets"
import { Button, buttonClass } from "../../ui/button.tsx"
import { cx } from "../../ui/cx.ts"
import { AppLink } from "../../ui/link.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { actionOf, type LastWord, pictureOf, sentenceOf, stageOf } from "./request-state.ts"
import { StepBar } from "./step-bar.tsx"
import { Stub } from "./stub.tsx"

export const requestHref = (key: string, answer = false): string => `/portal/requests/${key}${answer ? "?answer=1" : ""}`

export type SlipProps = {
  request: ListedTicket
  last: LastWord | null
  /** The first one that waits has the filled button. */
  first?: boolean
  touched?: boolean
  onWorks: (request: ListedTicket, to: string) => void
}

export function Slip({ request, last, first = false, touched = false, onWorks }: SlipProps) {
  const now = useMinute()
  const stage = stageOf(request, last)
  const { lead, text } = sentenceOf(request, last, now)
  const action = actionOf(request, last)
  const yours = stage === "waiting_for_you"
  const words = t.portal.action
  return (
    <li
      className={cx(
        "relative grid min-h-[78px] grid-cols-[76px_minmax(0,1fr)_auto] items-center not-first:border-t not-first:border-border-soft first:rounded-t-lg last:rounded-b-lg hover:bg-hover",
        "max-md:grid-cols-[64px_minmax(0,1fr)]",
        yours && "bg-accent-tint hover:bg-accent-tint",
        touched && "animate-touched",
      )}
    >
      <span className="h-full max-md:row-span-2">
        <Stub ticketKey={request.key} tinted={yours} />
      </span>
      <div className="min-w-0 py-3 pr-4 pl-[18px] max-md:pb-0 max-md:pl-4">
        <AppLink
          href={requestHref(request.key)}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-lg focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus max-md:line-clamp-2 max-md:whitespace-normal"
        >
          {request.title}
        </AppLink>
        <p className="mt-0.5 flex min-w-0 items-start gap-[7px] text-14 text-muted">
          <StatusIcon category={pictureOf(request, stage)} decorative className="mt-[2px]" />
          <span className={cx("min-w-0", lead ? "line-clamp-2" : "truncate max-md:line-clamp-2 max-md:whitespace-normal")}>
            {lead && <b className="font-medium text-text">{lead} </b>}
            {text}
          </span>
        </p>
      </div>
      <div className="flex items-center justify-end gap-[18px] py-3 pr-5 max-md:flex-row-reverse max-md:justify-between max-md:pt-2.5 max-md:pl-4">
        {action?.kind === "answer" && (
          <AppLink
            href={requestHref(request.key, true)}
            aria-label={words.answer_to(request.key)}
            className={cx(buttonClass({ variant: first ? "primary" : "default", size: "form" }), "relative z-1 text-14! max-md:h-touch")}
          >
            {words.answer}
          </AppLink>
        )}
        {action?.kind === "works" && (
          <Button
            size="form"
            icon="check"
            aria-label={words.works_of(request.key)}
            className="relative z-1 text-14! max-md:h-touch"
            onClick={() => onWorks(request, action.to)}
          >
            {words.works}
          </Button>
        )}
        {action?.kind === "reopen" && (
          <AppLink
            href={requestHref(request.key, true)}
            aria-label={words.reopen_of(request.key)}
            className={cx(buttonClass({ size: "form" }), "relative z-1 text-14! max-md:h-touch")}
          >
            {words.reopen}
          </AppLink>
        )}
        <StepBar stage={stage} />
      </div>
    </li>
  )
}
