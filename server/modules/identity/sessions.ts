import { hash, randomBytes } from "node:crypto"
import type { IdentityEvents, Tokens, User } from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { newId } from "#platform/ids"
import { signAccessToken } from "./access-token.ts"
import { actingAs } from "./principal.ts"
import { ownUser } from "./queries.ts"

const dayMs = 86_400_000
const tokenBytes = 32

export type Started = { sessionId: string; refreshToken: string; epoch: number; user: User }

/** Refresh tokens are kept as what they hash to: who reads the database cannot use them. */
export const refreshTokenHash = (token: string): Buffer => hash("sha256", token, "buffer")

const lifeFrom = ({ runtime, now }: Ctx): string => new Date(Date.parse(now) + runtime.config.refreshTokenDays * dayMs).toISOString()

/**
 * A new session for an account whose owner has just shown who they are. Answers null where the account is no longer as it was then.
 * `rehashed` is the password's hash made anew.
 */
export async function startSession(
  ctx: Ctx,
  account: { id: string; epoch: number },
  method: IdentityEvents["session.started"]["method"],
  rehashed: string | null = null,
): Promise<Started | null> {
  const entered = await ctx.db
    .updateTable("users")
    .set({ last_login_at: ctx.now, ...(rehashed === null ? {} : { password_hash: rehashed }) })
    .where("id", "=", account.id)
    .where("status", "=", "approved")
    .where("security_epoch", "=", account.epoch)
    .executeTakeFirst()
  if (entered.numUpdatedRows === 0n) return null
  const user = await ownUser(ctx.db, account.id)
  const sessionId = newId()
  const { client, ip, userAgent } = ctx.origin
  await ctx.db
    .insertInto("sessions")
    .values({
      id: sessionId,
      user_id: user.id,
      client,
      ip,
      user_agent: userAgent,
      created_at: ctx.now,
      authenticated_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: lifeFrom(ctx),
    })
    .execute()
  const refreshToken = await addRefreshToken(ctx, sessionId)
  ctx.actor = actingAs(user.id, user.fullName, sessionId) // so that the log says who signed in
  await record(ctx, "session.started", { entity: "session", id: sessionId, audience: [user.id] }, { sessionId, method })
  return { sessionId, refreshToken, epoch: account.epoch, user }
}

/** The session lives on, with a new refresh token. Answers null where it has ended meanwhile. */
export async function continueSession(ctx: Ctx, sessionId: string): Promise<string | null> {
  const alive = await ctx.db
    .updateTable("sessions")
    .set({ last_seen_at: ctx.now, expires_at: lifeFrom(ctx) })
    .where("id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst()
  return alive.numUpdatedRows === 0n ? null : addRefreshToken(ctx, sessionId)
}

async function addRefreshToken(ctx: Ctx, sessionId: string): Promise<string> {
  const token = randomBytes(tokenBytes).toString("base64url")
  await ctx.db
    .insertInto("refresh_tokens")
    .values({ hash: refreshTokenHash(token), session_id: sessionId, created_at: ctx.now, expires_at: lifeFrom(ctx) })
    .execute()
  return token
}

/** Ends sessions at once: their access tokens are refused from the next request on, and their sockets close. */
export async function endSessions(
  ctx: Ctx,
  which: { userId: string; except?: string } | { sessionId: string },
  reason: IdentityEvents["session.ended"]["reason"],
): Promise<void> {
  const column = "userId" in which ? "user_id" : "id"
  const ended = await ctx.db
    .updateTable("sessions")
    .set({ ended_at: ctx.now, end_reason: reason })
    .where(column, "=", "userId" in which ? which.userId : which.sessionId)
    .where("ended_at", "is", null)
    .$if("except" in which, (update) => update.where("id", "<>", (which as { except: string }).except))
    .returning(["id", "user_id"])
    .execute()
  for (const { id, user_id } of ended)
    await record(ctx, "session.ended", { entity: "session", id, audience: [user_id] }, { sessionId: id, reason })
}

/** The answer to whoever has signed in: the refresh token goes into a cookie for the web app, and into the body for everyone else. */
export async function tokensFor(call: Call, { sessionId, refreshToken, epoch, user }: Started): Promise<Tokens> {
  const { config } = call.runtime
  const accessToken = await signAccessToken(call.runtime, { userId: user.id, sessionId, epoch })
  const isWebApp = call.origin.client === "web"
  if (isWebApp) call.setRefreshCookie(refreshToken, config.refreshTokenDays * (dayMs / 1000))
  return { accessToken, ...(isWebApp ? {} : { refreshToken }), tokenType: "Bearer", expiresIn: config.accessTokenMinutes * 60, user }
}
