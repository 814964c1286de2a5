import type pg from "pg"
import type { Database } from "../server/platform/database/open.ts"
import { newId } from "../server/platform/ids.ts"

export type Size = { tickets: number; people: number; desks: number; works: number; teams: number }
export const usual: Size = { tickets: 50_000, people: 300, desks: 30, works: 70, teams: 40 }

const words =
  "printer VPN laptop mailbox badge reader invoice ledger monitor phone network switch license portal password sync backup screen dock camera scanner driver update certificate account folder share calendar meeting room projector keyboard mouse cable battery charger firmware outage slow crash error timeout export import report label order customer delivery return quote price list search filter upload download login access request approve review deploy build test release".split(
    " ",
  )

/** How the clients of the benchmark sign in. */
export const people = {
  agent: "bench-agent@docket.example",
  employee: "bench-employee@docket.example",
  admin: "bench-admin@docket.example",
}

/**
 * Fills an empty, migrated database: people, projects of both kinds, tickets with labels, assignees and a created event each, and two comments a ticket.
 * Set-based and deterministic apart from ids, so that a million takes minutes. `passwordHash` opens the benchmark's own accounts.
 */
export async function generate(database: Database, size: Size, passwordHash: string, say: (line: string) => void): Promise<void> {
  const { pool } = database
  const run = async (text: string, values: unknown[] = []) =>
    (await pool.query<Record<string, unknown>>({ text, values, query_timeout: 3_600_000 } as pg.QueryConfig)).rows
  const [version] = (await run(
    "select v.id from workflow_versions v join workflow_definitions d on d.published_version_id = v.id where d.key = 'itsm'",
  )) as { id: string }[]
  const [definition] = (await run("select id from workflow_definitions where key = 'itsm'")) as { id: string }[]
  if (version === undefined || definition === undefined) throw new Error("the workflow presets are not installed")

  say(`${size.people} people, ${size.desks + size.works} projects, ${size.teams} teams`)
  const role = (i: number) => (i % 10 === 0 ? "agent" : "employee")
  const ids = Array.from({ length: size.people }, newId)
  await run(
    "insert into users (id, email, full_name, role, status) select id, email, name, role, 'approved' from jsonb_to_recordset($1) as x(id uuid, email text, name text, role text)",
    [
      JSON.stringify(
        ids.map((id, i) => ({ id, email: `person${i}@docket.example`, name: `Person ${i} ${words[i % words.length]}`, role: role(i) })),
      ),
    ],
  )
  const own = { agent: newId(), employee: newId(), admin: newId() }
  for (const [name, id] of Object.entries(own))
    await run("insert into users (id, email, full_name, role, status, password_hash) values ($1, $2, $3, $4, 'approved', $5)", [
      id,
      people[name as keyof typeof people],
      `Bench ${name}`,
      name,
      passwordHash,
    ])
  const teams = Array.from({ length: size.teams }, newId)
  await run("insert into teams (id, name) select id, name from jsonb_to_recordset($1) as x(id uuid, name text)", [
    JSON.stringify(teams.map((id, i) => ({ id, name: `Team ${i}` }))),
  ])
  await run("insert into team_members (team_id, user_id) select unnest($1::uuid[]), $2::uuid", [teams.slice(0, 20), own.employee])
  const projects = Array.from({ length: size.desks + size.works }, (_, i) => ({
    id: newId(),
    key: `B${String(i).padStart(3, "0")}`,
    kind: i < size.desks ? "desk" : "work",
  }))
  await run(
    "insert into projects (id, key, name, kind, workload_limit) select id, key, 'Project ' || key, kind, 0 from jsonb_to_recordset($1) as x(id uuid, key text, kind text)",
    [JSON.stringify(projects)],
  )
  await run(
    "insert into project_workflows (project_id, type, definition_id) select p, t, $2::uuid from unnest($1::uuid[]) p, unnest(array['incident','request','support','other','bug','feature','task','story','epic']) t",
    [projects.map(({ id }) => id), definition.id],
  )
  await run("insert into project_members (project_id, user_id, role) select unnest($1::uuid[]), $2::uuid, 'developer'", [
    projects
      .filter(({ kind }) => kind === "work")
      .slice(0, 50)
      .map(({ id }) => id),
    own.employee,
  ])

  const batch = 10_000
  for (let from = 0; from < size.tickets; from += batch) {
    await run(ticketsSql, [
      from,
      Math.min(batch, size.tickets - from),
      projects.map(({ id }) => id),
      projects.map(({ key }) => key),
      version.id,
      ids,
      teams,
      words,
    ])
    if ((from / batch) % 10 === 9) say(`${from + batch} tickets`)
  }
  await run("update projects p set next_number = coalesce((select max(number) + 1 from tickets t where t.project_id = p.id), 1001)")
  say("analyze")
  await run("vacuum analyze")
}

