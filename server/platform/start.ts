import { chmod, mkdir } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { FastifyInstance } from "fastify"
import { Redis } from "ioredis"
import type { Config } from "#platform/config"
import { migrate } from "#platform/database/migrate"
import { type Database, openDatabase } from "#platform/database/open"
import { type Listener, type Reaction, react } from "#platform/events"
import { type Follower, follow } from "#platform/followers"
import type { WhoIs } from "#platform/http/answer"
import { addDocs } from "#platform/http/docs"
import { addHealth } from "#platform/http/health"
import type { Route } from "#platform/http/route"
import { buildHttp } from "#platform/http/server"
import { addWebApp } from "#platform/http/web-app"
import { type Job, startJobs } from "#platform/jobs"
import { makeLimiter } from "#platform/limiter"
import { startFeed } from "#platform/live/feed"
import { type MayWatch, openSockets } from "#platform/live/sockets"
import { makeLog } from "#platform/log"
import { outbox } from "#platform/mail"
import type { Runtime } from "#platform/runtime"
import { directoryStorage } from "#platform/storage"

/** What the platform needs to know of the modules; `app.ts` says it. */
export type House = {
  version: string
  migrations: string
  webApp: string
  routes: readonly Route[]
  reactions: readonly Reaction[]
  listeners: readonly Listener[]
  followers: readonly Follower[]
  jobs: readonly Job[]
  installers: readonly ((runtime: Runtime) => Promise<void>)[]
  /** Installs the demo company where nobody is there yet; in demo mode only. */
  demo?: (runtime: Runtime) => Promise<void>
  /** Pages outside the API, such as the public keys. */
  addPages?: (app: FastifyInstance, runtime: Runtime) => void
  whoIs: WhoIs
  mayWatch: MayWatch
}

const redisChannel = "docket:wake"
const endWithinMs = 4000

/** Opens the database, migrates it and makes the runtime, without listening: for the command line, jobs and tests. */
export async function openRuntime(config: Config, house: House, given: { database?: Database } = {}) {
  const log = makeLog(config.logLevel)
  const dataDir = resolve(config.dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700).catch(() => {})
  const database = given.database ?? (await openDatabase({ databaseUrl: config.databaseUrl, dataDir, poolSize: config.databasePool, log }))
  if (given.database === undefined) await migrate(database, house.migrations)
  const redis =
    config.redisUrl === undefined ? undefined : new Redis(config.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false })
  redis?.on("error", (error) => log.warn({ error }, "Redis is away; limits and wake-ups are this process's own for now"))
  react(...house.reactions)

  const wakers = new Set<() => void>()
  const wakeHere = () => {
    for (const wake of wakers) wake()
  }
  const heardBy = new Map<string, Listener["hears"][]>()
  for (const { on, hears } of house.listeners) for (const name of on) heardBy.set(name, [...(heardBy.get(name) ?? []), hears])

  const runtime: Runtime = {
    config,
    database,
    log,
    limiter: makeLimiter(config.rateLimitFactor, redis),
    mail: outbox(join(dataDir, "outbox")),
    storage: directoryStorage(join(dataDir, "files")),
    hear: (happened) => {
      for (const happening of happened)
        for (const hears of heardBy.get(happening.name) ?? [])
          try {
            hears(runtime, happening)
          } catch (error) {
            log.error({ error, event: happening.name }, "a listener failed; what has happened stays so")
          }
    },
    wake: () => {
      wakeHere()
      redis?.publish(redisChannel, "").catch(() => {})
    },
  }
  for (const install of house.installers) await install(runtime)
  if (config.demo) await house.demo?.(runtime)
  const close = async () => {
    redis?.disconnect()
    if (given.database === undefined) await database.close()
  }
  return { runtime, redis, wakers, wakeHere, close }
}

export type Running = {
  runtime: Runtime
  address: string
  /** Jobs run too; requests are answered before. */
  ready: Promise<void>
  stop: () => Promise<void>
  inject: ReturnType<typeof buildHttp>["inject"]
}

/** Starts everything that this process's role asks for. `stop` ends it in order: no new work, what runs is finished, then the database. */
export async function start(config: Config, house: House, given: { database?: Database; listen?: boolean } = {}): Promise<Running> {
  const { runtime, redis, wakers, wakeHere, close } = await openRuntime(config, house, given)
  const app = buildHttp(runtime, house.routes, house.whoIs)
  let stopping = false
  addHealth(app, runtime, house.whoIs, () => stopping)
  addDocs(
    app,
    house.routes.map(({ endpoint }) => endpoint),
    house.version,
  )
  house.addPages?.(app, runtime)
  await addWebApp(app, house.webApp)

  let sockets: ReturnType<typeof openSockets> | undefined
  const feed = await startFeed(runtime, (events) => {
    runtime.hear(
      events.map(
        (event) =>
          ({
            name: event.name,
            subject: { entity: event.entity, id: event.entity_id, ticketId: event.ticket_id, projectId: event.project_id },
            data: event.data,
          }) as never,
      ),
    )
    sockets?.tell(events)
  })
  wakers.add(feed.wake)
  const subscriber = redis?.duplicate()
  subscriber?.on("error", () => {})
  subscriber?.subscribe(redisChannel).catch(() => {})
  subscriber?.on("message", wakeHere)

  await app.ready()
  sockets = openSockets(app.server, runtime, house.whoIs, house.mayWatch, feed.place)
  if (given.listen !== false) await app.listen({ port: config.port, host: config.host })
  const { port } = (app.server.address() as AddressInfo | null) ?? { port: 0 }

  const following = config.role === "web" ? undefined : await follow(runtime, house.followers)
  if (following !== undefined) wakers.add(following.wake)
  const jobs = startJobs(runtime, house.jobs)

  /** Nothing that waits for a database which is away keeps the rest from ending. */
  const ended = (work: Promise<void> | undefined) =>
    Promise.race([
      work?.catch((error) => runtime.log.warn({ error }, "something did not end as it should")),
      sleep(endWithinMs, undefined, { ref: false }),
    ])
  const stop = async () => {
    stopping = true
    sockets?.stop()
    await app.close()
    await Promise.all([ended(jobs.stop()), ended(following?.stop()), ended(feed.stop())])
    subscriber?.disconnect()
    await close()
  }
  return {
    runtime,
    address: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    ready: jobs.ready,
    stop,
    inject: app.inject.bind(app) as Running["inject"],
  }
}
