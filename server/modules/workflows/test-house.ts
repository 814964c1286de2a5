/** A house with nothing but workflows in it, for this module's tests. Sign-in belongs to another module: here the token is the role. */
import { permissions, rolePermissions, type WorkspaceRole, workspaceRoles } from "@docket/contract/permissions"
import { type Ctx, noOrigin, type Principal, systemPrincipal } from "#platform/context"
import { MIGRATIONS } from "#platform/database/migrate"
import { newId } from "#platform/ids"
import type { House } from "#platform/start"
import { testHouse } from "#platform/test-kit"
import { reading, transact } from "#platform/transact"
import { install, routes } from "./index.ts"

const system = systemPrincipal(permissions)
const person = (role: WorkspaceRole): Principal => ({
  ...system,
  id: newId(),
  kind: "user",
  name: role,
  role,
  permissions: new Set(rolePermissions[role]),
  seesAll: false,
})
const people = new Map<string, Principal>(workspaceRoles.map((role) => [role, person(role)]))
const nobody: Principal = { ...system, kind: "anonymous", permissions: new Set(), seesAll: false }

const onlyWorkflows: House = {
  version: "test",
  migrations: MIGRATIONS,
  webApp: "nowhere",
  routes,
  reactions: [],
  listeners: [],
  followers: [],
  jobs: [],
  installers: [install],
  whoIs: async (_runtime, authorization) => people.get(authorization?.slice("Bearer ".length) ?? "") ?? nobody,
  mayWatch: async () => false,
}

export type WorkflowsHouse = Awaited<ReturnType<typeof workflowsHouse>>

export async function workflowsHouse() {
  const house = await testHouse(onlyWorkflows)
  const { runtime } = house
  for (const { id, name } of people.values()) {
    await runtime.database.kysely
      .insertInto("users")
      .values({ id, email: `${name}@example.com`, username: name, full_name: name, role: name, status: "approved", password_hash: "" })
      .execute()
  }
  return {
    ...house,
    reading: (): Ctx => reading(runtime, system, noOrigin),
    asSystem: <T>(action: (ctx: Ctx) => Promise<T>) => transact(runtime, system, noOrigin, action),
    asAdmin: <T>(action: (ctx: Ctx) => Promise<T>) => transact(runtime, people.get("admin") ?? nobody, noOrigin, action),
  }
}
