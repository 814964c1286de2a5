import { Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Id, ListOf, Name, Nullable, OneIdOrKey, OneOf, paging, Shape, Timestamp } from "./shapes.ts"
import { ChangedTicket, HistoryEntry, ListedTicket, Markdown, NewTicket, Ticket, TicketChanges, TicketQuery } from "./ticket-shapes.ts"
import { StatusKey, statusCategories } from "./workflows.ts"

export * from "./ticket-conversation.ts"
export * from "./ticket-events.ts"
export * from "./ticket-relations.ts"
export * from "./ticket-shapes.ts"
export * from "./tickets-of-type.ts"

const tag = "Tickets"
const ticket = { tag, access: "person", params: OneIdOrKey } as const

export const listTickets = endpoint({
  id: "listTickets",
  method: "GET",
  path: "/tickets",
  tag,
  access: "person",
  summary: "List the tickets that the caller may see",
  query: TicketQuery,
  returns: ListOf(ListedTicket),
})
export const listMyTickets = endpoint({
  id: "listMyTickets",
  method: "GET",
  path: "/tickets/my",
  tag,
  access: "person",
  summary: "List the tickets that the caller reported or is assigned to",
  query: TicketQuery,
  returns: ListOf(ListedTicket),
})
export const createTicket = endpoint({
  id: "createTicket",
  method: "POST",
  path: "/tickets",
  tag,
  access: "person",
  summary: "Raise a ticket",
  body: NewTicket,
  returns: ChangedTicket,
  status: 201,
  idempotent: true,
})
export const getTicket = endpoint({
  ...ticket,
  id: "getTicket",
  method: "GET",
  path: "/tickets/:id",
  also: [{ path: "/tickets/key/:id" }],
  summary: "Read a ticket with comments and timeline",
  returns: Ticket,
})
export const updateTicket = endpoint({
  ...ticket,
  id: "updateTicket",
  method: "PATCH",
  path: "/tickets/:id",
  also: [{ method: "PUT" }],
  summary: "Change fields; `status` moves the ticket along its workflow",
  body: TicketChanges,
  returns: ChangedTicket,
  idempotent: true,
})
export const deleteTicket = endpoint({
  ...ticket,
  id: "deleteTicket",
  method: "DELETE",
  path: "/tickets/:id",
  summary: "Delete a ticket; it can be restored for 30 days",
})
export const restoreTicket = endpoint({
  ...ticket,
  access: "tickets.delete",
  id: "restoreTicket",
  method: "POST",
  path: "/tickets/:id/restore",
  summary: "Bring a deleted ticket back",
  returns: ChangedTicket,
})
export const getTicketHistory = endpoint({
  ...ticket,
  id: "getTicketHistory",
  method: "GET",
  path: "/tickets/:id/history",
  summary: "The ticket's changes, field by field, oldest first",
  query: Shape({ ...paging }),
  returns: ListOf(HistoryEntry),
})
export const claimTicket = endpoint({
  ...ticket,
  id: "claimTicket",
  method: "POST",
  path: "/tickets/:id/claim",
  summary: "Take an unassigned open ticket",
  returns: ChangedTicket,
  idempotent: true,
})
export const withdrawTicket = endpoint({
  ...ticket,
  id: "withdrawTicket",
  method: "POST",
  path: "/tickets/:id/withdraw",
  summary: "Take one's own request back while nobody has started on it",
  body: Shape({ reason: Name(2000) }),
  returns: ChangedTicket,
  idempotent: true,
})
export const assignTicket = endpoint({
  ...ticket,
  id: "assignTicket",
  method: "POST",
  path: "/tickets/:id/assign",
  summary: "Set who works on the ticket",
  body: Shape({ assigneeIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }), note: Type.Optional(Name(2000)) }),
  returns: ChangedTicket,
  idempotent: true,
})
export const transferTicket = endpoint({
  ...ticket,
  id: "transferTicket",
  method: "POST",
  path: "/tickets/:id/transfer",
  summary: "Hand the ticket to another person or team, with a reason",
  body: Shape({ assigneeId: Type.Optional(Nullable(Id)), teamId: Type.Optional(Nullable(Id)), reason: Name(2000) }),
  returns: ChangedTicket,
  idempotent: true,
})
export const checkDuplicate = endpoint({
  id: "checkDuplicate",
  method: "POST",
  path: "/tickets/check-duplicate",
  tag,
  access: "person",
  summary: "Find open tickets like this one among those that the caller may see",
  body: Shape({ title: Type.String({ maxLength: 500 }), description: Type.Optional(Markdown(50000)) }),
  returns: Shape({
    exists: Type.Boolean(),
    ticket: Type.Optional(Shape({ id: Id, key: Type.String(), title: Type.String(), status: StatusKey, createdAt: Timestamp })),
    candidates: Type.Array(
      Shape({
        id: Id,
        key: Type.String(),
        title: Type.String(),
        status: StatusKey,
        statusName: Type.String(),
        statusCategory: OneOf(statusCategories),
        similarity: Type.Number(),
        createdAt: Timestamp,
      }),
    ),
  }),
})