/** Every fifth ticket is closed, the first of the projects holds a fifth of them all; times go back one minute a ticket. */
const ticketsSql = `
with n as (
  select i, (case when i % 5 = 0 then 1 else 1 + (i * 7919) % cardinality($3::uuid[]) end)::int as p from generate_series($1::int, $1::int + $2::int - 1) i
), t as (
  insert into tickets (id, key, project_id, number, type, title, description, workflow_version_id, status, status_category, priority, team_id, reporter_id, assignee_ids, viewers, labels,
                       source, rank, public_comments, internal_comments, version, created_at, updated_at, resolved_at, closed_at)
  select gen_random_uuid(), ($4::text[])[p] || '-' || (1001 + i), ($3::uuid[])[p], 1001 + i, case when i % 3 = 0 then 'incident' else 'request' end,
         ($8::text[])[1 + (i * 31) % cardinality($8::text[])] || ' ' || ($8::text[])[1 + (i * 17) % cardinality($8::text[])] || ' ' || ($8::text[])[1 + (i * 7) % cardinality($8::text[])] || ' number ' || i,
         'Since ' || ($8::text[])[1 + (i * 13) % cardinality($8::text[])] || ' the ' || ($8::text[])[1 + (i * 29) % cardinality($8::text[])] || ' does not work. It says ' || ($8::text[])[1 + (i * 37) % cardinality($8::text[])] || ' and then nothing. Reference ' || md5(i::text),
         $5::uuid, case when i % 5 = 4 then 'closed' when i % 7 = 3 then 'in_progress' else 'open' end,
         case when i % 5 = 4 then 'done' when i % 7 = 3 then 'active' else 'todo' end, 1 + i % 4, ($7::uuid[])[1 + i % 40],
         reporter, assignees, array[reporter, ($3::uuid[])[p], ($7::uuid[])[1 + i % 40]] || assignees,
         array[($8::text[])[1 + (i * 3) % cardinality($8::text[])], ($8::text[])[1 + (i * 11) % cardinality($8::text[])]], 'api', lpad(i::text, 9, '0') || 'i', 1, 1, 1,
         at, at, case when i % 5 = 4 then at end, case when i % 5 = 4 then at end
  from n, lateral (select ($6::uuid[])[1 + (i * 101) % cardinality($6::uuid[])] as reporter,
                          case when i % 4 = 0 then '{}'::uuid[] else array[($6::uuid[])[1 + (i * 211) % cardinality($6::uuid[])]] end as assignees,
                          date_trunc('milliseconds', now() - make_interval(mins => i)) as at) x
  returning id, project_id, reporter_id, viewers, created_at, title
), c as (
  insert into comments (id, ticket_id, author_id, body, visibility, created_at)
  select gen_random_uuid(), id, reporter_id, 'Is there any news about the ' || title || '? It still happens every morning.', 'public', created_at + interval '1 hour' from t
  union all
  select gen_random_uuid(), id, reporter_id, 'Looked into it: ' || title || ' again, same as last week, see the log.', 'internal', created_at + interval '2 hours' from t
)
insert into events (at, name, entity, entity_id, ticket_id, project_id, version, audience, actor_id, actor_kind, data)
select created_at, 'ticket.created', 'ticket', id, id, project_id, 1, viewers, reporter_id, 'user', '{"fields": {"status": "open"}}' from t`
