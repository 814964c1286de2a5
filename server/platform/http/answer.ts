import type { Endpoint } from "@docket/contract/endpoint"
import { enrolOnly, scopesFor } from "@docket/contract/scopes"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { Ctx, Origin, Principal } from "#platform/context"
import { DomainError, forbidden, invalid } from "#platform/errors"
import { fingerprintOf, type Kept, keepAnswer, readIdempotencyKey, recallAnswer } from "#platform/http/idempotency"
import { decodeQuery } from "#platform/http/query-string"
import { isFromOwnPage, readRefreshCookie, refreshCookie } from "#platform/http/refresh-cookie"
import { spendRequest, spendWrongToken } from "#platform/http/request-limits"
import { type Call, type Route, WrittenJson } from "#platform/http/route"
import { answerProblem, check, refuseUnstorable, unsupportedMediaType } from "#platform/http/validation"
import type { Runtime } from "#platform/runtime"
import { reading, transact } from "#platform/transact"

/** Finds out who is asking, from the access token. @throws 401 for a token that is wrong, expired or of an ended session. */
export type WhoIs = (runtime: Runtime, authorization: string | undefined) => Promise<Principal>

type Input = { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

/**
 * The way of every request: who is asking → limits → may they call this → input as the contract says → the action → the answer.
 * Everything that can be refused without looking at anything is refused first.
 */
export function answer(runtime: Runtime, route: Route, whoIs: WhoIs) {
  const { endpoint } = route
  const checkAnswers = runtime.config.environment === "test"
  /** Where anyone may call, a stale token is as good as none: clients send it along when they refresh. */
  const callerOf = async ({ headers }: FastifyRequest): Promise<Principal> => {
    if (endpoint.access !== "anyone") return whoIs(runtime, headers.authorization)
    return whoIs(runtime, headers.authorization).catch((error: unknown) => {
      if (error instanceof DomainError && error.status === 401) return whoIs(runtime, undefined)
      throw error
    })
  }
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await callerOf(request).catch(async (error: unknown) => {
      if (error instanceof DomainError && error.status === 401) await spendWrongToken(runtime, request.ip)
      throw error
    })
    const standing = await spendRequest(runtime, actor, request.ip)
    reply
      .header("ratelimit-limit", standing.limit)
      .header("ratelimit-remaining", standing.remaining)
      .header("ratelimit-reset", standing.resetSeconds)
    allowCall(endpoint, actor)

    const input = inputOf(endpoint, request)
    const origin = originOf(request)
    const kept = await run(runtime, route, actor, origin, input, request, reply)

    if (checkAnswers && kept.body !== "") {
      const problem = answerProblem(endpoint.returns, JSON.parse(kept.body))
      if (problem !== null) throw new Error(`${endpoint.id} answered other than the contract says: ${problem}`)
    }
    reply.code(kept.status)
    if (kept.etag !== undefined) reply.header("etag", kept.etag)
    if (kept.body === "") return reply.send()
    return reply.type("application/json; charset=utf-8").send(kept.body)
  }
}

type Written = Kept & { etag?: string }

function written(endpoint: Endpoint, result: unknown): Written {
  if (endpoint.status === 204 || result === undefined) return { status: endpoint.status, body: "" }
  if (result instanceof WrittenJson) return { status: endpoint.status, body: result.text }
  const version = (result as { version?: unknown }).version
  return {
    status: endpoint.status,
    body: JSON.stringify(result),
    ...(typeof version === "number" ? { etag: `"${version}"` } : {}),
  }
}

