/** A house with nothing but identity in it, for this module's tests: real sign-in over HTTP, and a few people made beforehand. */
import { randomInt } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Tokens } from "@docket/contract/identity"
import type { WorkspaceRole } from "@docket/contract/permissions"
import { type Ctx, noOrigin, type Principal } from "#platform/context"
import { MIGRATIONS } from "#platform/database/migrate"
import type { Mail } from "#platform/mail"
import type { House } from "#platform/start"
import { testHouse } from "#platform/test-kit"
import { transact } from "#platform/transact"
import * as identity from "./index.ts"

const onlyIdentity: House = {
  version: "test",
  migrations: MIGRATIONS,
  webApp: "nowhere",
  routes: identity.routes,
  reactions: [],
  listeners: identity.listeners,
  followers: [],
  jobs: identity.jobs,
  installers: [identity.install],
  whoIs: identity.whoIs,
  mayWatch: async () => false,
}

export const password = "Plain sailing tomorrow"

/** Any body, with the parts of a refusal within reach. */
export type Reply<T> = {
  status: number
  headers: Record<string, unknown>
  body: T & { error?: string; message?: string; details?: Record<string, unknown> & { fields?: { path: string; message: string }[] } }
}
type Given = { as?: string; body?: unknown; headers?: Record<string, string>; ip?: string }
export type IdentityHouse = Awaited<ReturnType<typeof openIdentityHouse>>

/** An address of nobody else. */
export const newAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${1 + randomInt(254)}`

/** Limits are on, and each request comes from an address of its own unless it says which. */
export async function openIdentityHouse(environment: Record<string, string> = {}) {
  const house = await testHouse(onlyIdentity, { environment: { RATE_LIMIT_FACTOR: "1", TRUST_PROXY: "127.0.0.1", ...environment } })
  const { runtime } = house
  const { kysely } = runtime.database

  const passwordHash = await identity.hashPassword(password)
  let made = 0

  const call = async <T = unknown>(method: string, path: string, { ip = newAddress(), headers, ...given }: Given = {}) =>
    (await house.request(method, path, { ...given, headers: { "x-forwarded-for": ip, ...headers } })) as Reply<T>
  const act = <T>(action: (ctx: Ctx) => Promise<T>, actor: Principal = identity.anonymous) => transact(runtime, actor, noOrigin, action)

  /** Makes an approved person with the common password. */
  const person = async (role: WorkspaceRole = "employee", more: Partial<identity.NewPerson> = {}) => {
    made += 1
    const email = `person${made}@example.org`
    const [id = ""] = await act((ctx) =>
      identity.addPeople(ctx, [{ email, fullName: `Person ${made}`, role, status: "approved", passwordHash, ...more }]),
    )
    return { id, email: more.email ?? email }
  }
  const logIn = async (email: string, given: Given = {}) => {
    const reply = await call<Tokens>("POST", "/auth/login", { ...given, body: { email, password } })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return { ...reply.body, refreshToken: reply.body.refreshToken ?? "", headers: reply.headers }
  }
  /** A new person of that role, signed in. */
  const signedIn = async (role: WorkspaceRole = "employee", more: Partial<identity.NewPerson> = {}) => {
    const { id, email } = await person(role, more)
    return { id, email, ...(await logIn(email)) }
  }
  const eventsOf = (id: string) =>
    kysely.selectFrom("events").select(["name", "data", "actor_id", "actor_kind", "ip"]).where("entity_id", "=", id).orderBy("id").execute()

  /** The letters to an address so far, once there are so many; sent by the job, a moment after the request. */
  const lettersTo = async (address: string, count: number): Promise<Mail[]> => {
    const folder = join(runtime.config.dataDir, "outbox")
    for (let tries = 0; tries < 60; tries++) {
      const names = (await readdir(folder).catch((): string[] => [])).filter((name) => !name.startsWith(".")).sort()
      const letters = (await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))))) as Mail[]
      const found = letters.filter(({ to }) => to.address === address)
      if (found.length >= count) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no ${count} letters to ${address}`)
  }

  /** For what a test has changed behind everyone's back. */
  const forgetRights = () =>
    runtime.hear([{ name: "project.deleted", subject: { entity: "project", id: identity.anonymous.id }, data: {} }])

  return { ...house, kysely, call, act, person, logIn, signedIn, eventsOf, lettersTo, forgetRights }
}
