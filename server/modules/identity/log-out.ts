import { DomainError } from "#platform/errors"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { givenRefreshToken } from "./given-refresh-token.ts"
import { endSessions, refreshTokenHash } from "./sessions.ts"

/** Ends the session of the access token, of the refresh token, or of both. A token that is nobody's any more is as good as logged out. */
export async function logOut(call: Call, body: { refreshToken?: string } | undefined): Promise<void> {
  const { runtime, actor, origin } = call
  const token = givenRefreshToken(call, body)
  if (token === null && actor.sessionId === null)
    throw new DomainError(401, "E_AUTH_MISSING_TOKEN", "Send the token of the session that is to end.")
  await transact(runtime, actor, origin, async (ctx) => {
    if (actor.sessionId !== null) await endSessions(ctx, { sessionId: actor.sessionId }, "logout")
    if (token === null) return
    const found = await ctx.db
      .selectFrom("refresh_tokens")
      .select("session_id")
      .where("hash", "=", refreshTokenHash(token))
      .executeTakeFirst()
    if (found !== undefined) await endSessions(ctx, { sessionId: found.session_id }, "logout")
  })
  if (origin.client === "web") call.setRefreshCookie(null, 0)
}
