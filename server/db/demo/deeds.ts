/** What people do to tickets, as data: the demo company's past is planned as a list of these and then replayed through the real actions. */
import type { LinkKind, Priority, TicketType } from "@docket/contract/tickets"
import type { CategoryPath } from "./company/categories.ts"
import type { Handle } from "./company/people.ts"
import type { ProjectKey } from "./company/projects.ts"

export type Raised = {
  project: ProjectKey
  type: TicketType
  title: string
  description?: string
  priority?: Priority
  category?: CategoryPath
  labels?: readonly string[]
  /** Ticket key. */
  parent?: string
  estimate?: number
  due?: string
  assignees?: readonly Handle[]
}

export type Changed = {
  status?: string
  note?: string
  resolution?: string
  resolutionCode?: string
  reason?: string
  priority?: Priority
  progress?: number
}

export type Deed =
  | { raise: Raised }
  | { claim: true }
  | { say: string; internal?: boolean }
  | { change: Changed }
  | { withdraw: string }
  | { assign: readonly Handle[]; note?: string }
  | { transfer: Handle; reason: string }
  | { link: LinkKind; to: string }
  | { watch: Handle }

/** Docket itself closes what stays resolved. */
export type Doer = Handle | "docket"
/** `at` is in milliseconds; `key` is the ticket's key, which the plan knows because keys are counted. */
export type Step = { at: number; by: Doer; key: string; deed: Deed }
