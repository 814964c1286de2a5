import type pg from "pg"
import { lists, sql } from "./floor.ts"
import type { Ask } from "./load.ts"

/** What is asked of Docket, of the floor and of the database alone, for the same piece of work. `aim`: share of the floor's throughput at 16 clients. */
export type Scenario = {
  name: string
  aim: number
  /** Most p50 at one client, as a multiple of the floor's. */
  p50Aim: number
  writes: boolean
  docket: () => Ask
  floor: () => Ask
  sql: () => { text: string; values: unknown[] }
}

export type Sample = {
  project: string
  projectKey: string
  ids: string[]
  open: { id: string; status: string }[]
  unassigned: string[]
  assignee: string
  label: string
  words: string[]
  deep: { created_at: string; id: string }
  versionId: string
  reporterId: string
}

/** Picks what the clients ask for, spread over the data. */
export async function takeSample(pool: pg.Pool): Promise<Sample> {
  const rows = async <T>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as T[]
  const [project] = await rows<{ id: string; key: string; version: string }>(
    "select p.id, p.key, t.workflow_version_id as version from projects p join tickets t on t.project_id = p.id where p.kind = 'desk' and p.key like 'B%' group by 1, 2, 3 order by count(*) desc limit 1",
  )
  if (project === undefined) throw new Error("generate the data first")
  const ids = (
    await rows<{ id: string }>("select id from tickets where project_id = $1 order by md5(id::text) limit 4000", [project.id])
  ).map(({ id }) => id)
  const open = await rows<{ id: string; status: string }>(
    "select id, status from tickets where project_id = $1 and open order by md5(id::text) limit 6000",
    [project.id],
  )
  const unassigned = (
    await rows<{ id: string }>(
      "select t.id from tickets t join projects p on p.id = t.project_id where p.kind = 'desk' and p.key like 'B%' and t.assignee_ids = '{}' and t.status = 'open' order by md5(t.id::text) limit 8000",
    )
  ).map(({ id }) => id)
  const [person] = await rows<{ who: string; label: string }>(
    "select assignee_ids[1] as who, labels[1] as label from tickets where project_id = $1 and assignee_ids <> '{}' order by created_at desc limit 1",
    [project.id],
  )
  const [deep] = await rows<{ created_at: string; id: string }>(
    "select created_at::text as created_at, id from tickets where project_id = $1 and open order by created_at desc, id desc offset (select count(*) * 9 / 10 from tickets where project_id = $1 and open) limit 1",
    [project.id],
  )
  const [reporter] = await rows<{ id: string }>("select id from users where email = 'person1@docket.example'")
  return {
    project: project.id,
    projectKey: project.key,
    ids,
    open,
    unassigned,
    assignee: person?.who ?? "",
    label: person?.label ?? "",
    words: ["badge reader", "certificate printer", "ledger outage", "projector camera", "firmware battery"],
    deep: deep ?? { created_at: "", id: "" },
    versionId: project.version,
    reporterId: reporter?.id ?? "",
  }
}

const round = <T>(items: T[]) => {
  let at = 0
  return (): T => items[at++ % items.length] as T
}

