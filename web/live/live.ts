// Puts the live data of whoever is signed in together: engine, socket, disk. Starts with the session and ends with it.
import { listChanges } from "@docket/contract/live"
import { getTicket, listTickets } from "@docket/contract/tickets"
import { call } from "../api/client.ts"
import { checkSession, currentSession, onSession, reloadMe } from "../api/session.ts"
import { accessToken } from "../api/token.ts"
import { Engine } from "./engine.ts"
import { openKeep, wipeKeeps } from "./keep.ts"
import { forgetNames, learnTickets, nameOf, statusOf } from "./known.ts"
import type { Ports } from "./ports.ts"
import { forget, forgetCounts, projectIds, queries } from "./reference.ts"
import { send } from "./send.ts"
import { LiveSocket } from "./socket.ts"

export type Connection = "live" | "connecting" | "offline"
type Running = { userId: string; engine: Engine; connection: () => Connection; stop: () => void }

let running: Running | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** The engine of whoever is signed in. Screens behind the sign-in always have one. */
export function live(): Engine {
  if (running === null) throw new Error("nobody is signed in")
  return running.engine
}
export const connection = (): Connection => running?.connection() ?? "connecting"
export function onLive(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Once, when the app starts. */
export function followSession(): void {
  const follow = () => {
    const { state, me } = currentSession()
    if (running !== null && running.userId !== me?.user.id) {
      running.stop()
      running = null
      queries.clear()
      forgetNames()
    }
    if (state === "signed-out") void wipeKeeps()
    if (me !== null && running === null) running = start(me.user.id, me.user.fullName)
  }
  onSession(follow)
  follow()
}

function start(userId: string, name: string): Running {
  const keep = openKeep(userId)
  const status = { up: false, polled: false, reached: true, stopped: false }
  const later = (milliseconds: number, action: () => void) => void setTimeout(() => status.stopped || action(), milliseconds)
  const set = (next: Partial<typeof status>) => {
    Object.assign(status, next)
    tell()
  }
  const socket = new LiveSocket({
    token: accessToken,
    renewed: checkSession,
    change: (change) => engine.feed.hear(change),
    subscribed: () => void engine.catchUp(),
    rescoped: () => {
      void reloadMe()
      forget("project")
      engine.readAnew()
    },
    state: (up) => set(up ? { up, reached: true } : { up, polled: false }),
  })
  const ports: Ports = {
    list: async (query) => {
      const { data, nextCursor, total } = await call(listTickets, { query })
      learnTickets(data)
      return { tickets: data, nextCursor, total: total ?? null }
    },
    many: async (ids) => {
      const { data } = await call(listTickets, { query: { id: [...ids], limit: 100 } })
      learnTickets(data)
      return data
    },
    one: async (id) => {
      const ticket = await call(getTicket, { params: { id } })
      learnTickets([ticket])
      return ticket
    },
    changes: (after) => call(listChanges, { query: { after, limit: 1000 } }),
    send,
    projectIds,
    scopes: (wanted) => socket.scopes(wanted),
    heard: ({ entity }) => forget(entity),
    counted: countsSoon(later),
    reached: (reached) => reached !== status.reached && set({ reached }),
    keep: keep.keep,
    forget: keep.forget,
    remember: keep.remember,
    recall: keep.recall,
    later,
  }
  const engine = new Engine({ me: { id: userId, name }, nameOf, statusOf }, ports)
  engine.subscribe(tell)

  // without the socket this is how changes come; beside it, how a poke that got lost is made good
  const poll = async () => {
    const polled = await engine.catchUp()
    if (!status.up) set({ polled })
    later(document.hidden ? 60_000 : status.up ? 30_000 : 5000, poll)
  }
  const online = () => {
    socket.hurry()
    void engine.catchUp()
  }
  const offline = () => set({ reached: false, polled: false })
  window.addEventListener("online", online)
  window.addEventListener("offline", offline)
  const unfollow = queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === "updated" && query.queryKey[0] === "projects") engine.rescope()
  })

  void keep.waiting().then((mutations) => engine.outbox.restore(mutations))
  void engine.begin()
  engine.rescope()
  void socket.start()
  later(5000, poll)
  return {
    userId,
    engine,
    connection: () => (status.up || status.polled ? "live" : status.reached && navigator.onLine ? "connecting" : "offline"),
    stop: () => {
      status.stopped = true
      socket.stop()
      engine.outbox.stop()
      keep.close()
      unfollow()
      window.removeEventListener("online", online)
      window.removeEventListener("offline", offline)
    },
  }
}

/** Counts are read again soon after a change, but not with every one: only those of the projects where something happened. */
function countsSoon(later: Ports["later"]): Ports["counted"] {
  const concerned = new Set<string | null>()
  let last = 0
  return (projectId) => {
    concerned.add(projectId)
    if (concerned.size > 1) return
    later(Math.max(500, last + 4000 - Date.now()) + Math.random() * 300, () => {
      last = Date.now()
      forgetCounts([...concerned])
      concerned.clear()
    })
  }
}
