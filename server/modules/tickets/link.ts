import type { LinkKind, TicketLink } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"
import { projectOf } from "#modules/projects"
import { graphsOf, statusOf } from "#modules/workflows"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { conflict, invalid, notFound } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { recountBlocked, recountOne } from "./consequences.ts"
import { allow } from "./policy.ts"
import { ticketToChange, ticketToShow } from "./queries.ts"
import type { TicketRow, WholeRow } from "./row.ts"
import { subjectOf } from "./save.ts"
import { placeOf } from "./standing.ts"

type Stored = "blocks" | "relates" | "duplicates" | "causes"
const stored: Record<LinkKind, { kind: Stored; turned: boolean }> = {
  blocks: { kind: "blocks", turned: false },
  blocked_by: { kind: "blocks", turned: true },
  relates: { kind: "relates", turned: false },
  duplicates: { kind: "duplicates", turned: false },
  duplicated_by: { kind: "duplicates", turned: true },
  causes: { kind: "causes", turned: false },
  caused_by: { kind: "causes", turned: true },
}
const inverse: Record<Stored, LinkKind> = { blocks: "blocked_by", relates: "relates", duplicates: "duplicated_by", causes: "caused_by" }

/** Relates two tickets that the actor may see and the first of which they may change. Dependencies make no circle, across projects too. */
export async function addLink(ctx: Ctx, idOrKey: string, kind: LinkKind, otherIdOrKey: string): Promise<TicketLink> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, ticket.project_id)
  allow("link", { actor: ctx.actor, place: placeOf(ctx.actor, ticket), ticket, kind: project.kind })
  const other = await ticketToShow(ctx, otherIdOrKey)
  if (other.id === ticket.id) throw invalid([{ path: "ticketId", message: "a ticket is not related to itself" }])
  const id = await linkTickets(ctx, ticket, other, kind)
  return { id, kind, ticket: await linkedTicket(ctx, other) }
}

export async function linkTickets(ctx: Ctx, ticket: WholeRow, other: WholeRow, kind: LinkKind): Promise<string> {
  const { kind: as, turned } = stored[kind]
  const [from, to] = turned ? [other, ticket] : [ticket, other]
  if (as === "blocks") await assertNoCircle(ctx, from.id, to.id)
  const id = newId()
  const added = await rows(
    ctx.db,
    `insert into ticket_links (id, from_id, to_id, kind, created_by, created_at)
     select $1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6::timestamptz
     where not exists (select 1 from ticket_links where $4 = 'relates' and kind = 'relates' and from_id = $3::uuid and to_id = $2::uuid)
     on conflict (from_id, to_id, kind) do nothing returning id`,
    [id, from.id, to.id, as, ctx.actor.kind === "system" ? null : ctx.actor.id, ctx.now],
  )
  if (added.length === 0) throw conflict("E_LINK_EXISTS", `${ticket.key} and ${other.key} are related like this already.`)
  if (as === "blocks") await recountBlocked(ctx, from.id)
  await record(ctx, "ticket.linked", subjectOf(ticket, ticket), { link: { kind, ticketId: other.id, key: other.key } })
  await record(ctx, "ticket.linked", subjectOf(other, other), {
    link: { kind: turned ? as : inverse[as], ticketId: ticket.id, key: ticket.key },
  })
  return id
}

