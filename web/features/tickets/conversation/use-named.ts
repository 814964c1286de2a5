// The names behind the ids and keys in a ticket's history.
import type { Ticket } from "@docket/contract/tickets"
import { useMemo } from "react"
import { useCategories, useDepartments, useTeams, useWorkflow } from "../../../live/hooks.ts"
import { useMinute } from "../../../ui/minute-clock.ts"
import { useNames } from "../names.ts"
import type { Named } from "./changed-fields.ts"

const peopleFields = new Set(["assignees", "ownerId"])

/** Everyone whom the ticket itself names. */
function known(ticket: Ticket): Map<string, string> {
  const refs = [
    ticket.reporter,
    ticket.owner,
    ...ticket.assignees,
    ...ticket.watchers,
    ...ticket.comments.map((comment) => comment.author),
    ...ticket.timeline.map((item) => item.event?.actor ?? null),
  ]
  return new Map(refs.flatMap((ref) => (ref ? [[ref.id, ref.name] as const] : [])))
}

function namedInHistory(ticket: Ticket): string[] {
  return ticket.timeline.flatMap((item) =>
    (item.event?.changes ?? [])
      .filter((change) => peopleFields.has(change.field))
      .flatMap((change) => [change.old, change.new].flat())
      .filter((id): id is string => typeof id === "string"),
  )
}

export function useNamed(ticket: Ticket): Named {
  const people = useMemo(() => known(ticket), [ticket])
  const strangers = useMemo(() => namedInHistory(ticket).filter((id) => !people.has(id)), [ticket, people])
  const names = useNames(strangers)
  const graph = useWorkflow(ticket.workflowVersionId)
  const categories = useCategories()
  const teams = useTeams()
  const departments = useDepartments()
  const now = useMinute()
  return useMemo(() => {
    const statuses = new Map(graph?.statuses.map((status) => [status.key, { name: status.name, category: status.category }]))
    const nameIn = (list: readonly { id: string; name: string }[]) => (id: string) => list.find((each) => each.id === id)?.name ?? null
    return {
      person: (id) => people.get(id) ?? names(id),
      status: (key) => statuses.get(key) ?? (key === ticket.status ? { name: ticket.statusName, category: ticket.statusCategory } : null),
      category: nameIn(categories),
      team: nameIn(teams),
      department: nameIn(departments),
      link: (key) => {
        const link = ticket.links.find((each) => each.ticket.key === key)
        return link ? { kind: link.kind, title: link.ticket.title } : null
      },
      now,
    }
  }, [people, names, graph, categories, teams, departments, now, ticket.links, ticket.status, ticket.statusName, ticket.statusCategory])
}
