import { hash, timingSafeEqual } from "node:crypto"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import type { FastifyInstance, FastifyRequest } from "fastify"
import { sql } from "kysely"
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import { DomainError } from "#platform/errors"
import type { WhoIs } from "#platform/http/answer"
import { errorBody } from "#platform/http/error-answers"
import type { Runtime } from "#platform/runtime"

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"])
/** From this machine itself, and not by way of a proxy on it, from where everyone's requests come. */
const isFromTheMachine = ({ headers, socket }: FastifyRequest) =>
  loopback.has(socket.remoteAddress ?? "") && headers["x-forwarded-for"] === undefined && headers.forwarded === undefined

const isSame = (given: string | undefined, wanted: string) =>
  timingSafeEqual(hash("sha256", given ?? "", "buffer"), hash("sha256", wanted, "buffer"))

/** Nothing while the database is away: the other figures are wanted most just then. */
async function followersBehind({ database }: Runtime): Promise<{ name: string; behind: number }[]> {
  const counted = sql<{ name: string; behind: number }>`
    select name, (select count(*)::int from (select 1 from events where (xid, id) > (f.xid, f.event_id) limit 10000) e) as behind from followers f`
  const away = sleep(patienceMs, [], { ref: false })
  return Promise.race([counted.execute(database.kysely).then(({ rows }) => rows), away]).catch(() => [])
}

const patienceMs = 2000

/** `/health/live`: the loop turns. `/health/ready`: requests can be answered now. `/metrics`: Prometheus, by token or from the machine itself. */
export function addHealth(app: FastifyInstance, runtime: Runtime, whoIs: WhoIs, stopping: () => boolean): void {
  const loopDelay = monitorEventLoopDelay({ resolution: 20 })
  loopDelay.enable()
  app.addHook("onClose", async () => void loopDelay.disable())

  app.get("/health/live", async () => ({ status: "ok" }))
  app.get("/health/ready", async (request, reply) => {
    const reasons: string[] = []
    if (stopping()) reasons.push("stopping")
    try {
      await Promise.race([
        sql`select 1`.execute(runtime.database.kysely),
        sleep(patienceMs, undefined, { ref: false }).then(() =>
          Promise.reject(new Error("the database does not answer within two seconds")),
        ),
      ])
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : "the database does not answer")
    }
    const mayKnow = await whoIs(runtime, request.headers.authorization).then(
      (actor) => actor.kind === "user" && actor.role === "admin",
      () => false,
    )
    return reply
      .code(reasons.length === 0 ? 200 : 503)
      .send({ status: reasons.length === 0 ? "ok" : "unavailable", ...(mayKnow ? { reasons } : {}) })
  })

  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answered = new Histogram({
    name: "docket_http_request_seconds",
    help: "Time to answer, by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  const pool = new Gauge({
    name: "docket_database_connections",
    help: "Connections of the pool, by state",
    labelNames: ["state"],
    registers: [registry],
  })
  const lag = new Gauge({
    name: "docket_follower_lag_events",
    help: "Events that a follower has not handled yet",
    labelNames: ["follower"],
    registers: [registry],
  })
  app.addHook("onResponse", (request, reply, done) => {
    answered.observe(
      { method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
    done()
  })
  app.get("/metrics", async (request, reply) => {
    const token = runtime.config.metricsToken
    const allowed = token !== undefined ? isSame(request.headers.authorization, `Bearer ${token}`) : isFromTheMachine(request)
    if (!allowed)
      return reply
        .code(403)
        .send(
          errorBody(
            new DomainError(403, "E_AUTH_INSUFFICIENT_PERMISSIONS", "Metrics are for the machine itself, or for whoever has the token."),
          ),
        )
    const { totalCount, idleCount, waitingCount } = runtime.database.pool
    pool.set({ state: "open" }, totalCount)
    pool.set({ state: "idle" }, idleCount)
    pool.set({ state: "waited_for" }, waitingCount)
    lag.reset()
    for (const { name, behind } of await followersBehind(runtime)) lag.set({ follower: name }, behind)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
