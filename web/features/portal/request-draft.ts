// A request that is being written, kept on this device until it is sent, and what it means for the server. Pure but for the storage handed in.
import type { NewTicket, TicketType } from "@docket/contract/tickets"
import { keepDraft, readDraft } from "../tickets/conversation/drafts.ts"

export const kinds = ["incident", "request", "support"] as const satisfies readonly TicketType[]
type Kind = (typeof kinds)[number]
export const urgencies = ["little", "slows", "stops", "many"] as const
type Urgency = (typeof urgencies)[number]

export type RequestDraft = { desk: string | null; kind: Kind; title: string; text: string; category: string | null; urgency: Urgency }
export const emptyDraft: RequestDraft = { desk: null, kind: "incident", title: "", text: "", category: null, urgency: "slows" }

const place = (personId: string): string => `docket.draft:${personId}:portal:request`
type Store = Parameters<typeof readDraft>[1]

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T => known.find((each) => each === value) ?? otherwise
const text = (value: unknown): string => (typeof value === "string" ? value : "")

export function readRequestDraft(personId: string, store?: Store): RequestDraft {
  try {
    const kept = JSON.parse(readDraft(place(personId), store)) as Partial<Record<keyof RequestDraft, unknown>>
    return {
      desk: text(kept.desk) || null,
      kind: oneOf(kinds, kept.kind, emptyDraft.kind),
      title: text(kept.title),
      text: text(kept.text),
      category: text(kept.category) || null,
      urgency: oneOf(urgencies, kept.urgency, emptyDraft.urgency),
    }
  } catch {
    return emptyDraft
  }
}

/** Nothing written: nothing kept. */
export function keepRequestDraft(personId: string, draft: RequestDraft, store?: Store): void {
  keepDraft(place(personId), draft.title.trim() || draft.text.trim() ? JSON.stringify(draft) : "", store)
}

/** Impact and urgency, from which the desk's priority follows: low, medium, high, critical. */
const weight: Record<Urgency, Pick<NewTicket, "impact" | "urgency">> = {
  little: { impact: "low", urgency: "low" },
  slows: { impact: "medium", urgency: "medium" },
  stops: { impact: "medium", urgency: "high" },
  many: { impact: "high", urgency: "high" },
}

export function newTicketOf(draft: RequestDraft): NewTicket {
  return {
    title: draft.title.trim(),
    description: draft.text.trim(),
    type: draft.kind,
    ...weight[draft.urgency],
    ...(draft.desk ? { projectId: draft.desk } : {}),
    ...(draft.category ? { categoryId: draft.category } : {}),
  }
}