export async function removeLink(ctx: Ctx, idOrKey: string, linkId: string): Promise<void> {
  const ticket = await ticketToChange(ctx, idOrKey)
  const project = await projectOf(ctx, ticket.project_id)
  allow("link", { actor: ctx.actor, place: placeOf(ctx.actor, ticket), ticket, kind: project.kind })
  const [link] = await rows<{ from_id: string; to_id: string; kind: Stored }>(
    ctx.db,
    "select from_id, to_id, kind from ticket_links where id = $1::uuid and (from_id = $2::uuid or to_id = $2::uuid) for update",
    [linkId, ticket.id],
  )
  if (link === undefined) throw notFound("link")
  const other = await ticketToShow(ctx, link.from_id === ticket.id ? link.to_id : link.from_id)
  await rows(ctx.db, "delete from ticket_links where id = $1::uuid", [linkId])
  if (link.kind === "blocks") await recountOne(ctx, link.to_id)
  const outgoing = link.from_id === ticket.id
  await record(ctx, "ticket.unlinked", subjectOf(ticket, ticket), {
    link: { kind: outgoing ? link.kind : inverse[link.kind], ticketId: other.id, key: other.key },
  })
  await record(ctx, "ticket.unlinked", subjectOf(other, other), {
    link: { kind: outgoing ? inverse[link.kind] : link.kind, ticketId: ticket.id, key: ticket.key },
  })
}
/** Two links that close a circle from both ends at once would both pass; the lock makes them follow one another. */
async function assertNoCircle(ctx: Ctx, from: string, to: string): Promise<void> {
  await rows(ctx.db, "select pg_advisory_xact_lock(hashtext('ticket.blocks'))")
  const found = await rows(
    ctx.db,
    `with recursive down(id) as (select $1::uuid union select l.to_id from ticket_links l join down on l.from_id = down.id where l.kind = 'blocks')
     select 1 from down where id = $2::uuid limit 1`,
    [to, from],
  )
  if (found.length > 0) throw invalid([{ path: "ticketId", message: "they would block each other in a circle" }])
}

type Linked = Pick<TicketRow, "id" | "key" | "title" | "type" | "status" | "status_category" | "workflow_version_id">

async function linkedTickets(ctx: Ctx, tickets: readonly Linked[]): Promise<TicketLink["ticket"][]> {
  const graphs = await graphsOf(
    ctx,
    tickets.map((t) => t.workflow_version_id),
  )
  return tickets.map((t) => ({
    id: t.id,
    key: t.key,
    title: t.title,
    type: t.type,
    status: t.status,
    statusName: statusOf(graphs.get(t.workflow_version_id)!, t.status)?.name ?? t.status,
    statusCategory: t.status_category as StatusCategory,
  }))
}
const linkedTicket = async (ctx: Ctx, ticket: Linked) => (await linkedTickets(ctx, [ticket]))[0]!

const mostLinks = 200

/** A ticket's relations and children, those of them that the actor may see. */
export async function linksOf(ctx: Ctx, ticketId: string): Promise<{ links: TicketLink[]; children: TicketLink["ticket"][] }> {
  const found = await rows<Linked & { link_id: string | null; kind: Stored | null; outgoing: boolean }>(
    ctx.db,
    `select x.link_id, x.kind, x.outgoing, t.id, t.key, t.title, t.type, t.status, t.status_category, t.workflow_version_id
     from (
       select id as link_id, kind, true as outgoing, to_id as ticket_id, created_at from ticket_links where from_id = $1::uuid
       union all
       select id, kind, false, from_id, created_at from ticket_links where to_id = $1::uuid
       union all
       select null, null, false, id, created_at from tickets where parent_id = $1::uuid
     ) x join tickets t on t.id = x.ticket_id
     where t.deleted_at is null${ctx.actor.seesAll ? "" : " and t.viewers && $2::uuid[]"} order by x.created_at limit ${mostLinks}`,
    ctx.actor.seesAll ? [ticketId] : [ticketId, ctx.actor.grants],
    `links_of${ctx.actor.seesAll ? "_all" : ""}`,
  )
  const shown = await linkedTickets(ctx, found)
  const links: TicketLink[] = []
  const children: TicketLink["ticket"][] = []
  for (const [at, { link_id, kind, outgoing }] of found.entries()) {
    if (link_id === null || kind === null) children.push(shown[at]!)
    else links.push({ id: link_id, kind: outgoing ? kind : inverse[kind], ticket: shown[at]! })
  }
  return { links, children }
}
