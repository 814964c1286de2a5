/** What is true of every Docket's data at any time, whatever has happened to it: each a query for what breaks it. */
import type pg from "pg"

const ofTicket = "entity = 'ticket' and e.ticket_id = t.id"
/** Once a ticket's beginning, and every change of its status after it. */
const statusSteps = `
  select e.ticket_id, e.xid, e.id, null as old, e.data -> 'fields' ->> 'status' as now from events e where e.name = 'ticket.created'
  union all
  select e.ticket_id, e.xid, e.id, e.data -> 'changes' -> 'status' ->> 0, e.data -> 'changes' -> 'status' ->> 1
  from events e where e.entity = 'ticket' and e.data -> 'changes' ? 'status'`

const broken: Record<string, string> = {
  "each version of a ticket has its event, and no event is of a later one": `
    select t.key, t.version, v.versions from tickets t, lateral
      (select array_agg(distinct e.version order by e.version) as versions from events e where ${ofTicket}) v
    where v.versions is distinct from array(select generate_series(1, t.version))`,
  "a ticket begins once": `
    select e.ticket_id, count(*) from events e where e.name = 'ticket.created' group by e.ticket_id having count(*) <> 1`,
  "a ticket's history leads from its first status to its present one": `
    with steps as materialized (
      select *, lag(now) over history as before, lead(now) over history is null as last from (${statusSteps}) s
      window history as (partition by ticket_id order by xid, id))
    select t.key, s.before, s.old, s.now, t.status from steps s join tickets t on t.id = s.ticket_id
    where s.old is distinct from s.before or (s.last and s.now is distinct from t.status)`,
  "a status is one of the ticket's workflow, with its category": `
    select t.key, t.status, t.status_category from tickets t join workflow_versions v on v.id = t.workflow_version_id
    where not v.graph -> 'statuses' @> jsonb_build_array(jsonb_build_object('key', t.status, 'category', t.status_category))`,
  "a ticket is closed when it has ended, and only then": `
    select key, status_category, closed_at from tickets where (closed_at is not null) <> (status_category in ('done', 'cancelled'))`,
  "its viewers are whom it names": `
    select t.key, t.viewers, n.named from tickets t, lateral (
      select array_agg(distinct id order by id) as named from unnest(array[t.project_id, t.reporter_id, t.owner_id, t.team_id, t.department_id]
        || t.assignee_ids || t.watcher_ids) id where id is not null) n
    where n.named is distinct from (select array_agg(id order by id) from unnest(t.viewers) id)`,
  "the last that happened to a ticket was told to its viewers": `
    select t.key, e.name from tickets t, lateral
      (select name, audience from events e where ${ofTicket} order by xid desc, id desc limit 1) e where not e.audience @> t.viewers`,
  "comments are counted as they are": `
    select t.key, t.public_comments, t.internal_comments, c.* from tickets t, lateral (
      select count(*) filter (where visibility = 'public') as public, count(*) filter (where visibility = 'internal') as internal
      from comments where ticket_id = t.id and removed_at is null) c
    where c.public <> t.public_comments or c.internal <> t.internal_comments`,
  "each version of a comment has its event, internal where it is": `
    select c.id, c.version, v.versions from comments c, lateral (
      select array_agg(e.version order by e.version) filter (where e.name <> 'comment.reacted') as versions, bool_and(e.internal = (c.visibility = 'internal')) as alike
      from events e where e.entity = 'comment' and e.ticket_id = c.ticket_id and e.entity_id = c.id) v
    where v.versions is distinct from array(select generate_series(1, c.version)) or not v.alike`,
  "what a comment said before is kept": `
    select c.id, c.version from comments c
    where (select count(*) from comment_versions v where v.comment_id = c.id) <> c.version - 1 - (c.removed_at is not null)::int`,
  "open blockers are counted as they are": `
    select t.key, t.open_blockers from tickets t where t.open_blockers <> (
      select count(*) from ticket_links l join tickets x on x.id = l.from_id where l.to_id = t.id and l.kind = 'blocks' and x.open and x.deleted_at is null)`,
  "tickets do not block each other in a circle": `
    with recursive down (id, start) as (
      select to_id, from_id from ticket_links where kind = 'blocks'
      union select l.to_id, down.start from ticket_links l join down on l.from_id = down.id where l.kind = 'blocks')
    select id from down where id = start`,
  "numbers are unique, below the next one, and make the key": `
    select t.key, t.number, p.key, p.next_number from tickets t join projects p on p.id = t.project_id
    where t.number >= p.next_number or t.key <> p.key || '-' || t.number
    union all select min(key), number, min(project_id::text), count(*)::int from tickets group by project_id, number having count(*) > 1`,
  "there is one default desk, one of each preset, one published version": `
    select 'desks', count(*)::text from projects where is_default and deleted_at is null having count(*) <> 1
    union all select key, count(*)::text from workflow_definitions where preset group by key having count(*) <> 1
    union all select d.key, 'published' from workflow_definitions d left join workflow_versions v on v.id = d.published_version_id
      where d.preset and v.definition_id is distinct from d.id`,
  "an idempotency key was kept with its answer": "select actor_id, key from idempotency_keys where status = 0",
  "a live session has one refresh token to spend": `
    select s.id, count(r.hash) from sessions s left join refresh_tokens r on r.session_id = s.id and r.used_at is null
    where s.ended_at is null and s.created_at > now() - interval '1 day' group by s.id having count(r.hash) > 1`,
  "events belong to something that is there": `
    select e.name, e.ticket_id from events e where e.ticket_id is not null and e.name <> 'ticket.purged'
      and not exists (select from tickets t where t.id = e.ticket_id)
      and not exists (select from events p where p.name = 'ticket.purged' and p.entity_id = e.ticket_id)`,
}

const mostShown = 3

/** Every invariant that does not hold, with the first rows that break it; empty where all is well. */
export async function brokenInvariants(pool: Pick<pg.Pool, "query">): Promise<string[]> {
  const found: string[] = []
  for (const [says, query] of Object.entries(broken)) {
    const { rows } = await pool.query(query)
    if (rows.length > 0) found.push(`${says}: ${rows.length} do not, as ${JSON.stringify(rows.slice(0, mostShown))}`)
  }
  return found
}
