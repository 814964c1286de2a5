import type { Body } from "@docket/contract/endpoint"
import type { createUser as endpoint, User } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { addPeople } from "./add-people.ts"
import { assertFresh } from "./fresh.ts"
import { hashPassword } from "./passwords.ts"
import { allowHandling } from "./policy.ts"
import { assertDepartment, ownUser } from "./queries.ts"
import { assertGoodPassword, assertTimeZone } from "./rules.ts"

type Wanted = Body<typeof endpoint>

/** Judges and hashes the password, before the transaction begins. @throws 400, 429 */
export async function passwordHashOf(wanted: Wanted): Promise<string | null> {
  if (wanted.password === undefined) return null
  assertGoodPassword(wanted.password, wanted)
  return hashPassword(wanted.password)
}

/** An account that may sign in at once; without a password, as soon as its owner has been given one. @throws 400, 403, 409 */
export async function createUser(ctx: Ctx, { password: _, ...wanted }: Wanted, passwordHash: string | null): Promise<User> {
  allowHandling(ctx.actor, wanted.role)
  if (wanted.role !== "employee") await assertFresh(ctx)
  if (wanted.timezone !== undefined) assertTimeZone(wanted.timezone)
  if (wanted.departmentId) await assertDepartment(ctx.db, wanted.departmentId)
  const [id = ""] = await addPeople(ctx, [{ ...wanted, status: "approved", passwordHash }])
  return ownUser(ctx.db, id)
}
