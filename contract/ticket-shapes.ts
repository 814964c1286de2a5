import { type Static, type TSchema, Type } from "typebox"
import { AnyOf, Day, Id, IdOrKey, Name, Nullable, OneOf, paging, Ref, Shape, Timestamp } from "./shapes.ts"
import { requirable, StatusKey, statusCategories } from "./workflows.ts"

export const ticketTypes = ["incident", "request", "bug", "feature", "support", "task", "story", "epic", "other"] as const
export type TicketType = (typeof ticketTypes)[number]
export const priorities = ["low", "medium", "high", "critical"] as const
export type Priority = (typeof priorities)[number]
export const sources = ["web", "api", "email", "chat", "import", "github"] as const
export type Source = (typeof sources)[number]
export const linkKinds = ["blocks", "blocked_by", "relates", "duplicates", "duplicated_by", "causes", "caused_by"] as const
export type LinkKind = (typeof linkKinds)[number]
export const visibilities = ["public", "internal"] as const
export type Visibility = (typeof visibilities)[number]
/** What a caller may do with a ticket; travels with it as `can`. */
export const ticketActions = [
  "edit",
  "move",
  "comment",
  "note",
  "assign",
  "claim",
  "transfer",
  "withdraw",
  "watch",
  "link",
  "editPlan",
  "delete",
] as const
export type TicketAction = (typeof ticketActions)[number]

/** `urgent` is accepted everywhere as a synonym of `critical`. */
export const PriorityIn = OneOf([...priorities, "urgent"] as const)
export const TicketTypeIn = OneOf(ticketTypes)
export const Title = Name(500)
export const Markdown = (maxLength: number) => Type.String({ maxLength, description: "Markdown" })
export const Label = Type.String({ minLength: 1, maxLength: 50, pattern: "^[^\\s,][^,]*$" })
const Labels = Type.Array(Label, { maxItems: 50, uniqueItems: true })
const CustomFields = Type.Record(
  Type.String({ pattern: "^[a-zA-Z][a-zA-Z0-9_]{0,49}$" }),
  Nullable(
    Type.Unsafe<string | number | boolean>({ anyOf: [{ type: "string", maxLength: 2000 }, { type: "number" }, { type: "boolean" }] }),
  ),
  { maxProperties: 50, additionalProperties: false },
)

export const AllowedMove = Shape({
  to: StatusKey,
  name: Type.String(),
  statusName: Type.String(),
  category: OneOf(statusCategories),
  requires: Type.Array(OneOf(requirable)),
})
export type AllowedMove = Static<typeof AllowedMove>

const listed = {
  id: Id,
  key: Type.String(),
  version: Type.Integer(),
  project: Shape({ id: Id, key: Type.String(), name: Type.String() }),
  type: OneOf(ticketTypes),
  title: Type.String(),
  status: StatusKey,
  statusName: Type.String(),
  statusCategory: OneOf(statusCategories),
  workflowVersionId: Id,
  priority: OneOf(priorities),
  impact: Nullable(OneOf(["low", "medium", "high"] as const)),
  urgency: Nullable(OneOf(["low", "medium", "high"] as const)),
  category: Nullable(Ref),
  subcategory: Nullable(Ref),
  department: Nullable(Ref),
  team: Nullable(Ref),
  reporter: Ref,
  owner: Nullable(Ref),
  assignee: Nullable(Ref),
  assignees: Type.Array(Ref),
  parent: Nullable(Shape({ id: Id, key: Type.String(), title: Type.String() })),
  labels: Type.Array(Type.String()),
  startDate: Nullable(Day),
  dueDate: Nullable(Day),
  estimate: Nullable(Type.Number()),
  progress: Type.Integer(),
  resolution: Nullable(Type.String()),
  resolutionCode: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  customFields: Type.Record(Type.String(), Type.Unknown()),
  source: OneOf(sources),
  externalRef: Nullable(Type.String()),
  rank: Type.String({ description: "manual order on boards: compare as text" }),
  sla: Type.Record(Type.String(), Type.Unknown(), { description: "empty until a policy applies" }),
  blocked: Type.Boolean({ description: "an open blocker stands" }),
  commentCount: Type.Integer({ description: "comments that the caller may read" }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  firstResponseAt: Nullable(Timestamp),
  resolvedAt: Nullable(Timestamp),
  closedAt: Nullable(Timestamp),
  can: Type.Array(OneOf(ticketActions)),
  transitions: Type.Array(AllowedMove),
}
/** A ticket as lists carry it: without description, conversation and timeline. */
export const ListedTicket = Shape(listed)
export type ListedTicket = Static<typeof ListedTicket>

export const Comment = Shape({
  id: Id,
  ticketId: Id,
  author: Ref,
  parentId: Nullable(Id),
  body: Markdown(50000),
  visibility: OneOf(visibilities),
  mentions: Type.Array(Ref),
  reactions: Type.Array(Shape({ emoji: Type.String(), people: Type.Array(Ref) })),
  edited: Type.Boolean(),
  removed: Type.Boolean({ description: "the text is gone, its place in the conversation stays" }),
  createdAt: Timestamp,
  editedAt: Nullable(Timestamp),
  can: Type.Array(OneOf(["edit", "remove"] as const)),
})
export type Comment = Static<typeof Comment>

/** One change of one field. `old` and `new` are keys and ids, never display names. */
export const HistoryEntry = Shape({
  id: Type.String(),
  at: Timestamp,
  actor: Nullable(Ref),
  action: Type.String(),
  field: Nullable(Type.String()),
  old: Type.Unknown(),
  new: Type.Unknown(),
  note: Nullable(Type.String()),
  imported: Type.Boolean(),
})
export type HistoryEntry = Static<typeof HistoryEntry>

export const TimelineItem = Shape({
  kind: OneOf(["comment", "event"] as const),
  at: Timestamp,
  comment: Type.Optional(Comment),
  event: Type.Optional(
    Shape({
      id: Type.String(),
      name: Type.String(),
      actor: Nullable(Ref),
      sentence: Type.String(),
      changes: Type.Array(Shape({ field: Type.String(), old: Type.Unknown(), new: Type.Unknown() })),
      note: Nullable(Type.String()),
      imported: Type.Boolean(),
    }),
  ),
})
export type TimelineItem = Static<typeof TimelineItem>

export const TicketLink = Shape({
  id: Id,
  kind: OneOf(linkKinds),
  ticket: Shape({
    id: Id,
    key: Type.String(),
    title: Type.String(),
    type: OneOf(ticketTypes),
    status: StatusKey,
    statusName: Type.String(),
    statusCategory: OneOf(statusCategories),
  }),
})
export type TicketLink = Static<typeof TicketLink>

const whole = { ...listed, description: Markdown(50000), watchers: Type.Array(Ref), watching: Type.Boolean() }
/** A ticket as a change answers it: without conversation, links and timeline. */
export const ChangedTicket = Shape(whole)
export type ChangedTicket = Static<typeof ChangedTicket>

export const Ticket = Shape({
  ...whole,
  links: Type.Array(TicketLink),
  children: Type.Array(TicketLink.properties.ticket),
  comments: Type.Array(Comment),
  timeline: Type.Array(TimelineItem),
})
export type Ticket = Static<typeof Ticket>

const writable = {
  title: Title,
  description: Markdown(50000),
  type: TicketTypeIn,
  priority: PriorityIn,
  impact: Nullable(OneOf(["low", "medium", "high"] as const)),
  urgency: Nullable(OneOf(["low", "medium", "high"] as const)),
  categoryId: Nullable(Id),
  departmentId: Nullable(Id),
  teamId: Nullable(Id),
  assigneeIds: Type.Array(Id, { maxItems: 50, uniqueItems: true, description: "the first one is the primary assignee" }),
  parentId: Nullable(IdOrKey),
  labels: Labels,
  startDate: Nullable(Day),
  dueDate: Nullable(Day),
  estimate: Nullable(Type.Number({ minimum: 0, maximum: 100000 })),
  customFields: CustomFields,
}
const optional = <T extends Record<string, TSchema>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)])) as {
    [K in keyof T]: ReturnType<typeof Type.Optional<T[K]>>
  }

