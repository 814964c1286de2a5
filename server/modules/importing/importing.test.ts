import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { ListOf } from "@docket/contract/shapes"
import type { HistoryEntry, ListedTicket, Ticket } from "@docket/contract/tickets"
import { type Company, company } from "../../test/company.ts"
import { brokenInvariants } from "../../test/invariants.ts"
import { type Summary, sentencesOf } from "./index.ts"
import { fileOf, importFile, importText, incidentsOfSample, isoOf, logOf, nameOf, rowOf, sample, type Values, wayOf } from "./test-log.ts"

let c: Company
let summary: Summary
const incidents = incidentsOfSample()
before(async () => {
  c = await company()
  summary = await importFile(c.runtime, sample)
})
after(() => c.close())

const query = async <T extends object>(text: string, values: unknown[] = []) => (await c.runtime.database.pool.query<T>(text, values)).rows
/** A line for each table: how many rows there are, and a sum over all they say. */
const digest = async () => {
  const tables = await query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'idempotency_keys'",
  )
  const all = await Promise.all(
    tables.map(
      async ({ name }) =>
        (
          await query(`select '${name}' as name, count(*), md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${name}" t`)
        )[0],
    ),
  )
  return JSON.stringify(all)
}
const ticketOf = async (number: string, project = "SNOW") => {
  const [found] = await query<{ key: string }>(
    "select t.key from tickets t join projects p on p.id = t.project_id where t.external_ref = $1 and p.key = $2",
    [number, project],
  )
  assert.ok(found, `${number} is not in ${project}`)
  return c.ok<Ticket>("priya", "GET", `/tickets/${found.key}`)
}
const historyOf = async ({ key }: { key: string }) =>
  (await c.ok<ListOf<HistoryEntry>>("priya", "GET", `/tickets/${key}/history?limit=100`)).data