async function run(
  runtime: Runtime,
  route: Route,
  actor: Principal,
  origin: Origin,
  input: Input,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Written> {
  const { endpoint } = route
  if (route.kind === "read") return written(endpoint, await route.handle(reading(runtime, actor, origin), input as never))
  if (route.kind === "call") {
    const call: Call = {
      runtime,
      actor,
      origin,
      refreshCookie: readRefreshCookie(runtime.config, request.headers.cookie),
      fromOwnPage: isFromOwnPage(runtime.config, request.headers),
      setRefreshCookie: (value, maxAge) => void reply.header("set-cookie", refreshCookie(runtime.config, value, maxAge)),
    }
    return written(endpoint, await route.handle(call, input as never))
  }
  const prepared = await route.prepare?.(input as never)
  const act = async (ctx: Ctx) => written(endpoint, await route.handle(ctx, input as never, prepared as never))
  const given = endpoint.idempotent && actor.kind !== "anonymous" ? readIdempotencyKey(request.headers["idempotency-key"]) : null
  // a token's keys are its own: it must not be told what its owner was answered
  const key = given !== null && actor.kind === "token" ? `token ${actor.sessionId} ${given}` : given
  if (key === null) return transact(runtime, actor, origin, act)
  const fingerprint = fingerprintOf(endpoint.id, input.params, input.body)
  return transact(runtime, actor, origin, async (ctx) => {
    const before = await recallAnswer(ctx, key, fingerprint)
    if (before !== null) return before
    const now = await act(ctx)
    await keepAnswer(ctx, key, { status: now.status, body: now.body })
    return now
  })
}

function allowCall(endpoint: Endpoint, actor: Principal): void {
  const { access } = endpoint
  if (access === "anyone") return
  if (actor.kind === "anonymous")
    throw new DomainError(401, "E_AUTH_MISSING_TOKEN", "Sign in first: send an access token as Authorization: Bearer.")
  allowScope(endpoint, actor)
  if (access !== "person" && !actor.permissions.has(access)) throw forbidden(undefined, { permission: access })
}

function allowScope(endpoint: Endpoint, { scopes }: Principal): void {
  const wanted = scopes === null ? null : scopesFor(endpoint)
  if (scopes === null || wanted === null || wanted.some((scope) => scopes.has(scope))) return
  if (scopes.has(enrolOnly)) throw new DomainError(403, "E_AUTH_SECOND_FACTOR_REQUIRED", "Set up a second factor first.")
  throw forbidden("This token may not do that.", { scope: wanted.at(-1) ?? null })
}

function inputOf(endpoint: Endpoint, request: FastifyRequest): Input {
  const params = request.params as Record<string, unknown>
  const query = decodeQuery(endpoint.query, request.query as Record<string, string | string[]>)
  refuseUnstorable("params", params)
  refuseUnstorable("query", query)
  check("params", endpoint.params, params)
  check("query", endpoint.query, query)
  return { params, query, body: bodyOf(endpoint, request) }
}

/** A call without input accepts none, or an empty object; other content types than JSON are refused wherever a body comes. */
function bodyOf(endpoint: Endpoint, request: FastifyRequest): unknown {
  const { body } = request
  if (body === undefined || body === null) {
    if (
      request.headers["content-length"] !== undefined &&
      request.headers["content-length"] !== "0" &&
      request.headers["content-type"] === undefined
    )
      throw unsupportedMediaType()
    if (endpoint.method === "GET" || endpoint.method === "DELETE" || takesNothing(endpoint) || "~optional" in endpoint.body)
      return undefined
    throw invalid([{ path: "body", message: "is required" }])
  }
  if (takesNothing(endpoint)) {
    if (typeof body === "object" && Object.keys(body).length === 0 && !Array.isArray(body)) return undefined
    throw invalid([{ path: "body", message: "this call takes no input" }])
  }
  check("body", endpoint.body, body)
  return body
}

const takesNothing = ({ body }: Endpoint) => (body as { type?: unknown }).type === "undefined"

function originOf(request: FastifyRequest): Origin {
  const userAgent = request.headers["user-agent"]
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: userAgent === undefined ? null : userAgent.slice(0, 300),
    ifMatch: readIfMatch(request.headers["if-match"]),
    client: request.headers["x-docket-client"] === "web" ? "web" : "api",
  }
}

function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header === "*") return null
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version === undefined) throw invalid([{ path: "If-Match", message: 'must be a version in quotes, like "3"' }])
  return Number(version)
}
