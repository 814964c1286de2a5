import { Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Id, IdOrKey, OneIdOrKey, OneOf, Shape } from "./shapes.ts"
import { ChangedTicket, linkKinds, TicketLink } from "./ticket-shapes.ts"

const tag = "Tickets"
const ticket = { tag, access: "person", params: OneIdOrKey } as const

export const watchTicket = endpoint({
  ...ticket,
  id: "watchTicket",
  method: "POST",
  path: "/tickets/:id/watchers",
  summary: "Watch a ticket, or let a person watch it",
  body: Shape({ userId: Type.Optional(Id) }),
  returns: ChangedTicket,
})
export const unwatchTicket = endpoint({
  ...ticket,
  params: Shape({ id: IdOrKey, userId: Type.String({ pattern: "^(me|[0-9a-f-]{36})$" }) }),
  id: "unwatchTicket",
  method: "DELETE",
  path: "/tickets/:id/watchers/:userId",
  summary: "Stop watching",
})
export const addLink = endpoint({
  ...ticket,
  id: "addLink",
  method: "POST",
  path: "/tickets/:id/links",
  summary: "Relate two tickets",
  body: Shape({ kind: OneOf(linkKinds), ticketId: IdOrKey }),
  returns: TicketLink,
  status: 201,
})
export const removeLink = endpoint({
  ...ticket,
  params: Shape({ id: IdOrKey, linkId: Id }),
  id: "removeLink",
  method: "DELETE",
  path: "/tickets/:id/links/:linkId",
  summary: "Take a relation away",
})
export const listLabels = endpoint({
  id: "listLabels",
  method: "GET",
  path: "/labels",
  tag,
  access: "person",
  summary: "Labels in use on the tickets that the caller may see",
  query: Shape({ project: Type.Optional(IdOrKey), q: Type.Optional(Type.String({ maxLength: 50 })) }),
  returns: Shape({ data: Type.Array(Shape({ name: Type.String() })) }),
})