describe("the sample", () => {
  test("is 400 tickets of a project that the import has made, and says what it did", async () => {
    const { rows, told, known, skipped, noted, added, projectIsNew, project } = summary
    assert.deepEqual(
      { rows, told, known, skipped, noted, added, projectIsNew, project },
      { rows: 2627, told: 2627, known: 0, skipped: 0, noted: 0, added: 400, projectIsNew: true, project: "SNOW" },
    )
    const [{ events = 0 } = {}] = await query<{ events: number }>(
      "select count(*)::int as events from events where name like 'ticket.%' and data ->> 'imported' = 'true'",
    )
    assert.equal(summary.events, events)
    const page = await c.ok<ListOf<ListedTicket> & { total: number }>("priya", "GET", "/tickets?project=SNOW&count=true&limit=1")
    assert.equal(page.total, 400)
    assert.deepEqual(await brokenInvariants(c.runtime.database.pool), [])
  })

  test("stands as the last row of each incident has it", async () => {
    const expected: Record<string, number> = {}
    for (const rows of incidents.values()) {
      const state = rows.at(-1)?.incident_state ?? ""
      expected[state] = (expected[state] ?? 0) + 1
    }
    const found = await query<{ name: string; n: number }>(
      `select s ->> 'name' as name, count(*)::int as n from tickets t join workflow_versions v on v.id = t.workflow_version_id,
         jsonb_array_elements(v.graph -> 'statuses') s where s ->> 'key' = t.status and t.source = 'import' group by 1`,
    )
    assert.deepEqual(Object.fromEntries(found.map(({ name, n }) => [name, n])), expected)
  })

  test("is read by those who work the desk, with the log's people, team, category and times", async () => {
    const rows = incidents.get("INC0000197") ?? []
    const last = rows.at(-1) ?? {}
    const ticket = await ticketOf("INC0000197")
    assert.deepEqual(
      [ticket.type, ticket.source, ticket.status, ticket.statusCategory, ticket.priority, ticket.impact, ticket.urgency],
      ["incident", "import", "closed", "done", "medium", "medium", "medium"],
    )
    assert.deepEqual(
      [ticket.reporter.name, ticket.assignee?.name, ticket.team?.name, ticket.category?.name, ticket.subcategory?.name],
      [last.caller_id, last.assigned_to, last.assignment_group, last.category, last.subcategory],
    )
    assert.deepEqual(
      [ticket.createdAt, ticket.resolvedAt, ticket.closedAt, ticket.updatedAt],
      [last.opened_at, last.resolved_at, last.closed_at, last.sys_updated_at].map((moment) => isoOf(moment ?? "")),
    )
    assert.deepEqual([ticket.customFields.reassignments, ticket.customFields.reopens, ticket.resolutionCode], [7, 0, "code 9"])
    assert.ok(ticket.timeline.every(({ event }) => event?.imported))
  })

  for (const number of ["INC0000045", "INC0000197", "INC0000164", "INC0000541", "INC0000102"])
    test(`${number} has the log's history: when, who, what`, async () => {
      const rows = incidents.get(number) ?? []
      const ticket = await ticketOf(number)
      const history = await historyOf(ticket)
      assert.ok(history.every(({ imported }) => imported))
      const raised = history.filter(({ action }) => action === "created")
      assert.deepEqual(
        raised.map(({ at, actor }) => [at, actor?.name]),
        [[isoOf(rows[0]?.opened_at ?? ""), nameOf(rows[0]?.opened_by ?? "")]],
      )
      const changes = await expectedChanges(rows)
      assert.deepEqual(
        history
          .filter(({ field }) => ["status", "teamId", "assignees", "priority"].includes(field ?? ""))
          .map(said)
          .sort(),
        changes.sort(),
      )
      const times = new Set(history.map(({ at, actor }) => `${at} ${actor?.name}`))
      for (const row of rows)
        assert.ok(times.has(`${isoOf(row.sys_updated_at ?? "")} ${nameOf(row.sys_updated_by ?? "")}`), row.sys_mod_count)
    })

  const said = ({ at, actor, field, old, new: now }: HistoryEntry) => JSON.stringify([at, actor?.name, field, old, now])
  const ids = async (text: string) => new Map((await query<{ name: string; id: string }>(text)).map(({ name, id }) => [name, id]))
  async function expectedChanges(rows: Values[]): Promise<string[]> {
    const teams = await ids("select name, id from teams")
    const people = await ids("select full_name as name, id from users")
    const priorities: Values = { 1: "critical", 2: "high", 3: "medium", 4: "low" }
    const fields: Record<string, (row: Values) => unknown> = {
      status: (row) => row.incident_state?.toLowerCase().replaceAll(" ", "_"),
      teamId: (row) => teams.get(row.assignment_group ?? "") ?? null,
      assignees: (row) => (row.assigned_to === "?" ? [] : [people.get(row.assigned_to ?? "")]),
      priority: (row) => priorities[row.priority?.[0] ?? ""],
    }
    return rows.flatMap((row, at) => {
      const before = rows[at - 1]
      if (before === undefined) return []
      return Object.entries(fields)
        .map(([field, of]) => [field, of(before), of(row)] as const)
        .filter(([, old, now]) => JSON.stringify(old) !== JSON.stringify(now))
        .map(([field, old, now]) => JSON.stringify([isoOf(row.sys_updated_at ?? ""), nameOf(row.sys_updated_by ?? ""), field, old, now]))
    })
  }

  test("lets nobody in: its people are disabled and have no password", async () => {
    const people = await query<{ status: string; role: string; open: boolean }>(
      "select distinct status, role, password_hash is not null as open from users where email like '%@servicenow.invalid' order by role",
    )
    assert.deepEqual(people, [
      { status: "disabled", role: "agent", open: false },
      { status: "disabled", role: "employee", open: false },
    ])
  })

  test("comes once: a second run, and two at the same time, change not a row but their own record", async () => {
    const tickets = () => query("select md5(string_agg(t::text, '|' order by t.id)) as all from tickets t")
    const before = [await tickets(), await query("select count(*) from events"), await query("select count(*) from users")]
    const again = [await importFile(c.runtime, sample), ...(await Promise.all([1, 2].map(() => importFile(c.runtime, sample))))]
    for (const { told, known, added, unchanged, events } of again)
      assert.deepEqual({ told, known, added, unchanged, events }, { told: 0, known: 2627, added: 0, unchanged: 400, events: 0 })
    assert.deepEqual([await tickets(), await query("select count(*) from events"), await query("select count(*) from users")], before)
  })
})

