import assert from "node:assert/strict"
import { it } from "node:test"
import { placeAt } from "./places.ts"

it("knows where an address leads", () => {
  assert.deepEqual(placeAt("/"), { kind: "home" })
  assert.deepEqual(placeAt("/my-work/"), { kind: "mine" })
  assert.deepEqual(placeAt("/queue/help"), { kind: "queue", project: "HELP" })
  assert.deepEqual(placeAt("/board/WEB"), { kind: "board", project: "WEB" })
  assert.deepEqual(placeAt("/tickets/help-7"), { kind: "ticket", key: "HELP-7" })
  assert.deepEqual(placeAt("/portal/requests/HELP-7"), { kind: "request", key: "HELP-7" })
  assert.deepEqual(placeAt("/portal/new"), { kind: "new-request" })
  assert.deepEqual(placeAt("/portal/account"), placeAt("/account"))
  assert.deepEqual(placeAt("/queue/a/b"), { kind: "elsewhere" })
})
