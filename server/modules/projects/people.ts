import { peopleNames, workersAmong } from "#modules/identity"
import type { Ctx } from "#platform/context"
import { invalid, notFound } from "#platform/errors"

/** @throws 400 where the manager is nobody, or somebody whose account is not active. */
export async function assertMayManage(ctx: Ctx, userId: string): Promise<void> {
  if (!(await workersAmong(ctx, [userId])).has(userId))
    throw invalid([{ path: "managerId", message: "there is no such person, or they are not active" }])
}

/** The name of somebody who may become a member. @throws 404 where there is no such person, 400 where their account is not active */
export async function nameOfNewMember(ctx: Ctx, userId: string): Promise<string> {
  const person = (await peopleNames(ctx, [userId])).get(userId)
  if (person === undefined) throw notFound("user")
  if (!(await workersAmong(ctx, [userId])).has(userId)) throw invalid([{ path: "userId", message: `${person.name} has no active account` }])
  return person.name
}
