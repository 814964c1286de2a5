import type { Permission, ProjectRole, WorkspaceRole } from "@docket/contract/permissions"
import type { Db } from "#platform/database/open"
import type { Happening } from "#platform/events"
import type { Runtime } from "#platform/runtime"

/** RFC 3339 in UTC with milliseconds. */
export type Iso = string

/** Who is asking, with everything that decides what they may see and do; loaded by `identity`, at most two seconds old. */
export type Principal = {
  id: string
  kind: "user" | "token" | "system" | "anonymous"
  name: string
  role: WorkspaceRole
  permissions: ReadonlySet<Permission>
  /** The session, or the personal access token, that speaks for them. */
  sessionId: string | null
  /** Limits a token, or a session that may not do everything yet, to some calls (`@docket/contract/scopes`); null: to none. */
  scopes: ReadonlySet<string> | null
  departmentId: string | null
  teamIds: readonly string[]
  /** Departments that this person heads. */
  headOf: readonly string[]
  /** Project id → role, for the projects of which this person is a member. */
  projects: ReadonlyMap<string, ProjectRole>
  /** Projects whose every ticket this person may see, in a staff capacity (internal notes included). */
  staffProjects: ReadonlySet<string>
  /** Projects that this person may see as a whole. */
  readableProjects: ReadonlySet<string>
  /** Ids of people, teams, departments and projects: a ticket that names one of them among its viewers is visible. */
  grants: readonly string[]
  grantSet: ReadonlySet<string>
  /** Sees every ticket of every project, internal notes included. */
  seesAll: boolean
}

/** Where a request came from. Jobs and the command line make one too. */
export type Origin = {
  requestId: string | null
  ip: string | null
  userAgent: string | null
  /** The version that the caller believes to change (`If-Match`). */
  ifMatch: number | null
  /** The web app says so by `X-Docket-Client: web`. */
  client: "web" | "api" | "cli" | "system"
}

/** Who is asking, when, inside which transaction, and what has happened so far. HTTP, jobs, the command line and tests all make one. */
export type Ctx = {
  runtime: Runtime
  db: Db
  actor: Principal
  now: Iso
  happened: Happening[]
  origin: Origin
}

export const noOrigin: Origin = { requestId: null, ip: null, userAgent: null, ifMatch: null, client: "system" }

/** The program itself: the auto-close job, the importer, automation. Sees and may do everything; passes no workflow guard. */
export function systemPrincipal(permissions: readonly Permission[]): Principal {
  return {
    id: "00000000-0000-0000-0000-000000000000",
    kind: "system",
    name: "Docket",
    role: "admin",
    permissions: new Set(permissions),
    sessionId: null,
    scopes: null,
    departmentId: null,
    teamIds: [],
    headOf: [],
    projects: new Map(),
    staffProjects: new Set(),
    readableProjects: new Set(),
    grants: [],
    grantSet: new Set(),
    seesAll: true,
  }
}

export const isoNow = (): Iso => new Date().toISOString()
