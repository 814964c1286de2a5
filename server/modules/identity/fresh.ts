import type { Ctx } from "#platform/context"
import { DomainError } from "#platform/errors"

export const freshMs = 5 * 60 * 1000

/**
 * For changes that an open session alone should not be able to make: its owner has shown their password within five minutes. The program
 * itself has no session and need not; in demo mode there are people without passwords. A token never can. @throws 403
 */
export async function assertFresh({ runtime, db, actor, now }: Ctx): Promise<void> {
  if (runtime.config.demo || actor.kind === "system" || (actor.kind === "user" && actor.sessionId === null)) return
  const since = new Date(Date.parse(now) - freshMs).toISOString()
  const found =
    actor.kind === "user" && actor.sessionId !== null
      ? await db
          .selectFrom("sessions")
          .select("id")
          .where("id", "=", actor.sessionId)
          .where("authenticated_at", ">", since)
          .executeTakeFirst()
      : undefined
  if (found === undefined)
    throw new DomainError(403, "E_AUTH_REAUTHENTICATION_REQUIRED", "Show your password again first.", { seconds: freshMs / 1000 })
}
