import { hash, randomBytes } from "node:crypto"
import { Secret, TOTP } from "otpauth"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { record } from "#platform/events"
import { seal, unseal } from "./sealing.ts"

const secretBytes = 20
const periodMs = 30_000
const recoveryCodes = 10
const placeOf = (userId: string) => `second-factor ${userId}`

/** SHA-1 and six digits are what authenticator apps know; as an HMAC of a secret of 160 bits it is sound. */
const totp = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, algorithm: "SHA1", digits: 6, period: periodMs / 1000, secret: Secret.fromBase32(secret) })

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom("second_factors")
    .select("user_id")
    .where("user_id", "=", userId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst()
  return found !== undefined
}

/** A new secret that does not count yet, in place of an earlier one that never did. Answers null where there is one that counts. */
export async function newSecret(ctx: Ctx, userId: string, names: { issuer: string; label: string }) {
  const secret = new Secret({ size: secretBytes }).base32
  const sealed = await seal(ctx.runtime, placeOf(userId), secret)
  const kept = await ctx.db
    .insertInto("second_factors")
    .values({ user_id: userId, secret: sealed, created_at: ctx.now })
    .onConflict((clash) =>
      clash.column("user_id").doUpdateSet({ secret: sealed, created_at: ctx.now }).where("second_factors.confirmed_at", "is", null),
    )
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 0n ? null : { secret, uri: totp(secret, names).toString() }
}

/** The half-minute whose code this is, the one before or the one after counting too; null where it is none of these. */
async function stepOf(ctx: Ctx, userId: string, code: string, isConfirmed: boolean): Promise<number | null> {
  const found = await ctx.db
    .selectFrom("second_factors")
    .select("secret")
    .where("user_id", "=", userId)
    .where("confirmed_at", isConfirmed ? "is not" : "is", null)
    .executeTakeFirst()
  if (found === undefined) return null
  const timestamp = Date.parse(ctx.now)
  const secret = await unseal(ctx.runtime, placeOf(userId), found.secret)
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / periodMs) + delta
}

const plain = (code: string) => code.replaceAll(/[\s-]/g, "").toLowerCase()
const isTotp = (code: string) => /^\d{6}$/.test(code)

/** The first code makes the secret count. Answers false for a wrong one. */
export async function confirmSecret(ctx: Ctx, userId: string, given: string): Promise<boolean> {
  const code = plain(given)
  const step = isTotp(code) ? await stepOf(ctx, userId, code, false) : null
  if (step === null) return false
  const { numUpdatedRows } = await ctx.db
    .updateTable("second_factors")
    .set({ confirmed_at: ctx.now, last_step: step })
    .where("user_id", "=", userId)
    .where("confirmed_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Uses up a code of the app, or a recovery code. No code is good twice, whoever comes at the same moment. Answers false for a wrong one. */
export async function spendCode(ctx: Ctx, userId: string, given: string): Promise<boolean> {
  const code = plain(given)
  const isRight = isTotp(code) ? await spendTotp(ctx, userId, code) : await spendRecoveryCode(ctx, userId, code)
  if (isRight) await record(ctx, "second_factor.code_used", { entity: "user", id: userId }, { recovery: !isTotp(code) })
  return isRight
}

async function spendTotp(ctx: Ctx, userId: string, code: string): Promise<boolean> {
  const step = await stepOf(ctx, userId, code, true)
  if (step === null) return false
  const { numUpdatedRows } = await ctx.db
    .updateTable("second_factors")
    .set({ last_step: step })
    .where("user_id", "=", userId)
    .where("confirmed_at", "is not", null)
    .where("last_step", "<", step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** 120 random bits: too many to try, so that a plain hash keeps them. */
const codeHash = (userId: string, code: string): Buffer => hash("sha256", `${userId} ${code}`, "buffer")

async function spendRecoveryCode(ctx: Ctx, userId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("recovery_codes")
    .set({ used_at: ctx.now })
    .where("user_id", "=", userId)
    .where("hash", "=", codeHash(userId, code))
    .where("used_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ten new recovery codes in place of the old ones. Shown once: only their hashes are kept. */
export async function newRecoveryCodes(ctx: Ctx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () =>
    (new Secret({ buffer: new Uint8Array(randomBytes(15)).buffer }).base32.toLowerCase().match(/.{6}/g) ?? []).join("-"),
  )
  await ctx.db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute()
  await ctx.db
    .insertInto("recovery_codes")
    .values(codes.map((code) => ({ user_id: userId, hash: codeHash(userId, plain(code)), created_at: ctx.now })))
    .execute()
  return codes
}

/** Answers false where there was none. */
export async function removeSecondFactor({ db }: Ctx, userId: string): Promise<boolean> {
  await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute()
  const { numDeletedRows } = await db.deleteFrom("second_factors").where("user_id", "=", userId).executeTakeFirst()
  return numDeletedRows > 0n
}
