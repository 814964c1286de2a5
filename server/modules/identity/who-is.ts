import type { Principal } from "#platform/context"
import type { Listener } from "#platform/events"
import { perRuntime, type Runtime } from "#platform/runtime"
import { type Claims, verifyAccessToken, wrongToken } from "./access-token.ts"
import { apiTokenHash, isApiToken, noteUse } from "./api-tokens.ts"
import { anonymous, type Standing, speakerOf, standingOfSession, standingOfToken } from "./principal.ts"
import { RecentlyUsed } from "./recently-used.ts"

type Found = { standing: Standing; text: string; principal: Principal }
/** What is remembered of a session or a token. The same principal stays the same object, so that whoever compares sees that nothing changed. */
type Remembered = {
  load: () => Promise<{ standing: Standing; speaksThrough: string } | null>
  /** The session's id; a token's is in what it finds. */
  sessionId: string | null
  /** Null until it is known whose token it is. */
  userId: string | null
  found: Found | null
  /** When it was read; 0: it has to be read again. */
  readAt: number
  /** Reads are numbered, for one that began earlier must not replace what a later one found. */
  begun: number
  stored: number
  reading: Promise<void> | null
}

const keptMs = 2000
const memory = perRuntime(() => new RecentlyUsed<string, Remembered>(20_000))

/** Finds out who is asking. @throws 401 for a token that is wrong, expired, or of a session or account that is over. */
export async function whoIs(runtime: Runtime, authorization: string | undefined): Promise<Principal> {
  if (authorization === undefined) return anonymous
  const token = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization)?.[1]
  if (token === undefined) throw wrongToken()
  return isApiToken(token) ? holderOf(runtime, token) : signedIn(runtime, await verifyAccessToken(runtime, token))
}

async function signedIn(runtime: Runtime, { sessionId, userId, epoch }: Claims): Promise<Principal> {
  const load = async () => {
    const standing = await standingOfSession(runtime.database.kysely, sessionId)
    return standing && { standing, speaksThrough: sessionId }
  }
  const { standing, principal } = await presentOf(runtime, sessionId, { load, sessionId, userId })
  if (standing.id !== userId || standing.epoch !== epoch) throw wrongToken()
  return principal
}

async function holderOf(runtime: Runtime, token: string): Promise<Principal> {
  const hash = apiTokenHash(token)
  const key = hash.toString("base64url")
  const load = async () => {
    const standing = await standingOfToken(runtime.database.kysely, hash)
    if (standing === null) return null
    await noteUse(runtime, standing.tokenId)
    return { standing, speaksThrough: standing.tokenId }
  }
  try {
    return (await presentOf(runtime, key, { load, sessionId: null, userId: null })).principal
  } catch (error) {
    memory(runtime).delete(key) // what was never a token takes no room
    throw error
  }
}

/** What is known of it, at most two seconds old. @throws 401 */
async function presentOf(runtime: Runtime, key: string, made: Pick<Remembered, "load" | "sessionId" | "userId">): Promise<Found> {
  let known = memory(runtime).get(key)
  if (known === undefined) {
    known = { ...made, found: null, readAt: 0, begun: 0, stored: 0, reading: null }
    memory(runtime).set(key, known)
  }
  if (Date.now() - known.readAt > keptMs) await readAgain(known)
  const { found } = known
  if (found === null || !mayBeSignedIn(runtime, found.standing)) throw wrongToken()
  return found
}

/** People of the demo company exist outside demo mode only as authors. */
export const mayBeSignedIn = ({ config }: Runtime, { status, demo }: Pick<Standing, "status" | "demo">): boolean =>
  status === "approved" && (config.demo || !demo)

/** Callers at the same time share one query, unless something happened since it began. */
function readAgain(known: Remembered): Promise<void> {
  known.reading ??= read(known, ++known.begun)
  return known.reading
}

async function read(known: Remembered, number: number): Promise<void> {
  const began = Date.now()
  const isLast = () => known.begun === number && known.reading !== null
  try {
    const loaded = await known.load()
    if (number < known.stored) return
    known.stored = number
    if (isLast()) known.readAt = began
    const text = JSON.stringify(loaded)
    if (loaded === null) known.found = null
    else if (known.found?.text !== text) {
      const { standing, speaksThrough } = loaded
      known.userId = standing.id
      known.found = { standing, text, principal: speakerOf(standing, speaksThrough) }
    }
  } finally {
    if (isLast()) known.reading = null
  }
}

function forget(runtime: Runtime, concerned: (known: Remembered) => boolean): void {
  for (const known of memory(runtime).values())
    if (concerned(known)) {
      known.readAt = 0
      known.reading = null
    }
}

const isOf =
  (id: string) =>
  ({ userId }: Remembered) =>
    userId === null || userId === id

/** What people may see and do is right with the next request after it changed, in every process. */
export const principalListeners: Listener[] = [
  {
    on: [
      "user.updated",
      "user.disabled",
      "user.enabled",
      "password.changed",
      "password.reset",
      "api_token.ended",
      "second_factor.enabled",
      "second_factor.disabled",
      "second_factor.reset",
    ],
    hears: (runtime, { subject }) => forget(runtime, isOf(subject.id)),
  },
  {
    on: ["session.ended", "session.reuse_detected"],
    hears: (runtime, { subject }) => forget(runtime, ({ sessionId }) => sessionId === subject.id),
  },
  {
    on: ["project.member_added", "project.member_changed", "project.member_removed", "team.member_added"],
    hears: (runtime, { data }) => forget(runtime, isOf((data as { userId: string }).userId)),
  },
  {
    on: ["project.created", "project.updated", "project.deleted", "team.created", "department.created", "department.updated"],
    hears: (runtime) => forget(runtime, () => true),
  },
]
