/** For imports: tickets with their past, many at once. Rights, guards and notifications belong to the present and are not asked. */
import type { TicketType } from "@docket/contract/tickets"
import { takeNumbers } from "#modules/projects"
import type { Ctx, Iso } from "#platform/context"
import { rows } from "#platform/database/rows"
import { newId } from "#platform/ids"
import { type PastEvent, writePast } from "#platform/past-events"
import { changesOf, type PastFields, type PastStep, stepped } from "./past.ts"
import { newestRank } from "./rank.ts"
import { levelRank, priorityRank, viewersOf } from "./rules.ts"

/** When it was resolved and closed, as far as it is. */
export type PastEnds = { resolvedAt: Iso | null; closedAt: Iso | null }

export type PastTicket = PastEnds & {
  externalRef: string
  title: string
  description: string
  type: TicketType
  workflowVersionId: string
  raised: { at: Iso; actorId: string | null; fields: PastFields }
  steps: readonly PastStep[]
  /** Custom fields of the ticket of which the history does not tell. */
  untold: PastFields["customFields"]
}
export type Imported = { id: string; key: string; events: number }

/** The tickets of a project that carry one of these references, by reference; deleted ones too, as long as they are kept. */
export async function ticketsReferring(
  ctx: Pick<Ctx, "db">,
  projectId: string,
  refs: readonly string[],
): Promise<Map<string, { key: string; isDeleted: boolean }>> {
  const found = await rows<{ ref: string; key: string; isDeleted: boolean }>(
    ctx.db,
    `select external_ref as ref, key, deleted_at is not null as "isDeleted" from tickets
     where project_id = $1::uuid and external_ref = any($2::text[])`,
    [projectId, refs],
  )
  return new Map(found.map(({ ref, ...ticket }) => [ref, ticket]))
}

/** Adds tickets as they were elsewhere, numbered in the order given. @throws 404 and 400 for a project that takes none */
export async function importTickets(ctx: Ctx, projectId: string, tickets: readonly PastTicket[]): Promise<Imported[]> {
  if (tickets.length === 0) return []
  const numbers = await takeNumbers(ctx, projectId, tickets.length)
  const events: PastEvent[] = []
  const made = tickets.map((ticket, at) => {
    const { number, key } = numbers[at] ?? { number: 0, key: "" }
    const id = newId()
    const from = events.length
    const subject = { id, projectId, version: 1, viewers: (fields: PastFields) => viewersAt(projectId, fields) }
    events.push(raisedEvent(id, projectId, ticket), ...stepEvents(subject, ticket.raised.fields, ticket.steps))
    return { number, ticket, imported: { id, key, events: events.length - from } }
  })
  await insertTickets(
    ctx,
    made.map(({ number, ticket, imported }) => rowOf(projectId, number, ticket, imported)),
  )
  await writePast(ctx, events)
  return made.map(({ imported }) => imported)
}

const placeOfPast = (projectId: string, fields: PastFields) => ({
  project_id: projectId,
  reporter_id: fields.reporterId,
  owner_id: null,
  assignee_ids: fields.assigneeIds,
  watcher_ids: [],
  team_id: fields.teamId,
  department_id: null,
})
const viewersAt = (projectId: string, fields: PastFields) => viewersOf(placeOfPast(projectId, fields))

function raisedEvent(id: string, projectId: string, { raised, title, type }: PastTicket): PastEvent {
  const { at, actorId, fields } = raised
  const first = {
    title,
    type,
    status: fields.status,
    priority: fields.priority,
    ...(fields.assigneeIds.length > 0 ? { assignees: fields.assigneeIds } : {}),
    ...(fields.teamId === null ? {} : { teamId: fields.teamId }),
    ...(fields.categoryId === null ? {} : { categoryId: fields.categoryId }),
    ...(fields.impact === null ? {} : { impact: fields.impact }),
    ...(fields.urgency === null ? {} : { urgency: fields.urgency }),
  }
  return {
    name: "ticket.created",
    at,
    actorId,
    subject: { entity: "ticket", id, ticketId: id, projectId, version: 1, audience: viewersAt(projectId, fields) },
    data: { fields: first, imported: true },
  }
}

