/** A house of projects and what they stand on, for the tests of both. Sign-in has tests of its own: here a person's id is their token. */
import { permissions, type WorkspaceRole } from "@docket/contract/permissions"
import type { Project } from "@docket/contract/projects"
import { anonymous, loadPrincipal } from "#modules/identity"
import * as organization from "#modules/organization"
import * as workflows from "#modules/workflows"
import { type Ctx, noOrigin, systemPrincipal } from "#platform/context"
import { MIGRATIONS } from "#platform/database/migrate"
import { newId } from "#platform/ids"
import type { House } from "#platform/start"
import { testHouse } from "#platform/test-kit"
import { reading, transact } from "#platform/transact"
import * as projects from "./index.ts"

const smallHouse: House = {
  version: "test",
  migrations: MIGRATIONS,
  webApp: "nowhere",
  routes: [...organization.routes, ...workflows.routes, ...projects.routes],
  reactions: [],
  listeners: [...organization.listeners, ...projects.listeners],
  followers: [],
  jobs: [],
  installers: [workflows.install, projects.install],
  whoIs: async (runtime, authorization) =>
    authorization === undefined ? anonymous : loadPrincipal(runtime, authorization.slice("Bearer ".length)),
  mayWatch: async (runtime, actor, { id }) => projects.mayWatchProject(runtime, actor, id),
}

/** Any body, with the parts of a refusal within reach. */
export type Reply<T> = {
  status: number
  headers: Record<string, unknown>
  body: T & { error?: string; message?: string; details?: Record<string, unknown> & { fields?: { path: string; message: string }[] } }
}
export type SmallHouse = Awaited<ReturnType<typeof openSmallHouse>>

export async function openSmallHouse() {
  const house = await testHouse(smallHouse)
  const { runtime } = house
  const system = systemPrincipal(permissions)

  /** Makes a person and answers their id, which is also their token. */
  const person = async (fullName: string, role: WorkspaceRole = "employee", status = "approved"): Promise<string> => {
    const id = newId()
    await runtime.database.kysely
      .insertInto("users")
      .values({ id, email: `${id}@example.com`, full_name: fullName, role, status })
      .execute()
    return id
  }
  const call = async <T>(as: string | undefined, method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const given = { ...(as !== undefined && { as }), ...(body !== undefined && { body }), ...(headers && { headers }) }
    return (await house.request(method, path, given)) as Reply<T>
  }
  const create = async (as: string, body: object): Promise<Project> => {
    const reply = await call<Project>(as, "POST", "/projects", { name: "A project", kind: "desk", ...body })
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    return reply.body
  }
  const eventsOf = (id: string) =>
    runtime.database.kysely
      .selectFrom("events")
      .select(["name", "version", "data", "audience"])
      .where("entity_id", "=", id)
      .orderBy("id")
      .execute()

  return {
    ...house,
    person,
    call,
    create,
    eventsOf,
    people: {
      admin: await person("Ada Admin", "admin"),
      manager: await person("Max Manager", "manager"),
      agent: await person("Agnes Agent", "agent"),
      employee: await person("Emil Employee"),
    },
    reading: (): Ctx => reading(runtime, system, noOrigin),
    asSystem: <T>(action: (ctx: Ctx) => Promise<T>) => transact(runtime, system, noOrigin, action),
  }
}
