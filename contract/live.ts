import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Id, Nullable, OneOf, Shape } from "./shapes.ts"

export const entities = [
  "ticket",
  "comment",
  "project",
  "user",
  "session",
  "invitation",
  "workflow",
  "department",
  "team",
  "category",
] as const
export type Entity = (typeof entities)[number]

/** That something changed, never what it now says: read it again through its own endpoint. */
export const Change = Shape({
  cursor: Type.String(),
  entity: OneOf(entities),
  id: Id,
  version: Nullable(Type.Integer()),
  event: Type.String(),
  fields: Type.Array(Type.String()),
  ticketId: Nullable(Id),
  projectId: Nullable(Id),
})
export type Change = Static<typeof Change>

export const listChanges = endpoint({
  id: "listChanges",
  method: "GET",
  path: "/changes",
  tag: "Live",
  access: "person",
  summary: "What the caller may know has changed since a cursor; 410 when it is too old. Without `after`: the present cursor",
  query: Shape({
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 500 })),
  }),
  returns: Shape({ data: Type.Array(Change), cursor: Type.String(), more: Type.Boolean() }),
})

export const scopePattern = "^(me|ticket:[0-9a-f-]{36}|project:[0-9a-f-]{36})$"
/** Socket.IO `subscribe` and its acknowledgement. */
export type Subscribe = { scopes: string[] }
export type Subscribed = { granted: string[]; cursor: string }
