import { randomUUID } from "node:crypto"
import cors from "@fastify/cors"
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify"
import { DomainError, invalid } from "#platform/errors"
import { answer, type WhoIs } from "#platform/http/answer"
import { drainOf } from "#platform/http/drain"
import { errorBody, toDomainError } from "#platform/http/error-answers"
import { allowedOrigin, namesItsHost, securityHeaders } from "#platform/http/headers"
import type { Route } from "#platform/http/route"
import { refuseUnreadable } from "#platform/http/unreadable"
import { parseJson, unsupportedMediaType } from "#platform/http/validation"
import type { Runtime } from "#platform/runtime"

/** Both answer the same; the first one is what the documentation shows. */
export const basePaths = ["/api/v1", "/api"] as const

const bodyLimit = 256 * 1024

/** The HTTP server with every route of every module: limits, parsing, headers, errors in one shape. */
export function buildHttp(runtime: Runtime, routes: readonly Route[], whoIs: WhoIs): FastifyInstance {
  const { config, log } = runtime
  const app = Fastify({
    logger: false,
    bodyLimit,
    requestTimeout: 30_000,
    // nothing said in either direction: above all, a client that does not read what it asked for
    connectionTimeout: 120_000,
    keepAliveTimeout: 75_000,
    maxRequestsPerSocket: 0,
    return503OnClosing: false,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000, maxHeaderSize: 16 * 1024, requireHostHeader: false },
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: (request) => requestIdOf(request.headers["x-request-id"]),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1100, caseSensitive: true },
    frameworkErrors(error, request, reply) {
      reply.headers(securityHeaders(config, request))
      return sendError(error, request as FastifyRequest, reply as FastifyReply)
    },
    clientErrorHandler: refuseUnreadable,
  })

  const sendError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { error, bug } = toDomainError(thrown, request.id)
    if (bug)
      log.error(
        { error: thrown, requestId: request.id, method: request.method, route: request.routeOptions?.url },
        "a request failed by our fault",
      )
    if (error.retryAfter !== undefined) reply.header("retry-after", String(error.retryAfter))
    if (error.status === 429) reply.header("ratelimit-remaining", "0").header("ratelimit-reset", String(error.retryAfter ?? 1))
    return reply
      .code(error.status)
      .type("application/json; charset=utf-8")
      .send(JSON.stringify(errorBody(error)))
  }

  app.addHook("preClose", drainOf(app.server))
  // expectations of a client that we do not know are no reason to refuse it
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response))

  app.removeAllContentTypeParsers()
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers["content-type"] ?? "")) return done(unsupportedMediaType())
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    sendError(new DomainError(404, "E_NOT_FOUND", "There is nothing at this address."), request, reply),
  )

  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(securityHeaders(config, request))
    done(namesItsHost(request.raw) ? undefined : invalid([{ path: "Host", message: "is required, once" }]))
  })
  app.register(cors, {
    delegator: (request, done) => {
      const { origin, host } = request.headers
      const allowed = origin !== undefined && origin !== "null" && allowedOrigin(config, origin, host)
      done(null, {
        origin: allowed ? origin : false,
        credentials: true,
        strictPreflight: false,
        maxAge: 600,
        methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
        allowedHeaders: ["authorization", "content-type", "if-match", "idempotency-key", "x-request-id", "x-docket-client"],
        exposedHeaders: ["etag", "retry-after", "x-request-id", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"],
      })
    },
  })
  app.addHook("onResponse", (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? "none",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      "answered",
    )
    done()
  })

  app.after(() => {
    for (const route of routes) {
      const handler = answer(runtime, route, whoIs)
      for (const { method, path } of [{}, ...route.endpoint.also].map((other) => ({
        method: route.endpoint.method,
        path: route.endpoint.path,
        ...other,
      })))
        for (const basePath of basePaths) app.route({ method, url: `${basePath}${path}`, handler, exposeHeadRoute: method === "GET" })
    }
  })
  return app
}

const requestIdOf = (given: unknown): string => (typeof given === "string" && /^[A-Za-z0-9._-]{8,100}$/.test(given) ? given : randomUUID())
