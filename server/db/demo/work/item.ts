/** Work of a project as data: epics with stories, stories with tasks, and when each of them moved. */
import type { Priority, TicketType } from "@docket/contract/tickets"
import type { Handle } from "../company/people.ts"
import type { ProjectKey } from "../company/projects.ts"

export type Item = {
  /** Others refer to it by its title. */
  title: string
  type?: TicketType
  text?: string
  points?: number
  priority?: Priority
  by?: Handle
  who?: Handle
  /** Working days ago: raised, begun, sent to review (where there is one), finished. As many as have happened. */
  days: readonly [made: number, begun?: number, sent?: number, done?: number]
  /** Days from today until it is due. */
  due?: number
  labels?: readonly string[]
  progress?: number
  /** "user: text", in the order in which it was said. */
  talk?: readonly `${Handle}: ${string}`[]
  /** What the product owner said when it came back once. */
  rejected?: string
  /** Why it stands still, where the workflow has such a status. */
  blocked?: string
  /** Titles of what has to be done first, in any project. */
  needs?: readonly string[]
  below?: readonly Item[]
}

export type Plan = {
  project: ProjectKey
  /** Accepts in a workflow with review; raises what names nobody else. */
  owner: Handle
  review: boolean
  items: readonly Item[]
}