type Stepping = { id: string; projectId: string; version: number; viewers: (fields: PastFields) => readonly string[] }

/** Each step is one version of the ticket, whatever it changes. */
export function stepEvents({ id, projectId, version, viewers }: Stepping, start: PastFields, steps: readonly PastStep[]): PastEvent[] {
  let now = start
  return steps.flatMap((step, at) => {
    const [before, after] = [now, stepped(now, step)]
    now = after
    const audience = [...new Set([...viewers(before), ...viewers(after)])]
    const subject = { entity: "ticket", id, ticketId: id, projectId, version: version + at + 1, audience } as const
    return changesOf({ before, after, note: step.note }).map(
      ({ name, changes, note }): PastEvent => ({
        name,
        at: step.at,
        actorId: step.actorId,
        subject,
        data: { changes, ...(note === null ? {} : { note }), imported: true },
      }),
    )
  })
}

/** What the ticket's row says of these fields. */
export const columnsOf = (fields: PastFields) => ({
  status: fields.status,
  status_category: fields.statusCategory,
  priority: priorityRank(fields.priority),
  impact: levelRank(fields.impact),
  urgency: levelRank(fields.urgency),
  category_id: fields.categoryId,
  team_id: fields.teamId,
  reporter_id: fields.reporterId,
  assignee_ids: [...fields.assigneeIds],
  resolution_code: fields.resolutionCode,
  custom_fields: fields.customFields,
})

const rowOf = (projectId: string, number: number, ticket: PastTicket, { id, key }: Imported) => {
  const { raised, steps } = ticket
  const fields = steps.reduce(stepped, raised.fields)
  return {
    ...columnsOf({ ...fields, customFields: { ...fields.customFields, ...ticket.untold } }),
    id,
    key,
    project_id: projectId,
    number,
    type: ticket.type,
    title: ticket.title,
    description: ticket.description,
    workflow_version_id: ticket.workflowVersionId,
    viewers: viewersAt(projectId, fields),
    progress: fields.statusCategory === "done" ? 100 : 0,
    source: "import",
    external_ref: ticket.externalRef,
    rank: newestRank(raised.at),
    version: 1 + steps.length,
    created_at: raised.at,
    updated_at: steps.reduce((latest, { at }) => (at > latest ? at : latest), raised.at),
    resolved_at: ticket.resolvedAt,
    closed_at: ticket.closedAt,
  }
}

async function insertTickets(ctx: Ctx, all: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  const names = Object.keys(types).join(", ")
  const typed = Object.entries(types).map(([name, type]) => `${name} ${type}`)
  await rows(
    ctx.db,
    `insert into tickets (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as t (${typed.join(", ")})`,
    [JSON.stringify(all)],
    "import_tickets",
  )
}

const types: Record<keyof ReturnType<typeof rowOf>, string> = {
  id: "uuid",
  key: "text",
  project_id: "uuid",
  number: "int",
  type: "text",
  title: "text",
  description: "text",
  workflow_version_id: "uuid",
  status: "text",
  status_category: "text",
  priority: "smallint",
  impact: "smallint",
  urgency: "smallint",
  category_id: "uuid",
  team_id: "uuid",
  reporter_id: "uuid",
  assignee_ids: "uuid[]",
  viewers: "uuid[]",
  progress: "smallint",
  resolution_code: "text",
  custom_fields: "jsonb",
  source: "text",
  external_ref: "text",
  rank: "text",
  version: "int",
  created_at: "timestamptz",
  updated_at: "timestamptz",
  resolved_at: "timestamptz",
  closed_at: "timestamptz",
}
