import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { ChangedTicket, HistoryEntry, ListedTicket, Ticket } from "@docket/contract/tickets"
import { type Company, company } from "../../test/company.ts"

type List = { data: ListedTicket[]; nextCursor: string | null; total?: number }
let c: Company
before(async () => {
  c = await company()
})
after(() => c.close())

const raise = (who: Parameters<Company["ok"]>[0], body: object) => c.ok<ChangedTicket>(who, "POST", "/tickets", body)
const code = (answer: { body: unknown }) => (answer.body as { error: string }).error
const keys = (list: List) => list.data.map(({ key }) => key)

describe("raising", () => {
  test("a request names nothing but its title and lands on the desk, numbered and visible to its reporter", async () => {
    const ticket = await raise("ines", { title: "VPN drops every ten minutes" })
    assert.match(ticket.key, /^HELP-1\d{3}$/)
    assert.deepEqual(
      [ticket.type, ticket.status, ticket.priority, ticket.reporter.name, ticket.version, ticket.project.key],
      ["request", "open", "medium", "Ines Carvalho", 1, "HELP"],
    )
    const read = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.key}`)
    assert.equal(read.id, ticket.id)
    assert.equal((await c.call("owen", "GET", `/tickets/${ticket.id}`)).status, 404)
    assert.equal((await c.call("priya", "GET", `/tickets/key/${ticket.key}`)).status, 200)
    assert.equal((await c.call(null, "GET", `/tickets/${ticket.id}`)).status, 401)
  })
  test("numbers are distinct and without gaps under 30 at once", async () => {
    const raised = await Promise.all(Array.from({ length: 30 }, (_, i) => raise("priya", { title: `At once ${i}` })))
    const numbers = raised.map(({ key }) => Number(key.split("-")[1])).sort((a, b) => a - b)
    assert.equal(new Set(numbers).size, 30)
    assert.equal(numbers.at(-1)! - numbers[0]!, 29)
  })
  test("urgent is critical; impact and urgency make the priority", async () => {
    assert.equal((await raise("ines", { title: "Everything is down", priority: "urgent" })).priority, "critical")
    assert.equal((await raise("ines", { title: "Everyone is hit", impact: "high", urgency: "high" })).priority, "critical")
    assert.equal((await raise("ines", { title: "Nobody is hit", impact: "low", urgency: "low" })).priority, "low")
  })
  test("a requester directs nothing; an unknown field, project, type or reference is refused by name", async () => {
    assert.equal((await c.call("ines", "POST", "/tickets", { body: { title: "x", assigneeIds: [c.id.priya] } })).status, 403)
    assert.equal((await c.call("ines", "POST", "/tickets", { body: { title: "x", reporterId: c.id.owen } })).status, 403)
    const wrong: [object, string][] = [
      [{ title: "" }, "title"],
      [{ title: " " }, "title"],
      [{ title: "x".repeat(501) }, "title"],
      [{ title: "x", nonsense: 1 }, "nonsense"],
      [{ title: "x", id: c.id.ines }, "id"],
      [{ title: "x", type: "epic" }, "type"],
      [{ title: "x", priority: "huge" }, "priority"],
      [{ title: "x", startDate: "2026-02-30" }, "startDate"],
      [{ title: "x", startDate: "2026-03-02", dueDate: "2026-03-01" }, "dueDate"],
      [{ title: "x", categoryId: c.id.ines }, "categoryId"],
      [{ title: "a\u0000b" }, "title"],
      [{ title: "a\ud800b" }, "title"],
    ]
    for (const [body, path] of wrong) {
      const answer = await c.call("ines", "POST", "/tickets", { body })
      assert.equal(answer.status, 400, JSON.stringify(body))
      assert.equal((answer.body as { details: { fields: { path: string }[] } }).details.fields[0]?.path, path)
    }
    assert.equal(code(await c.call("ines", "POST", "/tickets", { body: { title: "x", projectId: "NOPE" } })), "E_PROJECT_NOT_FOUND")
    assert.equal(code(await c.call("ines", "POST", "/tickets", { body: { title: "x", projectId: "WEB" } })), "E_PROJECT_NOT_FOUND")
    assert.equal((await c.call("vera", "POST", "/tickets", { body: { title: "x", projectId: "WEB" } })).status, 403)
  })
  test("the same Idempotency-Key raises once, and refuses other input", async () => {
    const headers = { "idempotency-key": "once-and-once-only" }
    const [one, two] = await Promise.all([1, 2].map(() => c.call("ines", "POST", "/tickets", { body: { title: "Only once" }, headers })))
    assert.deepEqual([one!.status, two!.status], [201, 201])
    assert.equal((one!.body as ChangedTicket).id, (two!.body as ChangedTicket).id)
    assert.equal(code(await c.call("ines", "POST", "/tickets", { body: { title: "Another" }, headers })), "E_IDEMPOTENCY_KEY_REUSED")
  })
})

describe("the workflow", () => {
  test("a move off the map is 400 with the allowed ones; a guard that fails is 403 and names who may", async () => {
    const ticket = await raise("ines", { title: "Badge reader rejects night shift" })
    const refused = await c.call("priya", "PATCH", `/tickets/${ticket.id}`, { body: { status: "closed" } })
    assert.equal(refused.status, 400)
    assert.equal(code(refused), "E_TICKET_INVALID_STATUS_TRANSITION")
    const { allowed } = (refused.body as { details: { allowed: string[] } }).details
    assert.ok(allowed.includes("in_progress") && !allowed.includes("closed"))

    const task = await raise("dele", { title: "Reorder from a past delivery", projectId: "WEB" })
    for (const status of ["in_progress", "po_review"]) await c.ok("dele", "PATCH", `/tickets/${task.id}`, { status })
    for (const who of ["dele", "amara", "sofia"] as const) {
      const answer = await c.call(who, "PATCH", `/tickets/${task.id}`, { body: { status: "done" } })
      assert.equal(answer.status, 403, who)
    }
    const done = await c.ok<ChangedTicket>("mara", "PATCH", `/tickets/${task.id}`, { status: "done" })
    assert.deepEqual([done.status, done.progress], ["done", 100])
    assert.ok(done.closedAt !== null && done.resolvedAt !== null)
  })
  test("the transitions that travel with a ticket are exactly those that work", async () => {
    const task = await raise("mara", { title: "Copy a quote into an order", projectId: "WEB", assigneeIds: [c.id.yuki] })
    for (const who of ["mara", "dele", "yuki", "vera", "amara"] as const) {
      const seen = await c.ok<Ticket>(who, "GET", `/tickets/${task.id}`)
      assert.deepEqual(
        seen.transitions.map(({ to }) => to),
        ["mara", "dele", "yuki"].includes(who) ? ["in_progress"] : [],
        who,
      )
    }
    assert.equal((await c.call("vera", "PATCH", `/tickets/${task.id}`, { body: { status: "in_progress" } })).status, 403)
  })
  test("the present status changes nothing and is no event", async () => {
    const ticket = await raise("ines", { title: "Nothing happens" })
    const same = await c.ok<ChangedTicket>("priya", "PATCH", `/tickets/${ticket.id}`, { status: "open", priority: "medium" })
    assert.equal(same.version, 1)
    assert.equal((await c.ok<{ data: HistoryEntry[] }>("priya", "GET", `/tickets/${ticket.id}/history`)).data.length, 1)
  })
  test("an open blocker stands in the way of completion; an override is kept with its reason", async () => {
    const [blocker, task] = [
      await raise("dele", { title: "First", projectId: "WEB" }),
      await raise("dele", { title: "Then", projectId: "WEB" }),
    ]
    await c.ok("dele", "POST", `/tickets/${task.id}/links`, { kind: "blocked_by", ticketId: blocker.key })
    assert.deepEqual(await c.ok<Ticket>("dele", "GET", `/tickets/${task.id}`).then(({ blocked, version }) => [blocked, version]), [true, 2])
    for (const status of ["in_progress", "po_review"]) await c.ok("dele", "PATCH", `/tickets/${task.id}`, { status })
    assert.equal(code(await c.call("mara", "PATCH", `/tickets/${task.id}`, { body: { status: "done" } })), "E_TICKET_BLOCKED")
    assert.equal((await c.ok<Ticket>("mara", "GET", `/tickets/${task.id}`)).blocked, true)
    await c.ok("mara", "PATCH", `/tickets/${task.id}`, { status: "done", override: { blockers: "shipped without it" } })
    const { data } = await c.ok<{ data: HistoryEntry[] }>("mara", "GET", `/tickets/${task.id}/history?limit=100`)
    assert.ok(data.some(({ note }) => note?.includes("shipped without it")))
  })
  test("circles are refused: blockers, parents", async () => {
    const [a, b] = [await raise("mara", { title: "A", projectId: "WEB" }), await raise("mara", { title: "B", projectId: "WEB" })]
    await c.ok("mara", "POST", `/tickets/${a.id}/links`, { kind: "blocks", ticketId: b.id })
    assert.equal((await c.call("mara", "POST", `/tickets/${b.id}/links`, { body: { kind: "blocks", ticketId: a.id } })).status, 400)
    assert.equal(
      code(await c.call("mara", "POST", `/tickets/${a.id}/links`, { body: { kind: "blocks", ticketId: b.id } })),
      "E_LINK_EXISTS",
    )
    const [one, two] = [
      await raise("priya", { title: "Outage", type: "incident" }),
      await raise("priya", { title: "Printer out", type: "incident" }),
    ]
    await c.ok("priya", "PATCH", `/tickets/${two.id}`, { parentId: one.key })
    assert.equal((await c.call("priya", "PATCH", `/tickets/${one.id}`, { body: { parentId: two.id } })).status, 400)
    assert.equal((await c.call("priya", "PATCH", `/tickets/${one.id}`, { body: { parentId: one.id } })).status, 400)
  })
  test("stories and epics roll up the progress of their children", async () => {
    const epic = await c.ok<ChangedTicket>("mara", "POST", "/epics", { title: "Self-service returns", projectId: "WEB" })
    const story = await c.ok<ChangedTicket>("mara", "POST", "/stories", { title: "Print a label", projectId: "WEB", parentId: epic.key })
    const tasks = await Promise.all(
      [1, 3].map((estimate) =>
        c.ok<ChangedTicket>("mara", "POST", "/tasks", { title: `Part ${estimate}`, projectId: "WEB", parentId: story.id, estimate }),
      ),
    )
    for (const status of ["in_progress", "po_review", "done"]) await c.ok("mara", "PATCH", `/tasks/${tasks[1]!.id}`, { status })
    assert.equal((await c.ok<Ticket>("mara", "GET", `/stories/${story.id}`)).progress, 75)
    const read = await c.ok<Ticket>("mara", "GET", `/epics/${epic.key}`)
    assert.deepEqual([read.progress, read.children.map(({ key }) => key)], [75, [story.key]])
  })
})

describe("claiming", () => {
  test("one of fifty wins; the others learn who; it starts the work", async () => {
    const ticket = await raise("owen", { title: "Label printers offline" })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => c.call(i % 2 ? "priya" : "tomas", "POST", `/tickets/${ticket.id}/claim`)),
    )
    const won = answers.filter(({ status }) => status === 200)
    assert.equal(won.length, 1)
    const claimed = won[0]!.body as ChangedTicket
    assert.equal(claimed.status, "in_progress")
    const lost = answers.find(({ status }) => status === 409)
    assert.deepEqual((lost!.body as { details: object }).details, { claimedBy: claimed.assignee })
    assert.equal(answers.filter((answer) => code(answer) === "E_TICKET_ALREADY_CLAIMED").length, 49)
  })
  test("agents alone claim", async () => {
    const ticket = await raise("owen", { title: "Nobody's" })
    for (const who of ["owen", "sofia"] as const) assert.equal((await c.call(who, "POST", `/tickets/${ticket.id}/claim`)).status, 403)
    assert.equal((await c.call("ines", "POST", `/tickets/${ticket.id}/claim`)).status, 404)
  })
  test("nobody holds more than the limit, however many they claim at once", async () => {
    const own = await c.ok<{ id: string; key: string }>("amara", "POST", "/projects", {
      key: "LIM",
      name: "Limited",
      kind: "desk",
      preset: "itsm",
      workloadLimit: 3,
    })
    const tickets = await Promise.all(Array.from({ length: 8 }, (_, i) => raise("owen", { title: `Limited ${i}`, projectId: own.key })))
    const answers = await Promise.all(tickets.map(({ id }) => c.call("priya", "POST", `/tickets/${id}/claim`)))
    assert.equal(answers.filter(({ status }) => status === 200).length, 3)
    assert.ok(answers.filter(({ status }) => status !== 200).every((answer) => code(answer) === "E_TICKET_WORKLOAD_LIMIT"))
  })
})

describe("the conversation", () => {
  test("an internal note reaches the staff and nobody else, by no path", async () => {
    const ticket = await raise("ines", { title: "Ledger closes the session" })
    await c.ok("priya", "POST", `/tickets/${ticket.id}/comments`, { body: "Her certificate lapsed: zanzibar", visibility: "internal" })
    await c.ok("priya", "POST", `/tickets/${ticket.id}/comments`, { body: "We are looking into it" })
    const staffs = await c.ok<Ticket>("tomas", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual([staffs.comments.length, staffs.commentCount], [2, 2])
    for (const path of ["", "/comments", "/history"]) {
      const { body } = await c.call("ines", "GET", `/tickets/${ticket.id}${path}`)
      assert.doesNotMatch(JSON.stringify(body), /zanzibar|internal_/, path)
    }
    const hers = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual([hers.comments.length, hers.commentCount, hers.timeline.filter(({ kind }) => kind === "comment").length], [1, 1, 1])
    assert.equal(keys(await c.ok<List>("ines", "GET", "/tickets?q=zanzibar")).length, 0)
    assert.deepEqual(keys(await c.ok<List>("tomas", "GET", "/tickets?q=zanzibar")), [ticket.key])
    assert.equal(
      (await c.call("ines", "POST", `/tickets/${ticket.id}/comments`, { body: { body: "x", visibility: "internal" } })).status,
      403,
    )
    const changes = await c.ok<{ data: { event: string }[] }>(
      "ines",
      "GET",
      `/changes?after=${Buffer.from("0.0").toString("base64url")}&limit=1000`,
    )
    assert.equal(changes.data.filter(({ event }) => event === "comment.added").length, 1)
  })
  test("a link is told only to those who see the ticket at its other end", async () => {
    const [mine, hidden] = [await raise("ines", { title: "Mine" }), await raise("owen", { title: "Not hers" })]
    await c.ok("priya", "POST", `/tickets/${mine.id}/links`, { kind: "relates", ticketId: hidden.key })
    for (const path of ["", "/history?limit=100"])
      assert.doesNotMatch(JSON.stringify((await c.call("ines", "GET", `/tickets/${mine.id}${path}`)).body), new RegExp(hidden.key))
    assert.match(JSON.stringify((await c.call("tomas", "GET", `/tickets/${mine.id}`)).body), new RegExp(`linked ${hidden.key}`))
  })
  test("withdrawing is offered where the workflow has a status for it", async () => {
    await c.ok("amara", "POST", "/projects", { key: "FREE", name: "Free", kind: "desk", preset: "helpdesk" })
    assert.ok(!(await raise("ines", { title: "x", projectId: "FREE" })).can.includes("withdraw"))
    assert.ok((await raise("ines", { title: "x" })).can.includes("withdraw"))
  })
  test("an internal note leaves the version and the time of change alone", async () => {
    const ticket = await raise("ines", { title: "No trace" })
    await c.ok("priya", "POST", `/tickets/${ticket.id}/comments`, { body: "hm", visibility: "internal" })
    const after = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual([after.version, after.updatedAt], [ticket.version, ticket.updatedAt])
  })
  test("the requester's reply reopens what was resolved, and opens a linked ticket where it is closed", async () => {
    const ticket = await raise("ines", { title: "Excel add-in is greyed out" })
    await c.ok("tomas", "PATCH", `/tickets/${ticket.id}`, { status: "resolved", resolution: "Switched on" })
    await c.ok("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "It is grey again" })
    const reopened = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual([reopened.statusCategory, reopened.resolvedAt], ["active", null])
    await c.ok("tomas", "PATCH", `/tickets/${ticket.id}`, { status: "resolved" })
    await c.ok("ines", "PATCH", `/tickets/${ticket.id}`, { status: "closed" })
    const comment = await c.ok<{ ticketId: string }>("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "And once more" })
    assert.notEqual(comment.ticketId, ticket.id)
    const followUp = await c.ok<Ticket>("ines", "GET", `/tickets/${comment.ticketId}`)
    assert.deepEqual(
      followUp.links.map(({ kind, ticket: other }) => [kind, other.key]),
      [["relates", ticket.key]],
    )
  })
  test("only its author edits a comment; the old text is kept; a removed one leaves its place", async () => {
    const ticket = await raise("ines", { title: "Words" })
    const { id } = await c.ok<{ id: string }>("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "one @priya `@tomas`" })
    assert.equal((await c.call("priya", "PATCH", `/tickets/${ticket.id}/comments/${id}`, { body: { body: "mine" } })).status, 403)
    const edited = await c.ok<{ edited: boolean; mentions: { id: string }[] }>("ines", "PATCH", `/tickets/${ticket.id}/comments/${id}`, {
      body: "two @priya",
    })
    assert.deepEqual([edited.edited, edited.mentions.map((m) => m.id)], [true, [c.id.priya]])
    const kept = await c.runtime.database.kysely.selectFrom("comment_versions").select("body").where("comment_id", "=", id).execute()
    assert.deepEqual(kept, [{ body: "one @priya `@tomas`" }])
    await c.ok("ines", "POST", `/tickets/${ticket.id}/comments/${id}/reactions`, { emoji: "🎉" })
    await c.ok("amara", "DELETE", `/tickets/${ticket.id}/comments/${id}`)
    const { comments } = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual(
      comments.map(({ body, removed, reactions }) => [body, removed, reactions]),
      [["", true, []]],
    )
  })
})

describe("changing", () => {
  test("a stale version is refused with both versions, and nothing is overwritten", async () => {
    const ticket = await raise("ines", { title: "First words" })
    await c.ok("priya", "PATCH", `/tickets/${ticket.id}`, { title: "Second words" })
    const stale = await c.call("tomas", "PATCH", `/tickets/${ticket.id}`, {
      body: { title: "Third words" },
      headers: { "if-match": '"1"' },
    })
    assert.deepEqual(
      [stale.status, code(stale), (stale.body as { details: object }).details],
      [409, "E_TICKET_VERSION_CONFLICT", { expected: 1, actual: 2 }],
    )
    assert.equal((await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)).title, "Second words")
  })
  test("history tells field by field, with keys and ids; reading state, acting and applying the events gives what a fresh read gives", async () => {
    const ticket = await raise("ines", { title: "Slow laptop" })
    await c.ok("priya", "PATCH", `/tickets/${ticket.id}`, {
      priority: "high",
      labels: ["laptop"],
      status: "in_progress",
      note: "on it",
      assigneeIds: [c.id.priya],
    })
    await c.ok("priya", "POST", `/tickets/${ticket.id}/assign`, { assigneeIds: [c.id.tomas, c.id.priya], note: "with Tomás" })
    const { data } = await c.ok<{ data: HistoryEntry[] }>("ines", "GET", `/tickets/${ticket.id}/history?limit=100`)
    assert.equal(data[0]?.action, "created")
    const replayed: Record<string, unknown> = { status: "open", priority: "medium", labels: [], assignees: [] }
    for (const { field, old, new: now } of data.slice(1)) {
      if (field === null) continue
      assert.deepEqual(replayed[field], old, field)
      replayed[field] = now
    }
    const fresh = await c.ok<Ticket>("ines", "GET", `/tickets/${ticket.id}`)
    assert.deepEqual(replayed, {
      status: fresh.status,
      priority: fresh.priority,
      labels: fresh.labels,
      assignees: fresh.assignees.map(({ id }) => id),
    })
    assert.ok(data.some(({ field, note, actor }) => field === "status" && note === "on it" && actor?.name === "Priya Nair"))
  })
  test("a requester changes the words of an open request and nothing else", async () => {
    const ticket = await raise("ines", { title: "Mine" })
    await c.ok("ines", "PATCH", `/tickets/${ticket.id}`, { title: "Mine, in other words" })
    for (const body of [{ priority: "critical" }, { labels: ["x"] }, { assigneeIds: [c.id.ines] }, { dueDate: "2030-01-01" }])
      assert.equal((await c.call("ines", "PATCH", `/tickets/${ticket.id}`, { body })).status, 403, JSON.stringify(body))
  })
  test("withdrawing is for the reporter, before anyone has started", async () => {
    const ticket = await raise("ines", { title: "Never mind" })
    assert.equal((await c.call("priya", "POST", `/tickets/${ticket.id}/withdraw`, { body: { reason: "no" } })).status, 403)
    assert.equal((await c.call("ines", "POST", `/tickets/${ticket.id}/withdraw`, { body: {} })).status, 400)
    const withdrawn = await c.ok<ChangedTicket>("ines", "POST", `/tickets/${ticket.id}/withdraw`, { reason: "found it" })
    assert.deepEqual([withdrawn.status, withdrawn.reason], ["withdrawn", "found it"])
    const started = await raise("ines", { title: "Too late" })
    await c.ok("priya", "PATCH", `/tickets/${started.id}`, { status: "in_progress" })
    assert.equal(
      code(await c.call("ines", "POST", `/tickets/${started.id}/withdraw`, { body: { reason: "x" } })),
      "E_TICKET_INVALID_STATUS_TRANSITION",
    )
  })
  test("deleting is the administrator's, and is undone within 30 days", async () => {
    const ticket = await raise("ines", { title: "To be gone" })
    assert.equal((await c.call("sofia", "DELETE", `/tickets/${ticket.id}`)).status, 403)
    assert.equal((await c.call("amara", "DELETE", `/tickets/${ticket.id}`)).status, 204)
    assert.equal((await c.call("ines", "GET", `/tickets/${ticket.id}`)).status, 404)
    await c.ok("amara", "POST", `/tickets/${ticket.id}/restore`)
    assert.equal((await c.call("ines", "GET", `/tickets/${ticket.id}`)).status, 200)
  })
  test("whoever watches sees; whoever stops no longer does", async () => {
    const ticket = await raise("ines", { title: "Shared" })
    assert.equal((await c.call("ines", "POST", `/tickets/${ticket.id}/watchers`, { body: { userId: c.id.owen } })).status, 403)
    await c.ok("priya", "POST", `/tickets/${ticket.id}/watchers`, { userId: c.id.owen })
    assert.equal((await c.call("owen", "GET", `/tickets/${ticket.id}`)).status, 200)
    await c.ok("owen", "DELETE", `/tickets/${ticket.id}/watchers/me`)
    assert.equal((await c.call("owen", "GET", `/tickets/${ticket.id}`)).status, 404)
  })
})
