import type { Me } from "@docket/contract/identity"
import { permissions } from "@docket/contract/permissions"
import type { Ctx } from "#platform/context"
import { ownUser } from "./queries.ts"

/** The caller's own account, and what they may do. */
export async function me({ db, actor }: Ctx): Promise<Me> {
  return {
    user: await ownUser(db, actor.id),
    permissions: permissions.filter((permission) => actor.permissions.has(permission)),
    projects: [...actor.projects].map(([id, role]) => ({ id, role })),
    headOf: [...actor.headOf],
  }
}
