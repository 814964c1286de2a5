import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { ChangedTicket, HistoryEntry, Ticket } from "@docket/contract/tickets"
import { type Company, company } from "../../test/company.ts"
import { closeResolved, purgeDeleted } from "./jobs.ts"

let c: Company
before(async () => {
  c = await company()
})
after(() => c.close())

const age = (id: string, column: "resolved_at" | "deleted_at", hours: number) =>
  c.runtime.database.pool.query(`update tickets set ${column} = now() - make_interval(hours => $2) where id = $1`, [id, hours])

test("what has been resolved for seven days closes by itself, with a word about why; what is younger stays", async () => {
  const [old, young] = await Promise.all(["Old", "Young"].map((title) => c.ok<ChangedTicket>("ines", "POST", "/tickets", { title })))
  for (const ticket of [old!, young!]) await c.ok("priya", "PATCH", `/tickets/${ticket.id}`, { status: "resolved" })
  await age(old!.id, "resolved_at", 169)
  await age(young!.id, "resolved_at", 167)
  assert.equal(await closeResolved(c.runtime), 1)
  assert.equal(await closeResolved(c.runtime), 0)
  assert.equal((await c.ok<Ticket>("ines", "GET", `/tickets/${old!.id}`)).status, "closed")
  assert.equal((await c.ok<Ticket>("ines", "GET", `/tickets/${young!.id}`)).status, "resolved")
  const { data } = await c.ok<{ data: HistoryEntry[] }>("ines", "GET", `/tickets/${old!.id}/history?limit=100`)
  const last = data.find(({ field, new: now }) => field === "status" && now === "closed")
  assert.deepEqual([last?.actor?.name, last?.note], ["Docket", "Closed by itself: resolved 7 days ago and not reopened."])
})

test("what was deleted 30 days ago goes for good with what belongs to it; its events tell that it was there", async () => {
  const ticket = await c.ok<ChangedTicket>("ines", "POST", "/tickets", { title: "Long gone" })
  const comment = await c.ok<{ id: string }>("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "x" })
  await c.ok("ines", "POST", `/tickets/${ticket.id}/comments`, { body: "y", parentId: comment.id })
  await c.ok("amara", "DELETE", `/tickets/${ticket.id}`)
  await age(ticket.id, "deleted_at", 29 * 24)
  await purgeDeleted(c.runtime)
  await c.ok("amara", "POST", `/tickets/${ticket.id}/restore`)
  await c.ok("amara", "DELETE", `/tickets/${ticket.id}`)
  await age(ticket.id, "deleted_at", 31 * 24)
  assert.equal((await c.call("amara", "POST", `/tickets/${ticket.id}/restore`)).status, 404)
  await purgeDeleted(c.runtime)
  const { rows } = await c.runtime.database.pool.query(
    "select (select count(*)::int from tickets where id = $1) t, (select count(*)::int from comments where ticket_id = $1) c, (select count(*)::int from events where ticket_id = $1 and name = 'ticket.purged') e",
    [ticket.id],
  )
  assert.deepEqual(rows[0], { t: 0, c: 0, e: 1 })
})

test("a project that is deleted takes its tickets out of sight", async () => {
  await c.ok("amara", "POST", "/projects", { key: "GONE", name: "Gone", kind: "desk" })
  const ticket = await c.ok<ChangedTicket>("ines", "POST", "/tickets", { title: "Inside", projectId: "GONE" })
  await c.ok("amara", "DELETE", "/projects/GONE")
  for (const who of ["ines", "amara"] as const) assert.equal((await c.call(who, "GET", `/tickets/${ticket.id}`)).status, 404, who)
})
