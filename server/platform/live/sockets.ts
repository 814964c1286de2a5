import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http"
import { type Subscribe, type Subscribed, scopePattern } from "@docket/contract/live"
import { Server, type Socket } from "socket.io"
import type { Principal } from "#platform/context"
import { DomainError } from "#platform/errors"
import { type LoggedEvent, type Place, writeCursor } from "#platform/event-log"
import type { WhoIs } from "#platform/http/answer"
import { allowedOrigin } from "#platform/http/headers"
import { toChange } from "#platform/live/changes"
import { mayKnow } from "#platform/live/may-know"
import type { Runtime } from "#platform/runtime"

const scopeForm = new RegExp(scopePattern)
const mostScopes = 200
const mostMessages = { count: 60, perMs: 10_000 }
/** Expiry, logout and changed rights reach a socket within this time. */
const recheckMs = 2000

/** Pokes that wait for a client that does not read them; who has more catches up after connecting again. */
const mostUnsent = 2000

type Client = { socket: Socket; token: string; actor: Principal; scopes: Set<string>; messages: number; since: number; unsent: number }

/** May this person watch a ticket by its id? Told by the tickets module, so that the platform need not know what a ticket is. */
export type MayWatch = (runtime: Runtime, actor: Principal, scope: { kind: "ticket" | "project"; id: string }) => Promise<boolean>

export type Sockets = { tell: (events: readonly LoggedEvent[]) => void; stop: () => void; count: () => number }

/** Does the event belong to something that this client watches? `me`: what concerns the person, their teams and departments. */
function watched({ scopes, actor }: Client, event: LoggedEvent): boolean {
  if (event.ticket_id !== null && scopes.has(`ticket:${event.ticket_id}`)) return true
  if (event.project_id !== null && scopes.has(`project:${event.project_id}`)) return true
  if (!scopes.has("me")) return false
  if (event.project_id === null) return true
  return event.audience.includes(actor.id) || event.audience.some((id) => actor.teamIds.includes(id) || actor.headOf.includes(id))
}

/** Socket.IO: sends pokes (what changed, never what it says) to those who may know and have asked to. */
export function openSockets(http: HttpServer, runtime: Runtime, whoIs: WhoIs, mayWatch: MayWatch, place: () => Place): Sockets {
  const clients = new Map<string, Client>()
  let stopping = false
  const io = new Server(http, {
    path: "/socket.io",
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    allowRequest: (request, done) => {
      const { origin, host } = request.headers
      done(null, !stopping && (origin === undefined || (origin !== "null" && allowedOrigin(runtime.config, origin, host))))
    },
  })

  io.engine.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
    response.setHeader("x-content-type-options", "nosniff")
    response.setHeader("cache-control", "no-store")
    next()
  })
  io.use(async (socket, next) => {
    const token: unknown = socket.handshake.auth.token
    try {
      if (typeof token !== "string" || token.length > 5000) throw new DomainError(401, "E_AUTH_MISSING_TOKEN", "send an access token")
      const actor = await whoIs(runtime, `Bearer ${token}`)
      socket.data = { socket, token, actor, scopes: new Set(), messages: 0, since: Date.now(), unsent: 0 } satisfies Client
      next()
    } catch (error) {
      if (error instanceof DomainError && error.status === 401) return next(new Error(error.code))
      // nobody can say who this is just now: a connection that breaks is tried again by itself, a refused one is not
      socket.conn.close()
    }
  })
  io.on("connection", (socket) => {
    const arrived = socket.data as Client
    clients.set(socket.id, arrived)
    socket.on("disconnect", () => clients.delete(socket.id))
    socket.conn.on("drain", () => {
      arrived.unsent = 0
    })
    socket.use((_packet, next) => {
      const client = clients.get(socket.id)
      if (client === undefined) return
      if (Date.now() - client.since > mostMessages.perMs) Object.assign(client, { messages: 0, since: Date.now() })
      client.messages += 1
      if (client.messages > mostMessages.count) socket.disconnect(true)
      else next()
    })
    socket.on("subscribe", async (wanted: unknown, ack: unknown) => {
      const client = clients.get(socket.id)
      if (client === undefined || typeof ack !== "function") return
      const scopes = (wanted as Partial<Subscribe> | null)?.scopes
      const asked = Array.isArray(scopes)
        ? scopes.filter((scope): scope is string => typeof scope === "string" && scopeForm.test(scope)).slice(0, mostScopes)
        : []
      // the cursor is taken first: what happens while scopes are checked is then repaired by catching up from it
      const cursor = writeCursor(place())
      client.scopes = await grantedScopes(client.actor, asked)
      ack({ granted: [...client.scopes], cursor } satisfies Subscribed)
    })
  })

  const grantedScopes = async (actor: Principal, asked: readonly string[]): Promise<Set<string>> => {
    const granted = new Set<string>()
    for (const scope of asked) {
      const [kind, id] = scope.split(":")
      if (kind === "me") granted.add(scope)
      else if (id !== undefined && (await mayWatch(runtime, actor, { kind: kind as "ticket" | "project", id }).catch(() => false)))
        granted.add(scope)
    }
    return granted
  }

  let rechecking = false
  const recheckAll = async () => {
    for (const client of [...clients.values()]) {
      try {
        const actor = await whoIs(runtime, `Bearer ${client.token}`)
        if (actor === client.actor) continue
        client.actor = actor
        const before = client.scopes.size
        client.scopes = await grantedScopes(actor, [...client.scopes])
        if (client.scopes.size !== before) client.socket.emit("scopes", { granted: [...client.scopes] })
      } catch (error) {
        if (!(error instanceof DomainError) || error.status !== 401) continue
        client.socket.emit("signed_out", {})
        client.socket.disconnect(true)
      }
    }
  }
  const recheck = setInterval(async () => {
    if (rechecking) return
    rechecking = true
    await recheckAll()
    rechecking = false
  }, recheckMs)

  const poke = (client: Client, event: LoggedEvent) => {
    client.unsent += 1
    if (client.unsent > mostUnsent) client.socket.conn.close(true)
    else client.socket.emit("change", toChange(event))
  }

  return {
    count: () => clients.size,
    tell(events) {
      for (const event of events)
        for (const client of clients.values()) if (watched(client, event) && mayKnow(client.actor, event)) poke(client, event)
    },
    /** Breaks connections without a goodbye, after which clients connect again by themselves, each after a while of its own. */
    stop() {
      stopping = true
      clearInterval(recheck)
      io.engine.close()
    },
  }
}
