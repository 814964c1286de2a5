import { hash, randomBytes } from "node:crypto"
import type { Body, Returns } from "@docket/contract/endpoint"
import type { Scope } from "@docket/contract/scopes"
import type * as api from "@docket/contract/sign-in"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { conflict, notFound } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { perRuntime, type Runtime } from "#platform/runtime"
import { assertFresh } from "./fresh.ts"
import { RecentlyUsed } from "./recently-used.ts"
import { cleanName } from "./rules.ts"

/** By this a leaked one is found in logs and repositories. */
const prefix = "dkt_"
const dayMs = 86_400_000
const mostTokens = 50
const coarseMs = 10 * 60 * 1000

export const isApiToken = (token: string): boolean => token.startsWith(prefix)
/** Kept as what they hash to: who reads the database cannot use them. */
export const apiTokenHash = (token: string): Buffer => hash("sha256", token, "buffer")

const tokensOf = ({ db }: Pick<Ctx, "db">, userId: string) =>
  db
    .selectFrom("api_tokens")
    .select(["id", "name", "scopes", "created_at as createdAt", "expires_at as expiresAt", "last_used_at as lastUsedAt"])
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)

type Row = Awaited<ReturnType<ReturnType<typeof tokensOf>["executeTakeFirstOrThrow"]>>
const present = (row: Row): api.ApiToken => ({ ...row, scopes: row.scopes as Scope[] })

export const ownTokens = async (ctx: Ctx): Promise<{ data: api.ApiToken[] }> => ({
  data: (await tokensOf(ctx, ctx.actor.id).orderBy("created_at", "desc").orderBy("id").execute()).map(present),
})

/** A token for programs that act for the caller: it may do what its scopes say of what the caller may do then. @throws 400, 403, 409 */
export async function createToken(
  ctx: Ctx,
  { name, scopes, expiresInDays = 90 }: Body<typeof api.createToken>,
): Promise<Returns<typeof api.createToken>> {
  await assertFresh(ctx)
  const userId = ctx.actor.id
  await ctx.db.selectFrom("users").select("id").where("id", "=", userId).forNoKeyUpdate().execute()
  const { count } = await tokensOf(ctx, userId).clearSelect().select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow()
  if (count >= mostTokens) throw conflict("E_TOKEN_LIMIT", `You have ${mostTokens} tokens. End one of them first.`)
  const token = `${prefix}${randomBytes(32).toString("base64url")}`
  const kept = {
    id: newId(),
    name: cleanName("name", name),
    scopes: [...scopes],
    created_at: ctx.now,
    expires_at: new Date(Date.parse(ctx.now) + expiresInDays * dayMs).toISOString(),
  }
  await ctx.db
    .insertInto("api_tokens")
    .values({ ...kept, user_id: userId, hash: apiTokenHash(token) })
    .execute()
  await record(ctx, "api_token.created", { entity: "user", id: userId }, { tokenId: kept.id, name: kept.name, scopes: kept.scopes })
  const { id, name: cleaned, created_at: createdAt, expires_at: expiresAt } = kept
  return { id, name: cleaned, scopes, createdAt, expiresAt, lastUsedAt: null, token }
}

/** @throws 404 for one that is over, or somebody else's */
export async function endOwnToken(ctx: Ctx, id: string): Promise<void> {
  if ((await endTokens(ctx, { userId: ctx.actor.id, id }, "revoked")) === 0) throw notFound("token")
}

/** Ends tokens at once: they are refused from the next request on. Answers how many. */
export async function endTokens(
  ctx: Ctx,
  { userId, id }: { userId: string; id?: string },
  reason: "revoked" | "disabled",
): Promise<number> {
  const ended = await ctx.db
    .updateTable("api_tokens")
    .set({ ended_at: ctx.now })
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .$if(id !== undefined, (update) => update.where("id", "=", id ?? ""))
    .returning("id")
    .execute()
  for (const { id: tokenId } of ended) await record(ctx, "api_token.ended", { entity: "user", id: userId }, { tokenId, reason })
  return ended.length
}

const noted = perRuntime(() => new RecentlyUsed<string, number>(20_000))

/** That a token is in use, to ten minutes: enough to tell a living one from a forgotten one. Never inside a transaction. */
export async function noteUse(runtime: Runtime, id: string): Promise<void> {
  const now = Date.now()
  if (now - (noted(runtime).get(id) ?? 0) < coarseMs) return
  noted(runtime).set(id, now)
  await runtime.database.kysely
    .updateTable("api_tokens")
    .set({ last_used_at: new Date(now).toISOString() })
    .where("id", "=", id)
    .where((is) => is.or([is("last_used_at", "is", null), is("last_used_at", "<", new Date(now - coarseMs).toISOString())]))
    .execute()
}
