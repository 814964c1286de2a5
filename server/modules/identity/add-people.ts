import type { IdentityEvents, UserStatus } from "@docket/contract/identity"
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { Ctx, Iso } from "#platform/context"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { asTaken, cleanName } from "./rules.ts"

export type NewPerson = {
  id?: string
  email: string
  username?: string | null
  fullName: string
  role: WorkspaceRole
  status: UserStatus
  /** Made by `hashPassword`, before the transaction; without one nobody can sign in as this person. */
  passwordHash?: string | null
  departmentId?: string | null
  timezone?: string | null
  demo?: boolean
  createdAt?: Iso
}

const mostAtOnce = 1000

/** Adds accounts as they are given, in few statements: for those who manage people, demo data and importers. Answers their ids. @throws 409 */
export async function addPeople(
  ctx: Ctx,
  people: readonly NewPerson[],
  how: Pick<IdentityEvents["user.created"], "imported"> = {},
): Promise<string[]> {
  const ids = await insertPeople(ctx, people)
  for (const [index, { role, status }] of people.entries())
    await record(ctx, "user.created", { entity: "user", id: ids[index] ?? "", version: 1 }, { role, status, ...how })
  return ids
}

/** The rows without their events. @throws 409 where an email or a username is taken */
export async function insertPeople(ctx: Ctx, people: readonly NewPerson[]): Promise<string[]> {
  const rows = people.map((person) => ({
    id: person.id ?? newId(),
    email: person.email,
    username: person.username ?? null,
    full_name: cleanName("fullName", person.fullName),
    role: person.role,
    status: person.status,
    password_hash: person.passwordHash ?? null,
    department_id: person.departmentId ?? null,
    timezone: person.timezone ?? null,
    demo: person.demo ?? false,
    created_at: person.createdAt ?? ctx.now,
    updated_at: person.createdAt ?? ctx.now,
  }))
  for (let from = 0; from < rows.length; from += mostAtOnce)
    await ctx.db
      .insertInto("users")
      .values(rows.slice(from, from + mostAtOnce))
      .execute()
      .catch((error: unknown) => {
        throw asTaken(error)
      })
  return rows.map(({ id }) => id)
}
