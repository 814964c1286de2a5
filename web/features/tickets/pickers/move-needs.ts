// What has to be said before a move: what its transition requires, and the reason to finish in spite of an open blocker.
import type { ListedTicket } from "@docket/contract/tickets"
import type { Requirable } from "@docket/contract/workflows"
import type { StatusChoice } from "./status-options.ts"

export type Need = Requirable | "override"
export type Given = Partial<Record<Need, string>>

export function needsOf(
  choice: Pick<StatusChoice, "requires" | "category">,
  tickets: readonly Pick<ListedTicket, "blocked">[],
  blockers: "refuse" | "warn",
): Need[] {
  const blocked = choice.category === "done" && blockers === "refuse" && tickets.some((ticket) => ticket.blocked)
  return blocked ? [...choice.requires, "override"] : [...choice.requires]
}

export const missing = (needs: readonly Need[], given: Given): Need[] => needs.filter((need) => !given[need]?.trim())
