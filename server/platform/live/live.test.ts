import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Change, Subscribed } from "@docket/contract/live"
import { io, type Socket } from "socket.io-client"
import { type Company, company, type Name } from "../../test/company.ts"

let c: Company
const open: Socket[] = []
before(async () => {
  c = await company({ listen: true })
})
after(async () => {
  for (const socket of open) socket.disconnect()
  await c.close()
})

type Heard = { socket: Socket; changes: (Change & { heardAt: number })[]; granted: string[] }

async function listen(who: Name, scopes: string[], extraHeaders: Record<string, string> = {}): Promise<Heard> {
  const socket = io(c.address, { auth: { token: c.id[who] }, transports: ["websocket"], reconnection: false, extraHeaders })
  open.push(socket)
  await new Promise<void>((resolve, reject) => {
    socket.on("connect", resolve)
    socket.on("connect_error", reject)
  })
  const changes: Heard["changes"] = []
  socket.on("change", (change: Change) => changes.push({ ...change, heardAt: Date.now() }))
  const { granted } = (await socket.emitWithAck("subscribe", { scopes })) as Subscribed
  return { socket, changes, granted }
}
const until = async (holds: () => boolean, ms = 2000) => {
  const end = Date.now() + ms
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
  return holds()
}

test("what one changes, others who may know hear within half a second, and only that it changed", async () => {
  const ticket = await c.ok<{ id: string; project: { id: string } }>("ines", "POST", "/tickets", { title: "Live" })
  const [reporter, agent, stranger] = [
    await listen("ines", ["me"]),
    await listen("priya", [`project:${ticket.project.id}`]),
    await listen("owen", ["me", `ticket:${ticket.id}`]),
  ]
  assert.deepEqual(stranger.granted, ["me"], "a ticket that is not visible is not granted")
  const started = Date.now()
  await c.ok("tomas", "PATCH", `/tickets/${ticket.id}`, { priority: "high" })
  for (const heard of [reporter, agent]) {
    assert.ok(await until(() => heard.changes.some(({ event }) => event === "ticket.updated")))
    const change = heard.changes.find(({ event }) => event === "ticket.updated")!
    assert.ok(change.heardAt - started < 500, `${change.heardAt - started} ms`)
    assert.deepEqual([change.id, change.version, change.fields], [ticket.id, 2, ["priority"]])
    assert.doesNotMatch(JSON.stringify(change), /high|Live/)
  }
  assert.equal(stranger.changes.length, 0)
})

test("an internal note is a secret of the staff on the socket, too", async () => {
  const ticket = await c.ok<{ id: string }>("ines", "POST", "/tickets", { title: "Secret" })
  const [reporter, agent] = [await listen("ines", ["me", `ticket:${ticket.id}`]), await listen("priya", [`ticket:${ticket.id}`])]
  await c.ok("tomas", "POST", `/tickets/${ticket.id}/comments`, { body: "psst", visibility: "internal" })
  await c.ok("tomas", "POST", `/tickets/${ticket.id}/comments`, { body: "hello" })
  assert.ok(await until(() => agent.changes.filter(({ event }) => event === "comment.added").length === 2))
  assert.ok(await until(() => reporter.changes.some(({ event }) => event === "comment.added")))
  assert.equal(reporter.changes.filter(({ event }) => event === "comment.added").length, 1)
})

test("who was away catches up from the cursor and misses nothing", async () => {
  const { cursor } = await c.ok<{ cursor: string }>("priya", "GET", "/changes")
  const made = []
  for (let i = 0; i < 12; i++) made.push((await c.ok<{ id: string }>("ines", "POST", "/tickets", { title: `While away ${i}` })).id)
  const seen: string[] = []
  let after = cursor
  for (let more = true; more; ) {
    const page = await c.ok<{ data: Change[]; cursor: string; more: boolean }>("priya", "GET", `/changes?after=${after}&limit=5`)
    seen.push(...page.data.filter(({ event }) => event === "ticket.created").map(({ id }) => id))
    after = page.cursor
    more = page.more
  }
  assert.deepEqual(seen, made)
  const foreign = Buffer.from("9999999999.1").toString("base64url")
  assert.equal((await c.call("priya", "GET", `/changes?after=${foreign}`)).status, 410)
})

test("a socket without a valid token, or from a foreign page, is refused", async () => {
  const refused = (options: object) =>
    new Promise<string>((resolve) => {
      const socket = io(c.address, { transports: ["websocket"], reconnection: false, ...options })
      open.push(socket)
      socket.on("connect", () => resolve("connected"))
      socket.on("connect_error", ({ message }) => resolve(message))
    })
  assert.equal(await refused({ auth: { token: "nobody" } }), "E_AUTH_TOKEN_INVALID")
  assert.equal(await refused({}), "E_AUTH_MISSING_TOKEN")
  for (const origin of ["https://evil.example", "null"])
    assert.notEqual(await refused({ auth: { token: c.id.ines }, extraHeaders: { origin } }), "connected")
})

test("who loses a ticket hears of it no more", async () => {
  const ticket = await c.ok<{ id: string }>("ines", "POST", "/tickets", { title: "Passing by" })
  await c.ok("priya", "POST", `/tickets/${ticket.id}/watchers`, { userId: c.id.owen })
  const owen = await listen("owen", [`ticket:${ticket.id}`])
  assert.deepEqual(owen.granted, [`ticket:${ticket.id}`])
  await c.ok("priya", "DELETE", `/tickets/${ticket.id}/watchers/${c.id.owen}`)
  assert.ok(await until(() => owen.changes.some(({ event }) => event === "ticket.unwatched")), "the loss itself is told")
  await c.ok("priya", "PATCH", `/tickets/${ticket.id}`, { priority: "low" })
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(owen.changes.filter(({ event }) => event === "ticket.updated").length, 0)
})
