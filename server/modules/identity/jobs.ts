import { sql } from "kysely"
import { noOrigin, systemPrincipal } from "#platform/context"
import { record } from "#platform/events"
import type { Job } from "#platform/jobs"
import { transact } from "#platform/transact"
import { sendLetter } from "./letter-job.ts"

const batch = 500
/** An ended session is remembered for so long, for whoever asks who was signed in. */
const rememberedDays = 90

/** Ends sessions that nobody came back to, and forgets what is long over. In small steps, because each holds up others. */
const tidySessions: Job = {
  name: "tidy-sessions",
  cron: "17 3 * * *",
  async handle(runtime) {
    const step = (action: Parameters<typeof transact<number>>[3]) => transact(runtime, systemPrincipal([]), noOrigin, action)
    for (const action of [endUnused, forgetTokens, forgetSessions, forgetResets]) while ((await step(action)) === batch);
  },
}

const endUnused: Parameters<typeof transact<number>>[3] = async (ctx) => {
  const { rows } = await sql<{ id: string; user_id: string }>`
    update sessions set ended_at = ${ctx.now}, end_reason = 'expired'
    where id in (select id from sessions where ended_at is null and expires_at <= ${ctx.now} limit ${batch} for no key update skip locked)
    returning id, user_id`.execute(ctx.db)
  for (const { id, user_id } of rows)
    await record(ctx, "session.ended", { entity: "session", id, audience: [user_id] }, { sessionId: id, reason: "expired" })
  return rows.length
}

/** Tokens of a session that lives on are kept until they would have expired, so that one that comes again is noticed. */
const forgetTokens: Parameters<typeof transact<number>>[3] = async ({ db, now }) => {
  const { numAffectedRows = 0n } = await sql`
    delete from refresh_tokens where hash in (
      select t.hash from refresh_tokens t join sessions s on s.id = t.session_id
      where t.expires_at <= ${now} or s.ended_at <= ${now}::timestamptz - interval '1 day' limit ${batch})`.execute(db)
  return Number(numAffectedRows)
}

const forgetSessions: Parameters<typeof transact<number>>[3] = async ({ db, now }) => {
  const { numAffectedRows = 0n } = await sql`
    delete from sessions where id in (
      select id from sessions s where ended_at <= ${now}::timestamptz - make_interval(days => ${rememberedDays})
      and not exists (select from refresh_tokens t where t.session_id = s.id) limit ${batch})`.execute(db)
  return Number(numAffectedRows)
}

const forgetResets: Parameters<typeof transact<number>>[3] = async ({ db, now }) => {
  const { numAffectedRows = 0n } = await sql`
    delete from password_resets where hash in (
      select hash from password_resets where expires_at <= ${now}::timestamptz - interval '1 day' limit ${batch})`.execute(db)
  return Number(numAffectedRows)
}

export const jobs: Job[] = [tidySessions, sendLetter]
