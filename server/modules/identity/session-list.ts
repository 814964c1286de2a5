import type { Session } from "@docket/contract/sign-in"
import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { allowHandling } from "./policy.ts"
import { userToChange, userToShow } from "./queries.ts"
import { endSessions } from "./sessions.ts"

type Sessions = { data: Session[] }

const alive = ({ db, now }: Ctx, userId: string) =>
  db
    .selectFrom("sessions")
    .select([
      "id",
      "client",
      "ip",
      "user_agent as userAgent",
      "created_at as createdAt",
      "last_seen_at as lastSeenAt",
      "expires_at as expiresAt",
    ])
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("last_seen_at", "desc")
    .orderBy("id")

async function shown(ctx: Ctx, userId: string): Promise<Sessions> {
  const sessions = await alive(ctx, userId).execute()
  return { data: sessions.map((session) => ({ ...session, current: session.id === ctx.actor.sessionId })) }
}

export const ownSessions = (ctx: Ctx): Promise<Sessions> => shown(ctx, ctx.actor.id)

/** @throws 404 for one that is over, or somebody else's */
export async function endOwnSession(ctx: Ctx, id: string): Promise<void> {
  const found = await alive(ctx, ctx.actor.id).where("id", "=", id).executeTakeFirst()
  if (found === undefined) throw notFound("session")
  await endSessions(ctx, { sessionId: id }, "revoked")
}

export const endOtherSessions = (ctx: Ctx): Promise<void> =>
  endSessions(ctx, { userId: ctx.actor.id, ...(ctx.actor.sessionId === null ? {} : { except: ctx.actor.sessionId }) }, "revoked")

/** @throws 404 */
export async function sessionsOf(ctx: Ctx, userId: string): Promise<Sessions> {
  await userToShow(ctx, userId)
  return shown(ctx, userId)
}

/** @throws 403, 404 */
export async function endSessionsOf(ctx: Ctx, userId: string): Promise<void> {
  const { role } = await userToChange(ctx, userId)
  allowHandling(ctx.actor, role)
  await endSessions(ctx, { userId }, "revoked")
}
