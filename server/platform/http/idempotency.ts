import { createHash } from "node:crypto"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { DomainError, invalid } from "#platform/errors"
import type { Job } from "#platform/jobs"

/** 1–255 printable characters. */
export function readIdempotencyKey(header: unknown): string | null {
  if (header === undefined) return null
  if (typeof header !== "string" || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalid([{ path: "Idempotency-Key", message: "must be 1 to 255 printable characters" }])
  return header
}

export const fingerprintOf = (operation: string, params: unknown, body: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([operation, params, body ?? null]))
    .digest("base64url")

export type Kept = { status: number; body: string }

/**
 * The answer that was given to this key before, or null with the key now taken by this transaction: a second caller waits for the first one to end.
 * @throws 422 where the key came with other input.
 */
export async function recallAnswer(ctx: Ctx, key: string, fingerprint: string): Promise<Kept | null> {
  const taken = await ctx.db
    .insertInto("idempotency_keys")
    .values({ actor_id: ctx.actor.id, key, fingerprint, status: 0, created_at: ctx.now })
    .onConflict((clash) => clash.columns(["actor_id", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst()
  if (taken !== undefined) return null
  const kept = await ctx.db
    .selectFrom("idempotency_keys")
    .select(["fingerprint", "status", "body"])
    .where("actor_id", "=", ctx.actor.id)
    .where("key", "=", key)
    .executeTakeFirst()
  if (kept === undefined) return null
  if (kept.fingerprint !== fingerprint)
    throw new DomainError(422, "E_IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used for something else. Use a new one.")
  return { status: kept.status, body: kept.body ?? "" }
}

export async function keepAnswer(ctx: Ctx, key: string, answer: Kept): Promise<void> {
  await ctx.db.updateTable("idempotency_keys").set(answer).where("actor_id", "=", ctx.actor.id).where("key", "=", key).execute()
}

const batch = 500

/** An answer may be asked for again for two days. In small steps, because each holds up others. */
export const forgetAnswers: Job = {
  name: "forget-answers",
  cron: "41 * * * *",
  async handle(runtime) {
    const step = async () => {
      const { numAffectedRows = 0n } = await sql`
        delete from idempotency_keys where (actor_id, key) in (
          select actor_id, key from idempotency_keys where created_at < now() - interval '48 hours' limit ${batch})`.execute(
        runtime.database.kysely,
      )
      return Number(numAffectedRows)
    }
    while ((await step()) === batch);
  },
}
