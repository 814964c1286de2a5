// One request in its requester's eyes: where it stands, what was said, what to do next. No field that only staff need.
import type { Ticket } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { useEffect, useMemo, useRef, useState } from "react"
import { Button } from "../../ui/button.tsx"
import { Panel } from "../../ui/card.tsx"
import { Icon } from "../../ui/icon.tsx"
import { AppLink } from "../../ui/link.tsx"
import { useMinute } from "../../ui/minute-clock.ts"
import { StatusIcon } from "../../ui/state-icons.tsx"
import { t } from "../../words/words.ts"
import { AnswerBox } from "./answer-box.tsx"
import { Conversation } from "./conversation.tsx"
import { RequestFacts } from "./request-facts.tsx"
import { actionOf, firstName, type LastWord, pictureOf, type Stage, sentenceOf, stageOf, whenWords } from "./request-state.ts"
import { confirmFixed } from "./slips.tsx"
import { StepLine } from "./step-bar.tsx"
import { storyOf } from "./story.ts"
import { Stub } from "./stub.tsx"
import { WithdrawDialog } from "./withdraw-dialog.tsx"

export type RequestViewProps = {
  ticket: Ticket
  /** The conversation is still on its way. */
  partial: boolean
  graph: WorkflowGraph | null
  me: string
  last: LastWord | null
  /** The person came here to answer. */
  answering: boolean
}

export function RequestView({ ticket, partial, graph, me, last, answering }: RequestViewProps) {
  const words = t.portal.request
  const now = useMinute()
  const [focus, setFocus] = useState(0)
  const [withdrawing, setWithdrawing] = useState(false)
  const came = useRef(false)
  useEffect(() => {
    if (!answering || partial || came.current) return
    came.current = true
    setFocus(1)
  }, [answering, partial])
  const story = useMemo(() => storyOf(ticket, graph, me), [ticket, graph, me])
  const stage = stageOf(ticket, last)
  const action = actionOf(ticket, last)
  const { lead, text } = sentenceOf(ticket, last, now)
  const who = ticket.assignee ? firstName(ticket.assignee.name) : null
  const hint = hintOf(stage, who)
  const answer = () => setFocus((at) => at + 1)
  return (
    <div className="pt-[18px] max-md:pt-2">
      <AppLink
        href="/portal/requests"
        className="-ml-1 inline-flex h-8 items-center gap-1.5 rounded-sm px-1 text-14 text-muted hover:text-text max-md:h-touch"
      >
        <Icon name="left" size={14} />
        {words.back}
      </AppLink>
      <Panel className="mt-1 grid min-h-[124px] grid-cols-[96px_minmax(0,1fr)] max-md:grid-cols-[68px_minmax(0,1fr)]">
        <Stub ticketKey={ticket.key} large tinted={stage === "waiting_for_you"} />
        <div className="min-w-0 px-6 py-5 max-md:px-4 max-md:py-4">
          <h1 className="text-26 leading-[1.2] font-strong tracking-[-0.017em] text-balance wrap-anywhere max-md:text-20">
            {ticket.title}
          </h1>
          <p className="mt-2 mb-4 flex items-start gap-2 text-muted">
            <StatusIcon category={pictureOf(ticket, stage)} decorative className="mt-1" />
            <span className="min-w-0">
              {lead && <b className="font-medium text-text">{lead} </b>}
              {text}
            </span>
          </p>
          <StepLine stage={stage} />
        </div>
      </Panel>
      <div className="mt-8 grid items-start gap-10 wide:grid-cols-[minmax(0,1fr)_260px]">
        <div className="flex min-w-0 flex-col gap-7">
          <Conversation ticket={ticket} story={story} me={me} />
          {action?.kind === "works" && (
            <Panel className="flex flex-wrap items-center gap-x-6 gap-y-3 bg-accent-tint! p-5">
              <div className="min-w-[220px] flex-1">
                <h2 className="text-17 font-strong">{words.fixed_question}</h2>
                <p className="mt-0.5 text-14 text-muted">
                  {who
                    ? words.fixed_text(who, whenWords(ticket.resolvedAt ?? ticket.updatedAt, now))
                    : words.fixed_text_plain(whenWords(ticket.resolvedAt ?? ticket.updatedAt, now))}
                </p>
              </div>
              <div className="flex gap-2">
                <Button variant="primary" size="big" icon="check" onClick={() => confirmFixed(ticket, action.to)}>
                  {t.portal.action.works}
                </Button>
                <Button size="big" onClick={answer}>
                  {t.portal.action.not_yet}
                </Button>
              </div>
            </Panel>
          )}
          {ticket.can.includes("comment") && !partial && (
            <AnswerBox
              ticketId={ticket.id}
              personId={me}
              label={stage === "waiting_for_you" ? words.answer : words.add}
              hint={hint}
              primary={stage === "waiting_for_you"}
              focus={focus}
            />
          )}
        </div>
        <RequestFacts request={ticket}>
          {ticket.can.includes("withdraw") && (
            <Button size="form" icon="undo" onClick={() => setWithdrawing(true)}>
              {t.portal.action.withdraw}
            </Button>
          )}
        </RequestFacts>
      </div>
      <WithdrawDialog ticketId={ticket.id} open={withdrawing} onOpenChange={setWithdrawing} />
    </div>
  )
}

function hintOf(stage: Stage, who: string | null): string {
  const words = t.portal.request
  if (stage === "fixed") return words.hint_fixed
  if (stage === "closed") return words.hint_closed
  if (stage === "withdrawn" || stage === "stopped") return words.hint_ended
  return who ? words.hint(who) : words.hint_plain
}
