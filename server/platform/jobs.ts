import { AsyncLocalStorage } from "node:async_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import { CompiledQuery } from "kysely"
import { PgBoss } from "pg-boss"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { unavailable } from "#platform/errors"
import { perRuntime, type Runtime } from "#platform/runtime"

/** Work for later, or for every so often. It may run more than once, so it is idempotent. */
export type Job = { name: string; cron?: string; handle: (runtime: Runtime, data: unknown) => Promise<void> }

/** The caller's transaction while it enqueues: all that the queue asks then goes through it, for on the embedded database it would wait for itself. */
const transaction = new AsyncLocalStorage<Db>()

const bossOf = perRuntime((runtime) => {
  const boss = new PgBoss({
    db: {
      executeSql: (text: string, values: unknown[] = []) =>
        transaction.getStore()?.executeQuery(CompiledQuery.raw(text, values)) ?? runtime.database.pool.query(text, values),
    },
    schema: "jobs",
    schedule: runtime.config.role !== "web",
    supervise: runtime.config.role !== "web",
  })
  boss.on("error", (error) => runtime.log.warn({ error }, "jobs had trouble and will try again"))
  return boss
})

const state = perRuntime(() => ({ ready: false }))

/** Enqueues in the caller's transaction: no lost and no phantom job. @throws 503 in the first moments after the start */
export async function enqueue(ctx: Ctx, job: Job, data: object): Promise<void> {
  if (!state(ctx.runtime).ready) throw unavailable("Docket is still starting. Try again in a moment.")
  await transaction.run(ctx.db, () => bossOf(ctx.runtime).send(job.name, data))
}

export type RunningJobs = { ready: Promise<void>; stop: () => Promise<void> }

const retryMs = 3000
/** For running work to end by itself; what is cut off is run again later. */
const stopWithinMs = 3000

/** Starts the queue, and the workers where this process is one; where the database does not let it, again and again. */
export function startJobs(runtime: Runtime, jobs: readonly Job[]): RunningJobs {
  const boss = bossOf(runtime)
  let stopped = false
  const keepTrying = async () => {
    while (!stopped)
      try {
        return await startOnce(runtime, boss, jobs)
      } catch (error) {
        runtime.log.warn({ error }, "jobs could not be started and will be tried again")
        await boss.stop({ graceful: false }).catch(() => {})
        await sleep(retryMs, undefined, { ref: false })
      }
  }
  return {
    ready: keepTrying(),
    stop() {
      stopped = true
      return boss.stop({ graceful: true, timeout: stopWithinMs })
    },
  }
}

async function startOnce(runtime: Runtime, boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true })
    if (runtime.config.role === "web") continue
    // each is settled for itself: one that fails is not the others' reason to run again
    await boss.work(
      job.name,
      { pollingIntervalSeconds: 2, batchSize: 20, burstWhenBatchFull: true, perJobResults: true },
      async (batch) => {
        const results = []
        for (const { id, data } of batch)
          results.push(
            await job.handle(runtime, data).then(
              () => ({ id, status: "completed" as const }),
              (error: unknown) => {
                runtime.log.warn({ error, job: job.name }, "a job failed and will be tried again")
                return { id, status: "failed" as const, output: { message: error instanceof Error ? error.message : "failed" } }
              },
            ),
          )
        return results
      },
    )
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron)
  }
  state(runtime).ready = true
}
