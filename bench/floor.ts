import Fastify from "fastify"
import pg from "pg"
import { openDatabase } from "../server/platform/database/open.ts"
import { makeLog } from "../server/platform/log.ts"

/**
 * The floor: a bare Fastify route over `pg` that runs SQL equivalent to what the real endpoint needs and returns its rows. No sign-in, no rights,
 * no events, no validation. Whatever Docket adds is measured against this, in the same run, on the same data.
 */
export const sql = {
  read: `select t.id, t.key, t.type, t.title, t.description, t.status, t.status_category, t.priority, t.labels, t.due_date, t.progress, t.version, t.created_at, t.updated_at,
      json_build_object('id', p.id, 'key', p.key, 'name', p.name) as project, json_build_object('id', r.id, 'name', r.full_name) as reporter,
      (select json_agg(json_build_object('id', u.id, 'name', u.full_name)) from users u where u.id = any(t.assignee_ids)) as assignees,
      (select json_agg(json_build_object('id', c.id, 'body', c.body, 'visibility', c.visibility, 'createdAt', c.created_at, 'author', json_build_object('id', a.id, 'name', a.full_name)) order by c.created_at)
         from comments c join users a on a.id = c.author_id where c.ticket_id = t.id) as comments,
      (select json_agg(json_build_object('id', e.id, 'name', e.name, 'at', e.at, 'data', e.data, 'actor', e.actor_id) order by e.at) from events e where e.ticket_id = t.id) as timeline
    from tickets t join projects p on p.id = t.project_id join users r on r.id = t.reporter_id where t.id = $1 and t.deleted_at is null`,
  listed: `select t.id, t.key, t.type, t.title, t.status, t.status_category, t.priority, t.labels, t.start_date, t.due_date, t.estimate, t.progress, t.version, t.created_at, t.updated_at, t.resolved_at,
      t.closed_at, t.custom_fields, t.source, t.rank, json_build_object('id', p.id, 'key', p.key, 'name', p.name) as project, json_build_object('id', r.id, 'name', r.full_name) as reporter,
      (select json_agg(json_build_object('id', u.id, 'name', u.full_name)) from users u where u.id = any(t.assignee_ids)) as assignees
    from tickets t join projects p on p.id = t.project_id join users r on r.id = t.reporter_id left join teams g on g.id = t.team_id where t.deleted_at is null`,
  create: `with n as (update projects set next_number = next_number + 1 where id = $1 returning next_number - 1 as number, key)
    insert into tickets (id, key, project_id, number, type, title, description, workflow_version_id, status, status_category, reporter_id, viewers, created_at, updated_at)
    select gen_random_uuid(), n.key || '-' || n.number, $1, n.number, 'request', $2, $3, $4, 'open', 'todo', $5, array[$5::uuid, $1::uuid], now(), now() from n returning *`,
  status: "update tickets set status = $2, status_category = $3, version = version + 1, updated_at = now() where id = $1 returning *",
  claim:
    "update tickets set assignee_ids = array[$2::uuid], status = 'in_progress', status_category = 'active', version = version + 1, updated_at = now() where id = $1 and assignee_ids = '{}' returning *",
}
export const lists = {
  newest: `${sql.listed} and t.project_id = $1 and t.open order by t.created_at desc, t.id desc limit $2`,
  deep: `${sql.listed} and t.project_id = $1 and t.open and (t.created_at, t.id) < ($3::timestamptz, $4::uuid) order by t.created_at desc, t.id desc limit $2`,
  filter: `${sql.listed} and t.viewers && array[$1::uuid] and t.assignee_ids && array[$1::uuid] and t.labels && array[$3::text] order by t.created_at desc, t.id desc limit $2`,
  search: `${sql.listed} and t.id in (select s.id from tickets s where s.search @@ websearch_to_tsquery('english', $1)
      union all select c.ticket_id from comments c where c.search @@ websearch_to_tsquery('english', $1)) order by t.created_at desc, t.id desc limit $2`,
}

/** The floor as a process of its own, so that it has a core to itself just like Docket: `floor.ts <port>` with DATABASE_URL or DATA_DIR. */
async function main(port: number): Promise<void> {
  const { DATABASE_URL, DATA_DIR = "" } = process.env
  const pool =
    DATABASE_URL === undefined
      ? (await openDatabase({ dataDir: DATA_DIR, log: makeLog("warn") })).pool
      : new pg.Pool({ connectionString: DATABASE_URL, max: 10 })
  const app = Fastify()
  type Q = Record<string, string>
  app.get("/read/:id", async (request) => (await pool.query(sql.read, [(request.params as Q).id])).rows[0])
  for (const [name, text] of Object.entries(lists))
    app.get(`/${name}`, async (request) => {
      const { a, limit = "25", b, c } = request.query as Q
      return { data: (await pool.query(text, [a, Number(limit), ...(b === undefined ? [] : [b]), ...(c === undefined ? [] : [c])])).rows }
    })
  app.post("/create", async (request) => {
    const { projectId, title, description, versionId, reporterId } = request.body as Q
    return (await pool.query(sql.create, [projectId, title, description, versionId, reporterId])).rows[0]
  })
  app.post("/status", async (request) => {
    const { id, status, category } = request.body as Q
    return (await pool.query(sql.status, [id, status, category])).rows[0]
  })
  app.post("/claim", async (request) => {
    const { id, by } = request.body as Q
    return (await pool.query(sql.claim, [id, by])).rows[0] ?? {}
  })
  await app.listen({ port, host: "127.0.0.1" })
  process.on("SIGTERM", () => process.exit(0))
}
if (process.argv[1] === import.meta.filename) await main(Number(process.argv[2]))
