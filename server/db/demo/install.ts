/**
 * The demo company: installed at the first start in demo mode, in one transaction, so that it is there as a whole or not at all.
 * Its people did everything in it themselves, through the modules' own actions; nothing is written past them.
 */
import { sql } from "kysely"
import { hashPassword } from "#modules/identity"
import { noOrigin } from "#platform/context"
import type { Runtime } from "#platform/runtime"
import { transact } from "#platform/transact"
import { demoPassword } from "./accounts.ts"
import { foundCompany, settle } from "./company/found.ts"
import { planPast } from "./plan.ts"
import { replay } from "./replay.ts"
import { docket, openStage } from "./stage.ts"

/** Does nothing where the demo company is there. @throws where the database belongs to real people, and outside demo mode */
export async function installDemo(runtime: Runtime): Promise<void> {
  if (!runtime.config.demo) throw new Error("the demo company is for demo mode only")
  const before = await whoIsThere(runtime.database.kysely)
  if (before === "the demo company") return
  const passwordHash = await hashPassword(demoPassword)
  const now = Date.now()
  const steps = planPast(now)
  await transact(runtime, docket, noOrigin, async (ctx) => {
    // of two processes that start at once, one installs while the other waits for its turn to find that it is done
    await sql`set local lock_timeout = '60s'`.execute(ctx.db)
    await sql`select pg_advisory_xact_lock(hashtext('the demo company'))`.execute(ctx.db)
    if ((await whoIsThere(ctx.db)) === "the demo company") return
    const stage = openStage(ctx, now)
    await foundCompany(stage, passwordHash)
    await replay(stage, steps)
    await settle(stage)
    await stage.writeDown()
  })
  runtime.wake()
}

/** People of whom an import knows the name are nobody yet: no one can sign in as them. */
async function whoIsThere(db: Runtime["database"]["kysely"]): Promise<"nobody" | "the demo company"> {
  const people = await db
    .selectFrom("users")
    .select("demo")
    .where((e) => e.or([e("status", "<>", "disabled"), e("password_hash", "is not", null)]))
    .groupBy("demo")
    .execute()
  if (people.some(({ demo }) => demo)) return "the demo company"
  if (people.length > 0)
    throw new Error(
      "This database belongs to real people, so the demo company is not installed into it. Start without --demo, or give the demo a DATA_DIR of its own.",
    )
  return "nobody"
}
