import type { Query } from "@docket/contract/endpoint"
import type { listUsers, User, UserStatus } from "@docket/contract/identity"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { ListOf } from "@docket/contract/shapes"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { type FieldProblem, invalid, notFound } from "#platform/errors"
import { listByName } from "#platform/paging"
import { maySeeUser } from "./policy.ts"

const usersOf = (db: Db) =>
  db
    .selectFrom("users as u")
    .select([
      "u.id",
      "u.email",
      "u.username",
      "u.full_name as fullName",
      "u.role",
      "u.status",
      "u.department_id as departmentId",
      "u.timezone",
      "u.preferences",
      "u.last_login_at as lastLoginAt",
      "u.created_at as createdAt",
      "u.version",
      sql<
        string[]
      >`array(select t.id from team_members m join teams t on t.id = m.team_id where m.user_id = u.id and t.deleted_at is null order by t.id)`.as(
        "teamIds",
      ),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof usersOf>["executeTakeFirstOrThrow"]>>
const present = (row: Row): User => ({
  id: row.id,
  email: row.email,
  username: row.username,
  fullName: row.fullName,
  role: row.role as WorkspaceRole,
  status: row.status as UserStatus,
  departmentId: row.departmentId,
  teamIds: row.teamIds,
  avatarUrl: null,
  timezone: row.timezone,
  preferences: row.preferences as Record<string, unknown>,
  lastLoginAt: row.lastLoginAt,
  createdAt: row.createdAt,
  version: row.version,
})

/** An account as it is shown to its owner, whoever else asks. @throws 404 */
export async function ownUser(db: Db, id: string): Promise<User> {
  return present(
    await usersOf(db)
      .where("u.id", "=", id)
      .executeTakeFirstOrThrow(() => notFound("user")),
  )
}

/** @throws 404 */
export async function userToShow(ctx: Ctx, id: string): Promise<User> {
  if (!maySeeUser(ctx.actor, id)) throw notFound("user")
  return ownUser(ctx.db, id)
}

/** Locks the row first, so that what is read is what is changed. @throws 404 */
export async function userToChange(ctx: Ctx, id: string): Promise<User> {
  if (!maySeeUser(ctx.actor, id)) throw notFound("user")
  await ctx.db.selectFrom("users").select("id").where("id", "=", id).forNoKeyUpdate().execute()
  return ownUser(ctx.db, id)
}

export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`

export async function usersMatching(ctx: Ctx, { q, role, status, department, ...paging }: Query<typeof listUsers>): Promise<ListOf<User>> {
  let users = usersOf(ctx.db)
  if (q !== undefined)
    users = users.where((is) =>
      is.or([is("u.full_name", "ilike", containing(q)), is("u.email", "ilike", containing(q)), is("u.username", "ilike", containing(q))]),
    )
  if (role !== undefined) users = users.where("u.role", "in", role)
  if (status !== undefined) users = users.where("u.status", "in", status)
  if (department !== undefined) users = users.where("u.department_id", "in", department)
  return listByName(users, { name: sql<string>`u.full_name`, id: sql<string>`u.id` }, paging, present)
}

/** Locks the administrators in one order; answers whether there is another active one, so that the last one stays. */
export async function isAnotherAdminActive(ctx: Ctx, id: string): Promise<boolean> {
  const admins = await activeAdmins(ctx).orderBy("id").forNoKeyUpdate().execute()
  return admins.some((admin) => admin.id !== id)
}

/** Before there is an administrator Docket is not set up. The demo company's one counts in demo mode only. */
export async function isSetUp(ctx: Pick<Ctx, "db" | "runtime">): Promise<boolean> {
  return (await activeAdmins(ctx).limit(1).executeTakeFirst()) !== undefined
}

function activeAdmins({ db, runtime }: Pick<Ctx, "db" | "runtime">) {
  const admins = db.selectFrom("users").select("id").where("role", "=", "admin").where("status", "=", "approved")
  return runtime.config.demo ? admins : admins.where("demo", "=", false)
}

/** @throws 400 where there is no such department. */
export async function assertDepartment(db: Db, id: string): Promise<void> {
  const found = await db.selectFrom("departments").select("id").where("id", "=", id).where("deleted_at", "is", null).executeTakeFirst()
  const problem: FieldProblem = { path: "departmentId", message: "there is no such department" }
  if (found === undefined) throw invalid([problem])
}

/** Departments that a newcomer may say they belong to. */
export const departmentsToChoose = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.selectFrom("departments").select(["id", "name"]).where("deleted_at", "is", null).orderBy(sql`lower(name)`).execute()
