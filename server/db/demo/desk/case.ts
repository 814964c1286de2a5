/** What people bring to a desk, as a play with its parts left open: it can be cast with many people, places and days. */
import type { LinkKind, Priority, TicketType } from "@docket/contract/tickets"
import type { CategoryPath } from "../company/categories.ts"
import type { DepartmentKey } from "../company/departments.ts"
import type { Handle, Site } from "../company/people.ts"
import type { Changed } from "../deeds.ts"

/**
 * One line of the conversation. The letter says who speaks: `A` the agent and `R` the requester in public, `N` the agent and `C` a colleague in
 * an internal note, `P` the colleague in public. `~ 6` lets six hours of office time go by. Words in braces are filled in: see slots.ts.
 */
export type Line = `${"A" | "R" | "N" | "C" | "P"}: ${string}` | `~ ${number}`

export type Case = {
  title: string
  type: TicketType
  category: CategoryPath
  priority: Priority
  /** What the requester wrote; one of them where there are several. */
  text: string | readonly string[]
  talk: readonly Line[]
  /** How it was resolved. */
  fix: string
  code?: string
  labels?: readonly string[]
  /** Whose problem this can be; without, anyone's. */
  from?: readonly DepartmentKey[]
  site?: Site
  /** It has to be done by the day that the text calls {soon}. */
  due?: true
  /** How often it comes, 1 being now and then. */
  often?: number
  /** Comes once only: a story that would be odd twice. */
  once?: true
  /** Said by the requester after it was resolved; so it is reopened, and the agent answers. */
  back?: { says: string; talk: readonly Line[]; fix: string }
  /** Taken back by the requester before anyone has started, for this reason. */
  withdrawn?: string
  /** Turned down by the desk for this reason, where its workflow can. */
  rejected?: string
}

/** A case that is under way now, with the people who are in it. Everything in `talk` has been said. */
export type Present = Omit<Case, "fix" | "often" | "once" | "back" | "withdrawn" | "rejected" | "from" | "site" | "due"> & {
  /** Others refer to it by this. */
  name?: string
  by: Handle
  agent?: Handle
  colleague?: Handle
  /** Minutes of office time ago; with `night`, minutes of any time. */
  ago: number
  night?: true
  until: "raised" | "claimed" | "resolved"
  fix?: string
  /** Where the agent has left it, if the desk has more than taken and resolved. */
  ends?: Changed
  watchers?: readonly Handle[]
  /** To others that were raised earlier. */
  links?: readonly { kind: LinkKind; to: string }[]
}
