import assert from "node:assert/strict"
import { test } from "node:test"
import { columnQuery, readLanes, withParam } from "./board-address.ts"

test("lanes from the address, and only known ones", () => {
  assert.equal(readLanes(new URLSearchParams("lanes=epic")), "epic")
  assert.equal(readLanes(new URLSearchParams("lanes=moon")), null)
})

test("what else stands in the address stays", () => {
  const address = new URLSearchParams("label=vpn,wifi&peek=WEB-1")
  assert.equal(withParam(address, "lanes", "epic").get("label"), "vpn,wifi")
  assert.equal(withParam(address, "peek", null).toString(), "label=vpn%2Cwifi")
  assert.equal(withParam(new URLSearchParams("peek=WEB-1"), "peek", null).toString(), "")
})

test("a column asks for its status in the project, with the filters; nothing where they exclude it", () => {
  assert.deepEqual(columnQuery("p", "todo", []), { project: ["p"], status: ["todo"], sort: "rank", limit: 100, count: true })
  assert.deepEqual(columnQuery("p", "todo", [{ field: "type", negated: false, values: ["bug"] }])?.type, ["bug"])
  assert.equal(columnQuery("p", "todo", [{ field: "status", negated: false, values: ["done"] }]), null)
})