describe("a log as it comes", () => {
  test("wrong rows are told by their line and stop nothing; every number becomes a ticket", async () => {
    const [first = "", second = "", third = "", last = ""] = wayOf("INC0090001")
    const text = logOf(
      [first, second.replace("01-03-2016 09:00", "31-02-2016 09:00"), third, last],
      `${rowOf({ number: "INC0090002" })},one,more`,
      rowOf({ number: "?" }),
      "",
      rowOf({ number: "INC0090003", sys_updated_at: "?" }),
      rowOf({ number: "INC0090004", incident_state: "-100" }),
      first,
      '"INC0090005,an open mark',
      rowOf({ number: "INC0090006", location: '"a, b ""c"""' }),
      "end of file",
    )
    const result = await importText(c.runtime, text)
    assert.deepEqual([result.rows, result.told, result.skipped, result.noted, result.added], [12, 5, 7, 2, 5])
    assert.deepEqual(
      result.findings.map(({ line, kind, why }) => `${line} ${kind} ${why}`),
      [
        "3 skipped sys_updated_at is not a time: 31-02-2016 09:00",
        "6 skipped has 38 columns instead of 36",
        "7 skipped number is not an incident's: ?",
        "8 noted is empty",
        "9 skipped sys_updated_at is unknown: ?",
        "10 noted incident_state names no state: -100",
        "11 skipped is the same update as line 2",
        "12 skipped has a quotation mark that is never closed",
        "14 skipped has 1 column instead of 36",
      ],
    )
    const ticket = await ticketOf("INC0090001")
    assert.deepEqual(
      (await historyOf(ticket)).filter(({ field }) => field === "status").map(({ old, new: now }) => [old, now]),
      [
        ["new", "resolved"],
        ["resolved", "closed"],
      ],
    )
    assert.equal((await ticketOf("INC0090002")).status, "new")
    assert.equal((await ticketOf("INC0090004")).status, "new")
    assert.equal((await ticketOf("INC0090006")).customFields.location, 'a, b "c"')
  })

  test("rows of an incident may lie anywhere, in any order, with other line ends and a mark at the beginning", async () => {
    const ways = [1, 2, 3].map((n) => wayOf(`INC009010${n}`))
    const mixed = [3, 1, 0, 2].flatMap((at) => ways.map((way) => way[at] ?? ""))
    const text = `\ufeff${logOf(mixed).replaceAll("\n", "\r\n")}`
    assert.equal((await importText(c.runtime, text)).told, 12)
    for (const n of [1, 2, 3]) {
      const moves = (await historyOf(await ticketOf(`INC009010${n}`))).filter(({ field }) => field === "status")
      assert.deepEqual(
        moves.map(({ new: now }) => now),
        ["active", "resolved", "closed"],
      )
    }
  })

  test("a longer file goes on with what was there, after changes made here too; a deleted ticket stays deleted", async () => {
    const ways = ["INC0090201", "INC0090202", "INC0090203"].map((number) => wayOf(number))
    await importText(c.runtime, logOf(...ways.map((way) => way.slice(0, 2))))
    const [one, two, three] = await Promise.all(["INC0090201", "INC0090202", "INC0090203"].map((number) => ticketOf(number)))
    await c.ok("priya", "PATCH", `/tickets/${two?.key}`, { priority: "critical", status: "awaiting_vendor" })
    await c.ok("amara", "DELETE", `/tickets/${three?.key}`)
    const dry = await importText(c.runtime, logOf(...ways), { dryRun: true })
    const result = await importText(c.runtime, logOf(...ways))
    assert.deepEqual([dry.continued, dry.told, dry.known, dry.skipped, dry.findings], [2, 4, 6, 2, result.findings])
    assert.deepEqual([result.continued, result.told, result.known, result.skipped], [2, 4, 6, 2])
    assert.match(result.findings[0]?.why ?? "", /the ticket of INC0090203 has been deleted/)
    const moves = async (key: string | undefined) =>
      (await historyOf({ key: key ?? "" })).filter(({ field }) => field === "status").map(({ old, new: now }) => `${old} ${now}`)
    assert.deepEqual(await moves(one?.key), ["new active", "active resolved", "resolved closed"])
    assert.deepEqual((await moves(two?.key)).sort(), [
      "active awaiting_vendor",
      "awaiting_vendor resolved",
      "new active",
      "resolved closed",
    ])
    const after = await ticketOf("INC0090202")
    assert.deepEqual([after.priority, after.status, after.closedAt], ["critical", "closed", "2016-03-07T11:00:00.000Z"])
    assert.equal((await importText(c.runtime, logOf(...ways.slice(0, 2)))).told, 0)
  })

  test("a state that no log had before becomes a status of the next version", async () => {
    const text = logOf([
      rowOf({ number: "INC0090301" }),
      rowOf({ number: "INC0090301", sys_mod_count: "1", incident_state: "Awaiting Approval", sys_updated_at: "01-03-2016 10:00" }),
    ])
    await importText(c.runtime, text)
    const ticket = await ticketOf("INC0090301")
    assert.deepEqual([ticket.statusName, ticket.statusCategory], ["Awaiting Approval", "waiting"])
    assert.ok(ticket.transitions.some(({ to }) => to === "resolved"))
  })

  test("a reference that somebody else's ticket carries is left to it", async () => {
    const project = (await ticketOf("INC0000045")).project.id
    await c.ok("priya", "POST", "/tickets", { projectId: project, title: "By hand", externalRef: "INC0090401" })
    const result = await importText(c.runtime, logOf(wayOf("INC0090401")))
    assert.deepEqual([result.added, result.told, result.skipped], [0, 0, 4])
    assert.match(result.findings[0]?.why ?? "", /INC0090401 is the reference of SNOW-\d+, which was not imported/)
  })

  test("all of it leaves the data in order", async () => assert.deepEqual(await brokenInvariants(c.runtime.database.pool), []))
})

