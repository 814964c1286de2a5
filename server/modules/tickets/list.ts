import type { ListOf } from "@docket/contract/shapes"
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"
import { finalCategories, type StatusCategory, statusCategories } from "@docket/contract/workflows"
import { projectDirectory } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { invalid } from "#platform/errors"
import { presentList } from "./present.ts"
import { isId } from "./queries.ts"
import { columnList, type TicketRow } from "./row.ts"
import { priorityRank } from "./rules.ts"

/** How a sort reads: its expression, its type for the cursor, and what stands in for null (which comes last, whichever way). */
const sorts: Record<string, { by: string; type: string; read: (t: TicketRow) => string | number }> = {
  createdAt: { by: "t.created_at", type: "timestamptz", read: (t) => t.created_at },
  updatedAt: { by: "t.updated_at", type: "timestamptz", read: (t) => t.updated_at },
  dueDate: { by: "coalesce(t.due_date, 'infinity')", type: "date", read: (t) => t.due_date ?? "infinity" },
  priority: { by: "t.priority", type: "smallint", read: (t) => t.priority },
  key: { by: "t.number", type: "integer", read: (t) => t.number },
  status: { by: "t.status", type: "text", read: (t) => t.status },
  rank: { by: "t.rank", type: "text", read: (t) => t.rank },
}

type Where = { text: string[]; values: unknown[] }
/** Adds a condition; `?` stands for the value. */
function add(where: Where, condition: string, ...values: unknown[]): void {
  let text = condition
  for (const value of values) {
    where.values.push(value)
    text = text.replace("?", `$${where.values.length}`)
  }
  where.text.push(text)
}

const others = (ids: readonly string[], me: string) => ids.filter((id) => id !== "none").map((id) => (id === "me" ? me : id))
const openCategories = statusCategories.filter((category) => !finalCategories.includes(category))

async function filter(ctx: Ctx, query: TicketQuery, where: Where): Promise<void> {
  const { actor } = ctx
  const projects = query.project === undefined ? null : await projectIds(ctx, query.project)
  if (projects !== null)
    add(
      where,
      projects.length === 1 ? "t.project_id = ?::uuid" : "t.project_id = any(?::uuid[])",
      projects.length === 1 ? projects[0] : projects,
    )
  // whoever may read every project asked for needs no look at the viewers of each ticket
  const readsAll = actor.seesAll || projects?.every((id) => actor.readableProjects.has(id)) === true
  // an index over a person's many grants finds far more than one over the few ids asked for, so beside those it is kept from being used
  const finder = query.assignee?.find((who) => who !== "none") ?? query.watcher ?? query.department ?? query.team ?? query.q ?? query.id
  if (!readsAll) add(where, finder === undefined ? "t.viewers && ?::uuid[]" : "coalesce(t.viewers) && ?::uuid[]", actor.grants)

  if (query.id !== undefined)
    add(
      where,
      "(t.id = any(?::uuid[]) or t.key = any(?))",
      query.id.filter(isId),
      query.id.filter((id) => !isId(id)).map((key) => key.toUpperCase()),
    )
  if (query.type !== undefined) add(where, "t.type = any(?)", query.type)
  if (query.status !== undefined) add(where, "t.status = any(?)", query.status)
  if (query.statusCategory !== undefined) byCategory(where, query.statusCategory)
  if (query.priority !== undefined) add(where, "t.priority = any(?::smallint[])", query.priority.map(priorityRank))
  if (query.assignee !== undefined) byAssignee(where, query.assignee, actor.id)
  if (query.reporter !== undefined) add(where, "t.reporter_id = any(?::uuid[])", others(query.reporter, actor.id))
  if (query.watcher !== undefined) {
    const people = others(query.watcher, actor.id)
    add(where, "t.viewers && ?::uuid[] and t.watcher_ids && ?::uuid[]", people, people)
  }
  if (query.department !== undefined)
    add(where, "t.viewers && ?::uuid[] and t.department_id = any(?::uuid[])", query.department, query.department)
  if (query.team !== undefined) add(where, "t.viewers && ?::uuid[] and t.team_id = any(?::uuid[])", query.team, query.team)
  if (query.category !== undefined)
    add(
      where,
      "t.category_id in (select id from categories where id = any(?::uuid[]) or parent_id = any(?::uuid[]))",
      query.category,
      query.category,
    )
  if (query.label !== undefined) add(where, "t.labels && ?::text[]", query.label)
  if (query.parent !== undefined)
    add(
      where,
      "t.parent_id in (select p.id from tickets p where p.id = any(?::uuid[]) or p.key = any(?))",
      query.parent.filter(isId),
      query.parent.filter((id) => !isId(id)).map((key) => key.toUpperCase()),
    )
  if (query.createdAfter !== undefined) add(where, "t.created_at > ?::timestamptz", query.createdAfter)
  if (query.createdBefore !== undefined) add(where, "t.created_at < ?::timestamptz", query.createdBefore)
  if (query.updatedAfter !== undefined) add(where, "t.updated_at > ?::timestamptz", query.updatedAfter)
  if (query.dueBefore !== undefined) add(where, "t.due_date < ?::date", query.dueBefore)
  if (query.dueAfter !== undefined) add(where, "t.due_date > ?::date", query.dueAfter)
  if (query.q !== undefined) search(ctx, where, query.q)
}

