import assert from "node:assert/strict"
import { test } from "node:test"
import { resourceOfTag, scopesFor } from "@docket/contract/scopes"
import { routes } from "./app.ts"

test("every endpoint's tag is in the table of scopes, so that tokens are refused by decision and not by accident", () => {
  for (const { endpoint } of routes) assert.ok(endpoint.tag in resourceOfTag, `${endpoint.id}: add "${endpoint.tag}" to contract/scopes.ts`)
})

test("a scope to read never changes anything", () => {
  for (const { endpoint } of routes)
    if (endpoint.method !== "GET") assert.ok(!(scopesFor(endpoint) ?? ["every:read"]).some((scope) => scope.endsWith(":read")), endpoint.id)
})
