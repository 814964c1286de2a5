import { endpoint } from "./endpoint.ts"
import { ListOf, OneIdOrKey, Shape } from "./shapes.ts"
import { ChangedTicket, ListedTicket, NewTicket, Ticket, TicketChanges, TicketQuery } from "./ticket-shapes.ts"

/** `/tasks`, `/stories` and `/epics` are tickets of one type: the same shapes. */
const typedEndpoints = <T extends "task" | "story" | "epic">(type: T, plural: string) => {
  const name = type[0]!.toUpperCase() + type.slice(1)
  const tag = "Tasks, stories, epics"
  const { type: _, ...rest } = NewTicket.properties
  const one = { tag, access: "person", params: OneIdOrKey } as const
  return {
    list: endpoint({
      id: `list${name}s`,
      method: "GET",
      path: `/${plural}`,
      tag,
      access: "person",
      summary: `List ${plural}`,
      query: TicketQuery,
      returns: ListOf(ListedTicket),
    }),
    create: endpoint({
      id: `create${name}`,
      method: "POST",
      path: `/${plural}`,
      tag,
      access: "person",
      summary: `Create a ${type}`,
      body: Shape(rest),
      returns: ChangedTicket,
      status: 201,
      idempotent: true,
    }),
    get: endpoint({ ...one, id: `get${name}`, method: "GET", path: `/${plural}/:id`, summary: `Read a ${type}`, returns: Ticket }),
    update: endpoint({
      ...one,
      id: `update${name}`,
      method: "PATCH",
      path: `/${plural}/:id`,
      also: [{ method: "PUT" }],
      summary: `Change a ${type}`,
      body: TicketChanges,
      returns: ChangedTicket,
      idempotent: true,
    }),
    remove: endpoint({ ...one, id: `delete${name}`, method: "DELETE", path: `/${plural}/:id`, summary: `Delete a ${type}` }),
  }
}
export const typed = {
  task: typedEndpoints("task", "tasks"),
  story: typedEndpoints("story", "stories"),
  epic: typedEndpoints("epic", "epics"),
}