/** Ids and keys to ids; one that does not exist or is not visible matches nothing. */
async function projectIds(ctx: Ctx, wanted: readonly string[]): Promise<string[]> {
  const directory = await projectDirectory(ctx)
  const found = wanted.map((idOrKey) => (isId(idOrKey) ? idOrKey : directory.byKey.get(idOrKey.toUpperCase())?.id))
  return [...new Set(found.map((id) => id ?? "00000000-0000-0000-0000-000000000000"))]
}

/** "Whatever is open" has indexes of its own, so it is said as such. */
function byCategory(where: Where, wanted: readonly StatusCategory[]): void {
  if (wanted.every((category) => openCategories.includes(category))) add(where, "t.open")
  if (!openCategories.every((category) => wanted.includes(category)) || wanted.length !== openCategories.length)
    add(where, "t.status_category = any(?)", wanted)
}

/** An assignee is a viewer too: the index over viewers finds the few rows. */
function byAssignee(where: Where, wanted: readonly string[], me: string): void {
  const people = others(wanted, me)
  if (people.length === 0) add(where, "t.assignee_ids = '{}'")
  else if (wanted.includes("none")) add(where, "(t.assignee_ids = '{}' or t.assignee_ids && ?::uuid[])", people)
  else add(where, "t.viewers && ?::uuid[] and t.assignee_ids && ?::uuid[]", people, people)
}

/** Full text over title, description and the comments that the actor may read, and the key itself. */
function search({ actor }: Ctx, where: Where, q: string): void {
  const readable = actor.seesAll ? "true" : "(c.visibility = 'public' or t2.project_id = any(?::uuid[]))"
  add(
    where,
    `t.id in (
      select s.id from tickets s where s.search @@ websearch_to_tsquery('english', ?)
      union all
      select c.ticket_id from comments c join tickets t2 on t2.id = c.ticket_id where c.search @@ websearch_to_tsquery('english', ?) and c.removed_at is null and ${readable}
      union all
      select k.id from tickets k where k.key = upper(?))`,
    q,
    q,
    ...(actor.seesAll ? [] : [[...actor.staffProjects]]),
    q.trim(),
  )
}

type Cursor = { sort: string; value: string | number; id: string }
const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify([cursor.sort, cursor.value, cursor.id])).toString("base64url")
function readCursor(text: string, sort: string): Cursor {
  try {
    const [its, value, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as [unknown, unknown, unknown]
    if (its === sort && (typeof value === "string" || typeof value === "number") && typeof id === "string" && isId(id))
      return { sort, value, id }
  } catch {}
  throw invalid([{ path: "cursor", message: "does not belong to this list" }])
}

/** The tickets that the actor may see, filtered, sorted, a page at a time. Costs what the page costs, however deep it lies. */
export async function listTickets(ctx: Ctx, query: TicketQuery, only?: string): Promise<ListOf<ListedTicket>> {
  const limit = query.limit ?? 25
  const sort = query.sort ?? "-createdAt"
  const descending = sort.startsWith("-")
  const order = sorts[descending ? sort.slice(1) : sort]!
  const where: Where = { text: ["t.deleted_at is null"], values: [] }
  if (only !== undefined) add(where, only, ctx.actor.id)
  await filter(ctx, query, where)
  const counted: Where = { text: [...where.text], values: [...where.values] }

  if (query.cursor !== undefined) {
    const cursor = readCursor(query.cursor, sort)
    add(where, `(${order.by}, t.id) ${descending ? "<" : ">"} (?::${order.type}, ?::uuid)`, cursor.value, cursor.id)
  }
  const direction = descending ? "desc" : "asc"
  const offset = query.page === undefined ? "" : ` offset ${(query.page - 1) * limit}`
  const found = await rows<TicketRow>(
    ctx.db,
    `select ${columnList} from tickets t where ${where.text.join(" and ")} order by ${order.by} ${direction}, t.id ${direction} limit ${limit + 1}${offset}`,
    where.values,
  )
  const page = found.length > limit ? found.slice(0, limit) : found
  const last = page.at(-1)
  const total = query.count === true ? await count(ctx, counted) : undefined
  return {
    data: await presentList(ctx, page),
    nextCursor: found.length > limit && last !== undefined ? writeCursor({ sort, value: order.read(last), id: last.id }) : null,
    ...(total === undefined ? {} : { total }),
  }
}

async function count(ctx: Ctx, where: Where): Promise<number> {
  const [answer] = await rows<{ n: number }>(
    ctx.db,
    `select count(*)::int as n from tickets t where ${where.text.join(" and ")}`,
    where.values,
  )
  return answer?.n ?? 0
}
