import assert from "node:assert/strict"
import { after, before, describe, test } from "node:test"
import type { ChangedTicket, ListedTicket } from "@docket/contract/tickets"
import { type Company, company } from "../../test/company.ts"

type List = { data: ListedTicket[]; nextCursor: string | null; total?: number }
let c: Company
before(async () => {
  c = await company()
})
after(() => c.close())

const raise = (who: Parameters<Company["ok"]>[0], body: object) => c.ok<ChangedTicket>(who, "POST", "/tickets", body)
const keys = (list: List) => list.data.map(({ key }) => key)

describe("lists", () => {
  test("pages by cursor hold every ticket once, in order, also while others are raised", async () => {
    await c.ok("amara", "POST", "/projects", { key: "PAGE", name: "Pages", kind: "desk", preset: "itsm" })
    for (let i = 0; i < 23; i++)
      await raise("priya", { title: `Page ${i}`, projectId: "PAGE", priority: (["low", "high"] as const)[i % 2] })
    for (const sort of ["-createdAt", "createdAt", "-priority", "dueDate", "key", "-updatedAt", "rank", "status"]) {
      const seen: string[] = []
      let cursor = ""
      do {
        const list: List = await c.ok<List>("priya", "GET", `/tickets?project=PAGE&limit=5&sort=${sort}${cursor}`)
        seen.push(...keys(list))
        cursor = list.nextCursor === null ? "" : `&cursor=${list.nextCursor}`
      } while (cursor !== "")
      assert.equal(new Set(seen).size, 23, sort)
      assert.equal(seen.length, 23, sort)
    }
  })
  test("filters: any of several, by name or repeated; none matches nothing rather than everything", async () => {
    const one = await raise("priya", { title: "Filtered", projectId: "PAGE", labels: ["vpn", "laptop"], assigneeIds: [c.id.tomas] })
    const found = async (query: string) => keys(await c.ok<List>("priya", "GET", `/tickets?project=PAGE&${query}`))
    assert.deepEqual(await found("label=vpn,printer"), [one.key])
    assert.deepEqual(await found("label=printer&label=vpn"), [one.key])
    assert.deepEqual(await found(`assignee=${c.id.tomas}`), [one.key])
    assert.equal((await found("assignee=none&limit=100")).length, 23)
    assert.equal((await found("assignee=none,me&limit=100")).length, 23)
    assert.deepEqual(await found("reporter=me&q=filtered"), [one.key])
    assert.deepEqual(await found("statusCategory=done,cancelled"), [])
    assert.deepEqual(await found(`id=${one.key}`), [one.key])
    assert.equal((await c.ok<List>("priya", "GET", "/tickets?project=NOPE")).data.length, 0)
    assert.equal((await c.ok<List>("priya", "GET", "/tickets?project=PAGE&count=true&limit=1")).total, 24)
    for (const bad of [
      "limit=0",
      "limit=101",
      "limit=x",
      "sort=title",
      "nonsense=1",
      "cursor=abc",
      "status=x%00y",
      "assignee=someone",
      "page=0",
      "limit=5&limit=6",
    ])
      assert.equal((await c.call("priya", "GET", `/tickets?${bad}`)).status, 400, bad)
  })
  test("each sees what concerns them: reporters, assignees, team members; lists and details agree", async () => {
    const mine = await raise("owen", { title: "Owen's own" })
    await c.ok("priya", "POST", `/tickets/${mine.id}/assign`, { assigneeIds: [c.id.yuki] })
    for (const who of ["ines", "owen", "yuki", "dele", "vera", "priya", "sofia", "amara"] as const) {
      const list = await c.ok<List>(who, "GET", "/tickets?limit=100")
      const listed = list.data.some(({ id }) => id === mine.id)
      assert.equal(listed, (await c.call(who, "GET", `/tickets/${mine.id}`)).status === 200, who)
      assert.equal(listed, ["owen", "yuki", "priya", "sofia", "amara"].includes(who), who)
    }
    assert.ok(keys(await c.ok<List>("yuki", "GET", "/tickets/my")).includes(mine.key))
  })
  test("similar open tickets are offered, to those who may see them", async () => {
    const original = await raise("ines", { title: "Projector lamp in meeting room Douro is broken" })
    const check = (who: "ines" | "owen" | "priya") =>
      c.ok<{ exists: boolean; ticket?: { key: string }; candidates: object[] }>(who, "POST", "/tickets/check-duplicate", {
        title: "Projector lamp in meeting room Douro broken",
      })
    assert.deepEqual([(await check("ines")).exists, (await check("ines")).ticket?.key], [true, original.key])
    assert.deepEqual([(await check("owen")).exists, (await check("owen")).candidates], [false, []])
  })
})