describe("into a project", () => {
  test("states are mapped to its workflow, and the history keeps what the log called them", async () => {
    const rows = wayOf("INC0091001")
    rows.splice(
      2,
      0,
      rowOf({
        number: "INC0091001",
        sys_mod_count: "1",
        incident_state: "Awaiting User Info",
        assigned_to: "Resolver 1",
        sys_updated_at: "01-03-2016 09:30",
      }),
    )
    const { project, projectIsNew } = await importText(c.runtime, logOf(rows), { project: "help" })
    assert.deepEqual([project, projectIsNew], ["HELP", false])
    const ticket = await ticketOf("INC0091001", "HELP")
    assert.deepEqual([ticket.type, ticket.status, ticket.closedAt], ["incident", "closed", "2016-03-07T11:00:00.000Z"])
    const history = await historyOf(ticket)
    assert.deepEqual(
      history.filter(({ field }) => field === "status").map(({ old, new: now, note }) => [old, now, note]),
      [
        ["open", "in_progress", "State in ServiceNow: Active"],
        ["in_progress", "resolved", "State in ServiceNow: Resolved"],
        ["resolved", "closed", "State in ServiceNow: Closed"],
      ],
    )
    assert.deepEqual(
      history.filter(({ field, note }) => field === null && note !== null).map(({ note }) => note),
      ["State in ServiceNow: New", "State in ServiceNow: Awaiting User Info"],
    )
  })
  test("of the working kind, an incident is a bug, and what is resolved is done", async () => {
    await importText(c.runtime, logOf(wayOf("INC0091002").slice(0, 3)), { project: "WEB" })
    const [found] = await query("select type, status, closed_at from tickets where external_ref = 'INC0091002'")
    assert.deepEqual(found, { type: "bug", status: "done", closed_at: "2016-03-02T10:00:00.000Z" })
  })
  test("that is not there, or frozen, nothing is imported", async () => {
    await assert.rejects(importText(c.runtime, logOf(wayOf("INC0091003")), { project: "NONE" }), /There is no project NONE/)
    await c.ok("amara", "PATCH", "/projects/WEB", { status: "completed" })
    await assert.rejects(importText(c.runtime, logOf(wayOf("INC0091003")), { project: "WEB" }), /WEB is completed and frozen/)
    assert.deepEqual(await query("select 1 from tickets where external_ref = 'INC0091003'"), [])
    assert.deepEqual(await brokenInvariants(c.runtime.database.pool), [])
  })
})