export const NewTicket = Shape({
  ...optional(writable),
  title: Title,
  projectId: Type.Optional(IdOrKey),
  reporterId: Type.Optional(Id),
  externalRef: Type.Optional(Nullable(Name(200))),
  source: Type.Optional(OneOf(["web", "api"] as const)),
})
export type NewTicket = Static<typeof NewTicket>

export const TicketChanges = Shape({
  ...optional(writable),
  progress: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  ownerId: Type.Optional(Nullable(Id)),
  externalRef: Type.Optional(Nullable(Name(200))),
  status: Type.Optional(StatusKey),
  note: Type.Optional(Name(5000)),
  resolution: Type.Optional(Nullable(Type.String({ maxLength: 5000 }))),
  resolutionCode: Type.Optional(Nullable(Name(50))),
  reason: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
  rank: Type.Optional(Shape({ beforeId: Type.Optional(Nullable(Id)), afterId: Type.Optional(Nullable(Id)) })),
  override: Type.Optional(Shape({ blockers: Name(1000) }, { description: "complete in spite of an open blocker, with the reason" })),
})
export type TicketChanges = Static<typeof TicketChanges>

export const ticketSorts = ["createdAt", "updatedAt", "dueDate", "priority", "key", "status", "rank"] as const
export const TicketQuery = Shape({
  ...paging,
  project: Type.Optional(AnyOf(IdOrKey)),
  type: Type.Optional(AnyOf(TicketTypeIn)),
  status: Type.Optional(AnyOf(StatusKey)),
  statusCategory: Type.Optional(AnyOf(OneOf(statusCategories))),
  priority: Type.Optional(AnyOf(PriorityIn)),
  assignee: Type.Optional(AnyOf(Type.String({ pattern: "^(me|none|[0-9a-f-]{36})$", description: "a person's id, me or none" }))),
  reporter: Type.Optional(AnyOf(Type.String({ pattern: "^(me|[0-9a-f-]{36})$" }))),
  watcher: Type.Optional(AnyOf(Type.String({ pattern: "^(me|[0-9a-f-]{36})$" }))),
  department: Type.Optional(AnyOf(Id)),
  team: Type.Optional(AnyOf(Id)),
  category: Type.Optional(AnyOf(Id)),
  label: Type.Optional(AnyOf(Label)),
  parent: Type.Optional(AnyOf(IdOrKey)),
  id: Type.Optional(AnyOf(IdOrKey)),
  createdAfter: Type.Optional(Timestamp),
  createdBefore: Type.Optional(Timestamp),
  updatedAfter: Type.Optional(Timestamp),
  dueBefore: Type.Optional(Day),
  dueAfter: Type.Optional(Day),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  sort: Type.Optional(OneOf(ticketSorts.flatMap((s) => [s, `-${s}`] as const))),
})
export type TicketQuery = Static<typeof TicketQuery>
