import { type Permission, type ProjectRole, rolePermissions, type WorkspaceRole } from "@docket/contract/permissions"
import { enrolOnly } from "@docket/contract/scopes"
import type { Principal } from "#platform/context"
import type { Db } from "#platform/database/open"
import { row } from "#platform/database/rows"
import { notFound } from "#platform/errors"
import type { Runtime } from "#platform/runtime"

/** Everything that decides what a person may see and do, as one row. */
export type Standing = {
  id: string
  name: string
  role: WorkspaceRole
  status: string
  demo: boolean
  epoch: number
  departmentId: string | null
  teamIds: string[]
  headOf: string[]
  memberships: [projectId: string, role: ProjectRole, kind: "desk" | "work"][]
  openDesks: string[]
  seesDepartment: boolean
  /** Their role asks for a second factor, and they have none. */
  mustEnrol: boolean
}

const standing = `
  select u.id, u.full_name as name, u.role, u.status, u.demo, u.security_epoch as epoch, u.department_id as "departmentId",
    array(select t.id from team_members m join teams t on t.id = m.team_id where m.user_id = u.id and t.deleted_at is null order by t.id) as "teamIds",
    array(select d.id from departments d where d.head_id = u.id and d.deleted_at is null order by d.id) as "headOf",
    (select coalesce(jsonb_agg(jsonb_build_array(p.id, m.role, p.kind) order by p.id), '[]')
      from project_members m join projects p on p.id = m.project_id where m.user_id = u.id and p.deleted_at is null) as memberships,
    array(select p.id from projects p where p.kind = 'desk' and not p.restricted and p.deleted_at is null order by p.id) as "openDesks",
    coalesce((select value = 'true' from settings where key = 'departmentTicketsVisible'), false) as "seesDepartment",
    coalesce((select value ? u.role from settings where key = 'secondFactorRoles'), false)
      and not exists (select from second_factors f where f.user_id = u.id and f.confirmed_at is not null) as "mustEnrol"`

/** Whose session this is; null where it is over or never was. */
export const standingOfSession = (db: Db, sessionId: string): Promise<Standing | null> =>
  row<Standing>(
    db,
    `${standing} from users u join sessions s on s.user_id = u.id where s.id = $1 and s.ended_at is null and s.expires_at > now()`,
    [sessionId],
    "standing_of_session",
  )

export type TokenStanding = Standing & { tokenId: string; scopes: string[] }

/** Whose personal access token this is; null where it is over or never was. */
export const standingOfToken = (db: Db, hash: Buffer): Promise<TokenStanding | null> =>
  row<TokenStanding>(
    db,
    `${standing}, a.id as "tokenId", a.scopes from users u join api_tokens a on a.user_id = u.id
     where a.hash = $1 and a.ended_at is null and a.expires_at > now()`,
    [hash],
    "standing_of_token",
  )

const permissionSets = new Map<WorkspaceRole, ReadonlySet<Permission>>(
  Object.entries(rolePermissions).map(([role, permissions]) => [role as WorkspaceRole, new Set(permissions)]),
)

/**
 * Members read their projects as a whole; those who work the desk also read every desk that is not restricted to its members.
 * Staff (internal notes included) are members other than viewers, and whoever works the desk in the desks that they read.
 */
function principalOf(found: Standing, sessionId: string | null): Principal {
  const permissions = permissionSets.get(found.role) ?? new Set()
  const worksDesk = permissions.has("tickets.workDesk")
  const openDesks = worksDesk ? found.openDesks : []
  const own = found.memberships
  const readable = new Set([...openDesks, ...own.map(([project]) => project)])
  const staff = new Set([
    ...openDesks,
    ...own.filter(([, role, kind]) => role !== "viewer" || (worksDesk && kind === "desk")).map(([project]) => project),
  ])
  const department = found.seesDepartment && found.departmentId !== null ? [found.departmentId] : []
  const grantSet = new Set([found.id, ...found.teamIds, ...found.headOf, ...department, ...readable])
  return {
    id: found.id,
    kind: "user",
    name: found.name,
    role: found.role,
    permissions,
    sessionId,
    scopes: null,
    departmentId: found.departmentId,
    teamIds: found.teamIds,
    headOf: found.headOf,
    projects: new Map(own.map(([project, role]) => [project, role])),
    staffProjects: staff,
    readableProjects: readable,
    grants: [...grantSet],
    grantSet,
    seesAll: permissions.has("tickets.seeAll"),
  }
}

/** Whoever speaks through a session or a token. One who must set up a second factor first may do that alone, and sees nothing yet. */
export function speakerOf(found: Standing | TokenStanding, sessionId: string): Principal {
  const isToken = "tokenId" in found
  if (found.mustEnrol)
    return { ...actingAs(found.id, found.name, sessionId), kind: isToken ? "token" : "user", scopes: new Set(isToken ? [] : [enrolOnly]) }
  const person = principalOf(found, sessionId)
  return isToken ? { ...person, kind: "token", scopes: new Set(found.scopes) } : person
}

/**
 * A person as one who acts, without a session: for demo data, the importer and jobs. Whether they may sign in is not asked.
 * Inside a transaction pass its `db`: the embedded database would wait for itself. @throws 404
 */
export async function loadPrincipal(runtime: Runtime, userId: string, db: Db = runtime.database.kysely): Promise<Principal> {
  const found = await row<Standing>(db, `${standing} from users u where u.id = $1`, [userId], "standing_of_user")
  if (found === null) throw notFound("user")
  return principalOf(found, null)
}

/** Somebody who acts before their rights matter: at sign-in, so that the log names them. */
export const actingAs = (id: string, name: string, sessionId: string | null): Principal => ({
  ...anonymous,
  kind: "user",
  id,
  name,
  sessionId,
})

/** Whoever has not signed in. May nothing, sees nothing. */
export const anonymous: Principal = {
  id: "00000000-0000-0000-0000-000000000000",
  kind: "anonymous",
  name: "Anonymous",
  role: "employee",
  permissions: new Set(),
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
  seesAll: false,
}