describe("a dry run", () => {
  test("says what an import would do, and changes not a row", async () => {
    const text = logOf(
      ...Array.from({ length: 30 }, (_, n) => wayOf(`INC009200${String(n).padStart(2, "0")}`, { caller_id: `Dry caller ${n}` })),
    )
    const earlier = await digest()
    const dry = await importText(c.runtime, text, { dryRun: true })
    const dryThere = await importText(c.runtime, text, { dryRun: true, project: "HELP" })
    assert.equal(await digest(), earlier)
    const real = await importText(c.runtime, text)
    const counts = ({ project, rows, added, told, known, events, people, teams, categories }: Summary) => ({
      project,
      rows,
      added,
      told,
      known,
      events,
      people,
      teams,
      categories,
    })
    assert.deepEqual(counts(dry), counts(real))
    assert.deepEqual([dryThere.added, dryThere.project], [30, "HELP"])
    assert.equal((await importText(c.runtime, text, { dryRun: true })).known, 120)
  })
  test("needs no database", async () => {
    const { added, projectIsNew, people } = await importFile(null, sample, { dryRun: true })
    assert.deepEqual({ added, projectIsNew }, { added: 400, projectIsNew: true })
    assert.equal(people, summary.people)
    await assert.rejects(importFile(null, sample, { dryRun: true, project: "HELP" }), /There is no project HELP/)
  })
})

describe("an import that is stopped", () => {
  test("has done whole batches, and the next one goes on", async () => {
    const text = logOf(...Array.from({ length: 200 }, (_, n) => wayOf(`INC0094${String(n).padStart(3, "0")}`)))
    const path = fileOf(text)
    const stop = new AbortController()
    const half = await importFile(c.runtime, path, { signal: stop.signal, progress: ({ phase }) => phase === "importing" && stop.abort() })
    assert.ok(half.stopped && half.added > 0 && half.added < 200)
    assert.deepEqual(await brokenInvariants(c.runtime.database.pool), [])
    const rest = await importFile(c.runtime, path)
    assert.deepEqual([rest.added, rest.known, rest.before], [200 - half.added, half.told, half.told])
    assert.match(sentencesOf(path, rest, false)[1] ?? "", /had begun before and not finished: after \d+ rows, this one went on/)
    assert.equal((await importFile(c.runtime, path)).before, null)
  })
})

describe("several imports at once", () => {
  test("of the same new rows bring them once", async () => {
    const text = logOf(
      ...Array.from({ length: 200 }, (_, n) => wayOf(`INC0093${String(n).padStart(3, "0")}`, { caller_id: `Caller ${n}` })),
    )
    const results = await Promise.all([1, 2, 3].map(() => importText(c.runtime, text)))
    assert.equal(
      results.reduce((sum, { added }) => sum + added, 0),
      200,
    )
    assert.equal(
      results.reduce((sum, { told }) => sum + told, 0),
      800,
    )
    assert.deepEqual(await brokenInvariants(c.runtime.database.pool), [])
  })
})
