import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { DemoRole, Me } from "@docket/contract/identity"
import type { ListedTicket } from "@docket/contract/tickets"
import type { WorkflowGraph } from "@docket/contract/workflows"
import { transitionBetween } from "#modules/workflows"
import { rows } from "#platform/database/rows"
import { type Answer, testHouse } from "#platform/test-kit"
import { house } from "../../house.ts"
import { demoAccounts } from "./accounts.ts"
import { handles } from "./company/people.ts"
import { projects } from "./company/projects.ts"
import { installDemo } from "./install.ts"

type Body = { data: ListedTicket[]; total: number; accessToken: string; user: Me["user"] }
const bodyOf = (answer: Answer) => answer.body as Body
type House = Awaited<ReturnType<typeof testHouse>>

describe("the demo company", () => {
  let demo: House
  const began = Date.now()
  const query = <T>(text: string, values: unknown[] = []) => rows<T>(demo.runtime.database.kysely, text, values)
  const count = async (text: string, values: unknown[] = []) =>
    (await query<{ n: number }>(`select count(*)::int as n from ${text}`, values))[0]?.n ?? 0
  before(async () => {
    demo = await testHouse(house, { demo: true })
  })
  after(() => demo?.close())

  async function signedIn(role: DemoRole) {
    const { accessToken, user } = bodyOf(await demo.request("POST", "/auth/demo-login", { body: { role } }))
    const list = async (filter: string) => bodyOf(await demo.request("GET", `/tickets?count=true&limit=100&${filter}`, { as: accessToken }))
    return { user, token: accessToken, list }
  }

  test("is of a believable size, with work in every state", async () => {
    assert.equal(await count("users where demo"), handles.length)
    assert.equal(await count("users where not demo"), 0)
    const counts = await query<{ key: string; tickets: number; open: number; unassigned: number; statuses: string[] }>(
      `select p.key, count(*)::int as tickets, count(*) filter (where t.open)::int as open,
         count(*) filter (where t.open and t.assignee_ids = '{}')::int as unassigned, array_agg(distinct t.status order by t.status) as statuses
       from tickets t join projects p on p.id = t.project_id group by p.key`,
    )
    const of = new Map(counts.map((one) => [one.key, one]))
    assert.deepEqual([...of.keys()].sort(), Object.keys(projects).sort())
    const total = counts.reduce((sum, { tickets }) => sum + tickets, 0)
    assert.ok(total >= 300 && total <= 500, `${total} tickets`)
    assert.ok((of.get("HELP")?.open ?? 0) >= 15 && (of.get("HELP")?.unassigned ?? 0) >= 5)
    assert.deepEqual(of.get("HELP")?.statuses, ["closed", "in_progress", "open", "resolved", "withdrawn"])
    assert.deepEqual(of.get("WEB")?.statuses, ["done", "in_progress", "po_review", "todo"])
    assert.deepEqual(of.get("CLEAN")?.statuses, ["blocked", "closed", "in_progress", "open"])
    for (const status of ["new", "on_hold", "pending", "rejected", "closed"]) assert.ok(of.get("FAC")?.statuses.includes(status), status)
    assert.deepEqual(of.get("MOVE")?.statuses, ["closed"])
    assert.ok((await count("tickets where open and priority = 4")) >= 3, "critical")
    assert.ok((await count("tickets where open and open_blockers > 0")) >= 5, "blocked")
    assert.ok((await count("comments where visibility = 'internal' and mentions <> '{}'")) >= 2, "notes that mention somebody")
    assert.equal(await count("projects where status = 'completed'"), 1)
  })

  test("lets every kind of person in, to something to do", async () => {
    for (const { role, email, password } of demoAccounts) {
      const { user, list } = await signedIn(role)
      assert.equal(user.email, email, role)
      assert.equal((await demo.request("POST", "/auth/login", { body: { email, password } })).status, 200, `${email} by password`)
      assert.ok((await list("")).total > 0, role)
    }
    const everything = await count("tickets")
    assert.equal((await (await signedIn("admin")).list("")).total, everything)
    assert.equal((await (await signedIn("manager")).list("")).total, everything)

    const agent = await signedIn("agent")
    assert.ok((await agent.list("assignee=me&statusCategory=active")).total >= 1)
    const queue = await agent.list("project=HELP&assignee=none&statusCategory=todo")
    assert.ok(queue.data.every(({ can }) => can.includes("claim")) && queue.total >= 5)

    const employee = await signedIn("employee")
    const own = await employee.list("reporter=me")
    assert.equal(own.total, (await employee.list("")).total, "an employee sees what concerns them")
    assert.ok(own.data.some(({ status, transitions }) => status === "resolved" && transitions.some(({ to }) => to === "closed")))

    const owner = await signedIn("product_owner")
    const review = await owner.list("project=WEB&status=po_review")
    assert.ok(review.total >= 2 && review.data.every(({ transitions }) => transitions.some(({ to }) => to === "done")))
    const developer = await signedIn("developer")
    assert.ok((await developer.list("project=WEB&assignee=me&statusCategory=active")).total >= 2)
    assert.ok(
      (await developer.list("project=WEB&status=po_review")).data.every(({ transitions }) => !transitions.some(({ to }) => to === "done")),
    )

    const head = await signedIn("department_head")
    const seen = await head.list("")
    assert.ok(seen.data.some(({ reporter, department }) => reporter.id !== head.user.id && department?.name === "Finance"))
  })

  test("has histories that lead through legal moves to where each ticket is", async () => {
    const tickets = await query<{ id: string; key: string; status: string; created: string; graph: WorkflowGraph }>(
      "select t.id, t.key, t.status, t.created_at as created, v.graph from tickets t join workflow_versions v on v.id = t.workflow_version_id",
    )
    const events = await query<{ ticket_id: string; at: string; name: string; moved: [string, string] | null; first: string | null }>(
      "select ticket_id, at, name, data->'changes'->'status' as moved, data->'fields'->>'status' as first from events where ticket_id is not null order by id",
    )
    const byTicket = Map.groupBy(events, ({ ticket_id }) => ticket_id)
    for (const { id, key, status, created, graph } of tickets) {
      const history = byTicket.get(id) ?? []
      assert.equal(history[0]?.name, "ticket.created", key)
      assert.equal(history[0]?.at, created, key)
      let at = history[0]?.first ?? ""
      assert.equal(at, graph.initial, key)
      for (const [index, { moved, at: time }] of history.entries()) {
        assert.ok(index === 0 || time >= (history[index - 1]?.at ?? ""), `${key} goes back in time`)
        if (moved === null) continue
        assert.equal(moved[0], at, key)
        assert.ok(transitionBetween(graph, ...moved), `${key}: ${moved.join(" to ")}`)
        at = moved[1]
      }
      assert.equal(at, status, key)
    }
  })

  test("has no future, and no gap in its texts", async () => {
    const now = [new Date().toISOString()]
    assert.equal(await count("tickets where greatest(created_at, updated_at, resolved_at, closed_at) > $1", now), 0)
    assert.equal(await count("comments where created_at > $1", now), 0)
    assert.equal(await count("events where at > $1", now), 0)
    assert.ok((await count("tickets where created_at < $1", [new Date(began - 80 * 86_400_000).toISOString()])) > 10)
    assert.ok((await count("tickets where created_at > $1", [new Date(began - 86_400_000).toISOString()])) > 0)
    assert.equal(await count("tickets where concat(title, description, resolution, reason) ~ '\\{[a-z]+\\}|undefined'"), 0)
    assert.equal(await count("comments where body ~ '\\{[a-z]+\\}|undefined'"), 0)
  })

  test("is installed once", async () => {
    const before = await count("events")
    await installDemo(demo.runtime)
    assert.equal(await count("events"), before)
  })
})

describe("where there is no demo company", () => {
  test("production mode has nobody in it, and cannot install it", async () => {
    const plain = await testHouse(house)
    try {
      assert.deepEqual(await rows(plain.runtime.database.kysely, "select id from users"), [])
      await assert.rejects(installDemo(plain.runtime), /demo mode only/)
      assert.equal((await plain.request("POST", "/auth/demo-login", { body: {} })).status, 404)
    } finally {
      await plain.close()
    }
  })

  test("a database of real people is left alone, and Docket says so", async () => {
    const plain = await testHouse(house)
    try {
      const { kysely } = plain.runtime.database
      await rows(
        kysely,
        "insert into users (id, email, full_name, role, status) values (gen_random_uuid(), 'real@example.com', 'Real', 'employee', 'approved')",
      )
      const inDemoMode = { ...plain.runtime, config: { ...plain.runtime.config, demo: true } }
      await assert.rejects(installDemo(inDemoMode), /belongs to real people/)
      assert.equal((await rows(kysely, "select id from users")).length, 1)
    } finally {
      await plain.close()
    }
  })
})
