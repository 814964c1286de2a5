import assert from "node:assert/strict"
import { registerHooks } from "node:module"
import { afterEach, describe, it } from "node:test"
import { pathToFileURL } from "node:url"
import { getTicket, listTickets, updateTicket } from "@docket/contract/tickets"
import { call } from "./client.ts"
import { reasonOf } from "./error-words.ts"
import { ApiError, addressOf } from "./request.ts"
import { accessToken, setTokens } from "./token.ts"

describe("a request", () => {
  it("has the endpoint's address, with lists joined by commas and nothing that is not given", () => {
    assert.equal(addressOf(getTicket, { params: { id: "HELP-1/.." } }), "/api/v1/tickets/HELP-1%2F..")
    assert.equal(
      addressOf(listTickets, { query: { status: ["open", "in_progress"], label: [], q: "a&b", limit: 5, count: true, cursor: undefined } }),
      "/api/v1/tickets?status=open,in_progress&q=a%26b&limit=5&count=true",
    )
  })
})

describe("a call", () => {
  const real = globalThis.fetch
  afterEach(() => {
    globalThis.fetch = real
    setTokens(null)
  })
  const user = { id: "u1" } as never
  const given = (handle: (path: string, headers: Headers) => [status: number, body: unknown]) => {
    const seen: string[] = []
    globalThis.fetch = async (path, init) => {
      const headers = new Headers(init?.headers)
      seen.push(`${init?.method} ${path} ${headers.get("authorization") ?? ""}`.trim())
      const [status, body] = handle(String(path), headers)
      return new Response(JSON.stringify(body), { status, headers: { "x-request-id": "r1", "retry-after": "7" } })
    }
    return seen
  }

  it("renews an expired token once for all who notice", async () => {
    setTokens({ accessToken: "old", expiresIn: 1, tokenType: "Bearer", user })
    const seen = given((path, headers) =>
      path.endsWith("/auth/refresh")
        ? [200, { accessToken: "new", expiresIn: 900, tokenType: "Bearer", user }]
        : headers.get("authorization") === "Bearer new"
          ? [200, { id: "t1" }]
          : [401, { error: "E_AUTH_TOKEN_EXPIRED", message: "Expired." }],
    )
    await Promise.all([1, 2, 3].map(() => call(getTicket, { params: { id: "t1" } })))
    assert.equal(seen.filter((line) => line.includes("/auth/refresh")).length, 1)
    assert.equal(accessToken(), "new")
  })

  it("fails with the server's code, words and request id", async () => {
    given(() => [409, { error: "E_TICKET_VERSION_CONFLICT", message: "Changed meanwhile.", details: { actual: 4 } }])
    await assert.rejects(call(updateTicket, { params: { id: "t1" }, body: { title: "x" }, ifMatch: 3 }), (error: unknown) => {
      assert.ok(error instanceof ApiError)
      assert.deepEqual(
        [error.status, error.code, error.message, error.details, error.requestId, error.retryAfter],
        [409, "E_TICKET_VERSION_CONFLICT", "Changed meanwhile.", { actual: 4 }, "r1", 7],
      )
      return true
    })
  })

  it("says when nobody answers", async () => {
    globalThis.fetch = () => Promise.reject(new TypeError("failed"))
    await assert.rejects(call(getTicket, { params: { id: "t1" } }), { status: 0, code: "E_OFFLINE", unreachable: true })
  })
})

it("finds words for everything that can go wrong", () => {
  assert.match(reasonOf(new ApiError(0, "E_OFFLINE", "")), /connection/)
  assert.match(reasonOf(new ApiError(500, "E_INTERNAL_ERROR", "", { requestId: "r9" })), /r9/)
  assert.match(reasonOf(new ApiError(429, "E_RATE_LIMITED", "", { retryAfter: 3 })), /3 seconds/)
  assert.match(reasonOf(new Error("boom")), /Nothing was changed/)
  const fields = [{ path: "title", message: "is required" }]
  assert.equal(reasonOf(new ApiError(400, "E_VALIDATION_ERROR", "x", { details: { fields } })), "The title is required.")
  assert.equal(reasonOf(new ApiError(403, "E_AUTH_INSUFFICIENT_PERMISSIONS", "Only agents claim tickets.")), "Only agents claim tickets.")
})

describe("the contract without schemas", () => {
  it("has the same addresses as with them", async () => {
    const free = "?free"
    registerHooks({
      resolve(specifier, context, next) {
        const wanted = context.parentURL?.endsWith(free)
        if (wanted && specifier === "typebox")
          return { url: pathToFileURL(`${import.meta.dirname}/schema-free.ts`).href, shortCircuit: true }
        const resolved = next(specifier, context)
        return wanted && specifier.startsWith(".") ? { ...resolved, url: resolved.url + free } : resolved
      },
    })
    for (const name of ["tickets", "identity", "projects", "organization", "workflows", "live"]) {
      const withSchemas: Record<string, unknown> = await import(`../../contract/${name}.ts`)
      const without: Record<string, unknown> = await import(`../../contract/${name}.ts${free}`)
      const endpoints = Object.entries(withSchemas).filter(([, value]) => isEndpoint(value))
      assert.ok(endpoints.length > 0, name)
      for (const [key, value] of endpoints) assert.deepEqual(addressed(without[key]), addressed(value), key)
    }
  })
})

type Described = { id: string; method: string; path: string; also: unknown }
const isEndpoint = (value: unknown): value is Described =>
  typeof value === "object" && value !== null && "path" in value && "method" in value
function addressed(value: unknown) {
  assert.ok(isEndpoint(value))
  const { id, method, path, also } = value
  return { id, method, path, also }
}
