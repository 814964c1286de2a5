// How a request stands in the requester's eyes: a step of four, one sentence, at most one thing to do. Pure.
import type { ListedTicket } from "@docket/contract/tickets"
import { calendarDays, dayText } from "../../ui/time-words.ts"
import { t } from "../../words/words.ts"
import { questionIn } from "./question.ts"

export type Stage =
  | "received"
  | "in_progress"
  | "waiting_for_you"
  | "answered"
  | "paused"
  | "checking"
  | "fixed"
  | "closed"
  | "withdrawn"
  | "stopped"

/** The newest public message, as far as it is known: who wrote it and what it says. */
export type LastWord = { mine: boolean; name: string; text: string }
export type Asked = Pick<
  ListedTicket,
  | "status"
  | "statusName"
  | "statusCategory"
  | "resolvedAt"
  | "closedAt"
  | "updatedAt"
  | "assignee"
  | "team"
  | "dueDate"
  | "reason"
  | "transitions"
>

const asksYou = /pend|user|requester|customer|caller|info|answer|evidence/i
const asksOthers = /hold|vendor|supplier|problem|change|part/i

/** Does a waiting request wait for its requester? The status' name says it, or else whoever spoke last. */
function waitsForYou({ status, statusName }: Asked, last: LastWord | null): boolean {
  const name = `${status} ${statusName}`
  if (asksOthers.test(name)) return false
  return asksYou.test(name) || (last !== null && !last.mine)
}

export function stageOf(request: Asked, last: LastWord | null): Stage {
  switch (request.statusCategory) {
    case "backlog":
    case "todo":
      return "received"
    case "active":
      // Many desks have no status for it: a question that nobody has answered waits for the requester all the same.
      return last && !last.mine && last.text.includes("?") ? "waiting_for_you" : "in_progress"
    case "waiting":
      if (!waitsForYou(request, last)) return "paused"
      return last?.mine ? "answered" : "waiting_for_you"
    case "review":
      return request.resolvedAt ? "fixed" : "checking"
    case "done":
      return "closed"
    case "cancelled":
      return /withdr|taken back/i.test(`${request.status} ${request.statusName}`) ? "withdrawn" : "stopped"
  }
}

const steps: Record<Stage, number> = {
  received: 1,
  in_progress: 2,
  waiting_for_you: 2,
  answered: 2,
  paused: 2,
  checking: 2,
  fixed: 3,
  closed: 4,
  withdrawn: 4,
  stopped: 4,
}
/** Which drawing stands for it: what waits for the person looks so whatever its status is called. */
export const pictureOf = (request: Asked, stage: Stage): ListedTicket["statusCategory"] =>
  stage === "waiting_for_you" ? "waiting" : request.statusCategory

export const allSteps = 4
export const stepOf = (stage: Stage): number => steps[stage]

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name

/** "today", "yesterday", "on 12 Nov". */
export function whenWords(at: string, now: Date): string {
  const days = calendarDays(new Date(at), now)
  if (days === 0) return t.portal.when.today
  if (days === -1) return t.portal.when.yesterday
  return t.portal.when.on(dayText(localDay(new Date(at)), now))
}

const two = (part: number): string => String(part).padStart(2, "0")
const localDay = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

export type Sentence = { lead: string | null; text: string }

/** The one human sentence. `lead` is said louder: who asks. */
export function sentenceOf(request: Asked, last: LastWord | null, now: Date): Sentence {
  const words = t.portal.sentence
  const who = request.assignee ? firstName(request.assignee.name) : null
  const plain = (text: string): Sentence => ({ lead: null, text })
  const withDue = (text: string): Sentence =>
    plain(request.dueDate ? words.with_due(text, t.portal.expected(dayText(request.dueDate, now))) : text)
  switch (stageOf(request, last)) {
    case "received":
      return withDue(who ? words.received_for(who) : request.team ? words.received_by(request.team.name) : words.received)
    case "in_progress":
      return withDue(who ? words.on_it(who) : words.someone_on_it)
    case "waiting_for_you":
      return last ? { lead: words.asks(firstName(last.name)), text: questionIn(last.text) } : plain(words.needs_answer)
    case "answered":
      return plain(who ? words.answered(who) : words.answered_someone)
    case "paused":
      return plain(who ? words.paused_by(who) : words.paused)
    case "checking":
      return plain(words.checking)
    case "fixed": {
      const when = whenWords(request.resolvedAt ?? request.updatedAt, now)
      return plain(who ? words.fixed_by(who, when) : words.fixed(when))
    }
    case "closed":
      return plain(words.closed(whenWords(request.closedAt ?? request.updatedAt, now)))
    case "withdrawn":
      return plain(words.withdrawn(whenWords(request.closedAt ?? request.updatedAt, now)))
    case "stopped":
      return plain(request.reason ? words.stopped_why(request.reason) : words.stopped)
  }
}

export type Action = { kind: "answer" } | { kind: "works"; to: string } | { kind: "reopen" }

/** What the requester does next; null: nothing, somebody else does. */
export function actionOf(request: Asked, last: LastWord | null): Action | null {
  const stage = stageOf(request, last)
  const leads = (...categories: ListedTicket["statusCategory"][]) => request.transitions.find((move) => categories.includes(move.category))
  if (stage === "waiting_for_you") return { kind: "answer" }
  if (stage === "fixed") {
    const to = leads("done")
    return to && to.requires.length === 0 ? { kind: "works", to: to.to } : null
  }
  return stage === "closed" && leads("todo", "active", "waiting") ? { kind: "reopen" } : null
}

const turn: Partial<Record<Stage, number>> = { waiting_for_you: 0, fixed: 1 }

/** What waits for the person comes first, then what moved last. `stages`: where more is known than the request itself tells. */
export function yourTurnFirst<T extends Asked & { id: string }>(
  requests: readonly T[],
  stages: ReadonlyMap<string, Stage> = new Map(),
): T[] {
  const rank = (request: T) => turn[stages.get(request.id) ?? stageOf(request, null)] ?? 2
  return [...requests].sort((a, b) => rank(a) - rank(b) || (a.updatedAt < b.updatedAt ? 1 : -1))
}
