import { parseArgs } from "node:util"
import { readConfig } from "#platform/config"
import { start } from "#platform/start"
import { house } from "../house.ts"

const slowestStop = 20_000

/** Runs Docket until it is told to stop. Flags are the environment's variables in other clothes: --port 4000 is PORT=4000. */
export async function run(args: string[]): Promise<undefined> {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: "boolean", default: false },
      port: { type: "string" },
      host: { type: "string" },
      "data-dir": { type: "string" },
      role: { type: "string" },
    },
  })
  const flags = { PORT: values.port, HOST: values.host, DATA_DIR: values["data-dir"], ROLE: values.role }
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
  const environment: Record<string, string | undefined> = { ...(values.demo ? { LOG_LEVEL: "warn" } : {}), ...process.env, ...given }
  const config = readConfig(environment, { demo: values.demo })

  const running = await start(config, house)
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    running.runtime.log.info({ signal }, "stopping")
    const late = setTimeout(() => process.exit(1), slowestStop)
    late.unref()
    const failure = await running.stop().then(
      () => null,
      (error: unknown) => ({ error }),
    )
    if (failure !== null) running.runtime.log.error(failure, "the end was not an orderly one")
    process.exit(failure === null ? 0 : 1)
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal))
  process.on("unhandledRejection", (error) => running.runtime.log.error({ error }, "a promise was rejected and nobody looked"))

  const { announce } = await import("./announce.ts")
  await announce(running)
  return undefined
}
