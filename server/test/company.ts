import { type ProjectRole, permissions, type WorkspaceRole } from "@docket/contract/permissions"
import { anonymous, loadPrincipal } from "#modules/identity"
import { noOrigin, type Principal, systemPrincipal } from "#platform/context"
import { DomainError } from "#platform/errors"
import type { Route } from "#platform/http/route"
import { newId } from "#platform/ids"
import type { Runtime } from "#platform/runtime"
import { type Answer, testHouse } from "#platform/test-kit"
import { transact } from "#platform/transact"
import { house } from "../house.ts"

/** Who works at the company that every test visits, and their roles in the work project WEB. */
const staff = {
  amara: { role: "admin", name: "Amara Okafor" },
  sofia: { role: "manager", name: "Sofia Marino" },
  priya: { role: "agent", name: "Priya Nair" },
  tomas: { role: "agent", name: "Tomás Reyes" },
  ines: { role: "employee", name: "Ines Carvalho" },
  owen: { role: "employee", name: "Owen Price" },
  mara: { role: "employee", name: "Mara Lindqvist", web: "product_owner" },
  dele: { role: "employee", name: "Dele Adeyemi", web: "developer" },
  yuki: { role: "employee", name: "Yuki Tanaka", web: "member" },
  vera: { role: "employee", name: "Vera Novak", web: "viewer" },
} as const satisfies Record<string, { role: WorkspaceRole; name: string; web?: ProjectRole }>
export type Name = keyof typeof staff

/** In these tests a token is a person's id: signing in is tested where it belongs. */
async function byId(runtime: Runtime, authorization: string | undefined): Promise<Principal> {
  if (authorization === undefined) return anonymous
  return loadPrincipal(runtime, authorization.slice("Bearer ".length)).catch(() => {
    throw new DomainError(401, "E_AUTH_TOKEN_INVALID", "unknown")
  })
}

type Given = { body?: unknown; headers?: Record<string, string> }
export type Company = Awaited<ReturnType<typeof company>>

/** A whole Docket with ten people, the desk HELP (itsm) and the work project WEB (agile). */
export async function company(options: { listen?: boolean; environment?: Record<string, string>; routes?: readonly Route[] } = {}) {
  const running = await testHouse({ ...house, routes: [...house.routes, ...(options.routes ?? [])], whoIs: byId }, options)
  const { runtime } = running
  const id = Object.fromEntries(Object.keys(staff).map((name) => [name, newId()])) as Record<Name, string>
  await runtime.database.kysely
    .insertInto("users")
    .values(
      Object.entries(staff).map(([name, { role, name: full }]) => ({
        id: id[name as Name],
        email: `${name}@marlow.example`,
        username: name,
        full_name: full,
        role,
        status: "approved",
      })),
    )
    .execute()

  /** One request by a person (or by nobody). */
  const call = (who: Name | null, method: string, path: string, given: Given = {}): Promise<Answer> =>
    running.request(method, path, { ...given, ...(who === null ? {} : { as: id[who] }) })
  /** The same, where the answer has to be good. */
  const ok = async <T = Record<string, unknown>>(who: Name, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(who, method, path, body === undefined ? {} : { body })
    if (answer.status >= 300) throw new Error(`${method} ${path} as ${who}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }

  const web = await ok<{ id: string }>("amara", "POST", "/projects", { key: "WEB", name: "Customer portal", kind: "work", preset: "agile" })
  for (const [name, person] of Object.entries(staff))
    if ("web" in person) await ok("amara", "POST", `/projects/${web.id}/members`, { userId: id[name as Name], role: person.web })
  const asSystem = <T>(action: Parameters<typeof transact<T>>[3]) => transact(runtime, systemPrincipal(permissions), noOrigin, action)

  return { ...running, id, call, ok, asSystem }
}
