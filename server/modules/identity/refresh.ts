import type { Tokens } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { DomainError } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { givenRefreshToken } from "./given-refresh-token.ts"
import { actingAs } from "./principal.ts"
import { ownUser } from "./queries.ts"
import { continueSession, endSessions, refreshTokenHash, type Started, tokensFor } from "./sessions.ts"
import { mayBeSignedIn } from "./who-is.ts"

const wrong = () => new DomainError(401, "E_AUTH_TOKEN_INVALID", "This refresh token is not valid. Sign in again.")
const expired = () => new DomainError(401, "E_AUTH_TOKEN_EXPIRED", "This session is over. Sign in again.")

/**
 * New tokens for an old refresh token, which is spent by it. One that comes a second time has been in other hands:
 * its session ends at once, for whoever has the newer one too. @throws 401
 */
export async function refreshTokens(call: Call, body: { refreshToken?: string } | undefined): Promise<Tokens> {
  const token = givenRefreshToken(call, body)
  if (token === null) throw new DomainError(401, "E_AUTH_MISSING_TOKEN", "Send a refresh token.")
  const outcome = await transact(call.runtime, call.actor, call.origin, (ctx) => spend(ctx, token))
  if (!(outcome instanceof DomainError)) return tokensFor(call, outcome)
  if (call.origin.client === "web") call.setRefreshCookie(null, 0)
  throw outcome
}

/** Refusals are answered, not thrown: what was found out about a stolen token has to be kept. */
async function spend(ctx: Ctx, token: string): Promise<Started | DomainError> {
  const hash = refreshTokenHash(token)
  const found = await tokenToSpend(ctx, hash)
  if (found === undefined || found.endedAt !== null) return wrong()
  const { sessionId } = found
  ctx.actor = actingAs(found.userId, found.name, sessionId)
  if (found.usedAt !== null) {
    await record(ctx, "session.reuse_detected", { entity: "session", id: sessionId, audience: [found.userId] }, { sessionId })
    await endSessions(ctx, { sessionId }, "reuse")
    return wrong()
  }
  if (found.tokenExpiresAt <= ctx.now || found.sessionExpiresAt <= ctx.now) return expired()
  if (!mayBeSignedIn(ctx.runtime, found)) return wrong()
  await ctx.db.updateTable("refresh_tokens").set({ used_at: ctx.now }).where("hash", "=", hash).execute()
  const refreshToken = await continueSession(ctx, sessionId)
  if (refreshToken === null) return wrong()
  return { sessionId, refreshToken, epoch: found.epoch, user: await ownUser(ctx.db, found.userId) }
}

/** Locked: of two who send the same token at once, the second one finds it spent. */
const tokenToSpend = (ctx: Ctx, hash: Buffer) =>
  ctx.db
    .selectFrom("refresh_tokens as t")
    .innerJoin("sessions as s", "s.id", "t.session_id")
    .innerJoin("users as u", "u.id", "s.user_id")
    .select([
      "t.used_at as usedAt",
      "t.expires_at as tokenExpiresAt",
      "s.id as sessionId",
      "s.ended_at as endedAt",
      "s.expires_at as sessionExpiresAt",
      "u.id as userId",
      "u.full_name as name",
      "u.status",
      "u.demo",
      "u.security_epoch as epoch",
    ])
    .where("t.hash", "=", hash)
    .forNoKeyUpdate(["t", "s"])
    .executeTakeFirst()
