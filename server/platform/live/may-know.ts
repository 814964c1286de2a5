import type { Principal } from "#platform/context"
import type { LoggedEvent } from "#platform/event-log"

type Known = Pick<LoggedEvent, "entity" | "entity_id" | "ticket_id" | "project_id" | "audience" | "internal">

/** May this person learn that this happened? The same answer for sockets, catching up and audit: there is one gate. */
export function mayKnow(actor: Principal, event: Known): boolean {
  if (actor.kind !== "user" || actor.scopes !== null) return false
  switch (event.entity) {
    case "workflow":
    case "department":
    case "team":
    case "category":
      return true
    case "user":
      return event.entity_id === actor.id || actor.permissions.has("users.manage")
    case "invitation":
      return actor.permissions.has("users.manage")
    case "session":
      return event.audience.includes(actor.id)
    default:
      if (actor.seesAll) return true
      if (event.internal && !(event.project_id !== null && actor.staffProjects.has(event.project_id))) return false
      return event.audience.some((id) => actor.grantSet.has(id))
  }
}
