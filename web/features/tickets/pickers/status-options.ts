// Every status of a ticket's workflow as a choice: where it may go now first, the others greyed with the rule that forbids them.
import type { AllowedMove, ListedTicket } from "@docket/contract/tickets"
import type { GuardRole, Relation, Status, StatusCategory, Transition, Who, WorkflowGraph } from "@docket/contract/workflows"
import { t } from "../../../words/words.ts"

export type StatusChoice = {
  key: string
  name: string
  category: StatusCategory
  /** The transition's own name: "Resolve", "Put back". */
  verb: string | null
  requires: AllowedMove["requires"]
  current: boolean
  /** Why not: "after Resolved", "only a product owner". */
  refusal: string | null
}
type Moving = Pick<ListedTicket, "status" | "statusName" | "statusCategory" | "transitions" | "can">

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${t.tickets.or} ${words.at(-1)}`

const roleName = (role: GuardRole): string => t.tickets.guard.role[role]
const relationName = (relation: Relation): string => t.tickets.guard.relation[relation]

function called({ role, relation }: Who): string {
  if (role && relation) return t.tickets.guard.role_who(roleName(role), relationName(relation))
  return role ? roleName(role) : relation ? relationName(relation) : t.tickets.guard.anyone
}

/** Who may take a move, in words; null where the move is not guarded. */
function guardWords(transition: Transition): string | null {
  return transition.allow ? t.tickets.guard.only(oneOf([...new Set(transition.allow.map(called))])) : null
}

function refusal(status: Status, ticket: Moving, graph: WorkflowGraph): string {
  const listed = graph.transitions.find((move) => move.from === ticket.status && move.to === status.key)
  if (listed) return guardWords(listed) ?? t.tickets.guard.not_yours
  const before = graph.transitions.filter((move) => move.to === status.key).map((move) => move.from)
  const names = [...new Set(before)].flatMap((key) => graph.statuses.find((each) => each.key === key)?.name ?? [])
  if (names.length === 0) return t.tickets.guard.only_new
  return names.length > 2 ? t.tickets.guard.not_from(ticket.statusName) : t.tickets.guard.after(oneOf(names))
}

/** Allowed targets in the workflow's order, the present status, then what is out of reach. Without the graph only what travels with the ticket. */
export function statusChoices(ticket: Moving, graph: WorkflowGraph | null): StatusChoice[] {
  const allowed: StatusChoice[] = ticket.transitions.map((move) => ({
    key: move.to,
    name: move.statusName,
    category: move.category,
    verb: move.name,
    requires: move.requires,
    current: false,
    refusal: null,
  }))
  const present: StatusChoice = {
    key: ticket.status,
    name: ticket.statusName,
    category: ticket.statusCategory,
    verb: null,
    requires: [],
    current: true,
    refusal: null,
  }
  const rest = (graph?.statuses ?? []).filter(
    (status) => status.key !== ticket.status && !allowed.some((choice) => choice.key === status.key),
  )
  return [
    ...allowed,
    present,
    ...rest.map(
      (status): StatusChoice => ({
        key: status.key,
        name: status.name,
        category: status.category,
        verb: null,
        requires: [],
        current: false,
        refusal: graph ? refusal(status, ticket, graph) : null,
      }),
    ),
  ]
}

/** For several tickets at once: what at least one of them may do, and how many of them. */
export function sharedChoices(tickets: readonly Moving[]): (StatusChoice & { count: number })[] {
  const shared = new Map<string, StatusChoice & { count: number }>()
  for (const ticket of tickets) {
    for (const move of ticket.transitions) {
      const known = shared.get(move.to)
      if (known) {
        known.count += 1
        known.requires = [...new Set([...known.requires, ...move.requires])]
      } else {
        shared.set(move.to, {
          key: move.to,
          name: move.statusName,
          category: move.category,
          verb: move.name,
          requires: move.requires,
          current: false,
          refusal: null,
          count: 1,
        })
      }
    }
  }
  return [...shared.values()]
}