export function scenarios(s: Sample, deepCursor: string, agentId: string): Scenario[] {
  const id = round(s.ids)
  const word = round(s.words)
  const moving = round(s.open)
  const claims = {
    docket: round(s.unassigned.slice(0, 4000)),
    floor: round(s.unassigned.slice(4000, 7000)),
    sql: round(s.unassigned.slice(7000)),
  }
  const statuses = new Map(s.open.map(({ id: its, status }) => [its, status]))
  const turn = (its: string) => {
    const next = statuses.get(its) === "open" ? "in_progress" : "resolved"
    const to = statuses.get(its) === "resolved" ? "in_progress" : next
    statuses.set(its, to)
    return { to, category: to === "in_progress" ? "active" : "review" }
  }
  let number = 0
  const list = (
    name: keyof typeof lists,
    query: string,
    floorQuery: string,
    values: () => unknown[],
    docketQuery = query,
  ): Omit<Scenario, "name" | "aim" | "p50Aim"> => ({
    writes: false,
    docket: () => ({ method: "GET", path: `/api/v1/tickets?${docketQuery}` }),
    floor: () => ({ method: "GET", path: `/${name}?${floorQuery}` }),
    sql: () => ({ text: lists[name], values: values() }),
  })
  const newest = (limit: number) =>
    list(
      "newest",
      `project=${s.projectKey}&statusCategory=backlog,todo,active,waiting,review&limit=${limit}`,
      `a=${s.project}&limit=${limit}`,
      () => [s.project, limit],
    )
  return [
    { name: "list 25 (project, open, newest)", aim: 0.5, p50Aim: 2.5, ...newest(25) },
    { name: "list 50", aim: 0.5, p50Aim: 2.5, ...newest(50) },
    {
      name: "list 25, deep page",
      aim: 0.5,
      p50Aim: 2.5,
      ...list(
        "deep",
        `project=${s.projectKey}&statusCategory=backlog,todo,active,waiting,review&limit=25&cursor=${deepCursor}`,
        `a=${s.project}&limit=25&b=${encodeURIComponent(s.deep.created_at)}&c=${s.deep.id}`,
        () => [s.project, 25, s.deep.created_at, s.deep.id],
      ),
    },
    {
      name: "filter by assignee and label",
      aim: 0.5,
      p50Aim: 2.5,
      ...list("filter", `assignee=${s.assignee}&label=${s.label}&limit=25`, `a=${s.assignee}&b=${s.label}&limit=25`, () => [
        s.assignee,
        25,
        s.label,
      ]),
    },
    {
      name: "full-text search",
      aim: 0.35,
      p50Aim: 3,
      writes: false,
      docket: () => ({ method: "GET", path: `/api/v1/tickets?q=${encodeURIComponent(word())}&limit=25` }),
      floor: () => ({ method: "GET", path: `/search?a=${encodeURIComponent(word())}&limit=25` }),
      sql: () => ({ text: lists.search, values: [word(), 25] }),
    },
    {
      name: "read one with comments",
      aim: 0.4,
      p50Aim: 2.5,
      writes: false,
      docket: () => ({ method: "GET", path: `/api/v1/tickets/${id()}` }),
      floor: () => ({ method: "GET", path: `/read/${id()}` }),
      sql: () => ({ text: sql.read, values: [id()] }),
    },
    {
      name: "create",
      aim: 0.25,
      p50Aim: 3,
      writes: true,
      docket: () => ({
        method: "POST",
        path: "/api/v1/tickets",
        body: { title: `Raised by the benchmark ${++number}`, description: "It does not work since this morning.", projectId: s.project },
      }),
      floor: () => ({
        method: "POST",
        path: "/create",
        body: {
          projectId: s.project,
          title: `Raised by the floor ${++number}`,
          description: "It does not work since this morning.",
          versionId: s.versionId,
          reporterId: s.reporterId,
        },
      }),
      sql: () => ({
        text: sql.create,
        values: [s.project, `Raised by SQL ${++number}`, "It does not work since this morning.", s.versionId, s.reporterId],
      }),
    },
    {
      name: "change status",
      aim: 0.25,
      p50Aim: 3,
      writes: true,
      docket: () => {
        const { id: its } = moving()
        return { method: "PATCH", path: `/api/v1/tickets/${its}`, body: { status: turn(its).to } }
      },
      floor: () => {
        const { id: its } = moving()
        const { to, category } = turn(its)
        return { method: "POST", path: "/status", body: { id: its, status: to, category } }
      },
      sql: () => {
        const { id: its } = moving()
        const { to, category } = turn(its)
        return { text: sql.status, values: [its, to, category] }
      },
    },
    {
      name: "claim",
      aim: 0.25,
      p50Aim: 3,
      writes: true,
      docket: () => ({ method: "POST", path: `/api/v1/tickets/${claims.docket()}/claim` }),
      floor: () => ({ method: "POST", path: "/claim", body: { id: claims.floor(), by: agentId } }),
      sql: () => ({ text: sql.claim, values: [claims.sql(), agentId] }),
    },
  ]
}
