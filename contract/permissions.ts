/** Every named permission of the workspace. Roles are sets of these; see `identity` for who holds which. */
export const permissions = [
  "admin.settings",
  "audit.read",
  "users.manage",
  "people.assignable",
  "organization.manage",
  "projects.manage",
  "workflows.manage",
  "tickets.seeAll",
  "tickets.assign",
  "tickets.claim",
  "tickets.delete",
  "tickets.workDesk",
  "reports.read",
  "system.metrics",
] as const
export type Permission = (typeof permissions)[number]

export const workspaceRoles = ["admin", "manager", "agent", "employee"] as const
export type WorkspaceRole = (typeof workspaceRoles)[number]

/** SPEC's workspace roles as sets of permissions. An admin holds all of them. */
export const rolePermissions: Record<WorkspaceRole, readonly Permission[]> = {
  admin: permissions,
  manager: ["people.assignable", "organization.manage", "projects.manage", "tickets.seeAll", "tickets.assign", "reports.read"],
  agent: ["people.assignable", "tickets.assign", "tickets.claim", "tickets.workDesk"],
  employee: [],
}

export const projectRoles = ["product_owner", "manager", "developer", "member", "viewer"] as const
export type ProjectRole = (typeof projectRoles)[number]
