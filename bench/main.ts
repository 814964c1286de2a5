import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import pg from "pg"
import { house } from "../server/house.ts"
import { hashPassword } from "../server/modules/identity/index.ts"
import { readConfig } from "../server/platform/config.ts"
import { migrate } from "../server/platform/database/migrate.ts"
import { openDatabase } from "../server/platform/database/open.ts"
import { makeLog } from "../server/platform/log.ts"
import { openRuntime } from "../server/platform/start.ts"
import { generate, people, usual } from "./generate.ts"
import { load, loadSql, type Measured, rssOf } from "./load.ts"
import { startProcess } from "./processes.ts"
import { type Row, table } from "./report.ts"
import { scenarios, takeSample } from "./scenarios.ts"

const { values: options } = parseArgs({
  options: {
    database: { type: "string", default: "server" },
    url: { type: "string", default: "postgres://postgres@127.0.0.1:5432/postgres" },
    tickets: { type: "string", default: "50000" },
    seconds: { type: "string", default: "4" },
    only: { type: "string" },
    as: { type: "string", default: "agent" },
    keep: { type: "boolean", default: false },
    reuse: { type: "string" },
  },
})
const ms = Number(options.seconds) * 1000
const tickets = Number(options.tickets)
const password = "a benchmark needs no secret 1"
const say = (line: string) => console.error(`  ${line}`)
const log = makeLog("warn")

/** Where the data lies: a database of its own on the server, or a directory of its own for the embedded one. */
type Place = { env: Record<string, string>; databaseUrl: string | undefined; dataDir: string; remove: () => Promise<void> }
async function place(): Promise<Place> {
  if (options.database === "embedded") {
    const dataDir = options.reuse ?? (await mkdtemp(join(tmpdir(), "docket-bench-")))
    return { env: { DATA_DIR: dataDir }, databaseUrl: undefined, dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) }
  }
  const name = options.reuse ?? `docket_bench_${process.pid}`
  const admin = new pg.Client({ connectionString: options.url })
  await admin.connect()
  if (options.reuse === undefined) await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(options.url)
  url.pathname = `/${name}`
  const dataDir = await mkdtemp(join(tmpdir(), "docket-bench-"))
  const remove = async () => {
    const again = new pg.Client({ connectionString: options.url })
    await again.connect()
    await again.query(`drop database ${name} with (force)`)
    await again.end()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { env: { DATABASE_URL: url.href, DATA_DIR: dataDir }, databaseUrl: url.href, dataDir, remove }
}

const { env, databaseUrl, dataDir, remove } = await place()
const quiet = { LOG_LEVEL: "warn", RATE_LIMIT_FACTOR: "100000", ACCESS_TOKEN_EXPIRE_MINUTES: "600" }
if (options.reuse === undefined) {
  say(`generating ${tickets} tickets (${options.database})`)
  const began = performance.now()
  const database = await openDatabase({ databaseUrl, dataDir, log })
  await migrate(database, house.migrations)
  const { runtime } = await openRuntime(readConfig({ ...env, ...quiet }), house, { database })
  await generate({ ...database, pool: runtime.database.pool }, { ...usual, tickets }, await hashPassword(password), say)
  await database.close()
  say(`generated in ${Math.round((performance.now() - began) / 1000)} s`)
}

const probe = await openDatabase({ databaseUrl, dataDir, log })
const sample = await takeSample(probe.pool)
const bench = (await probe.pool.query("select id from users where email = $1", [people.agent])).rows[0] as { id: string }
await probe.close()
const deepCursor = Buffer.from(JSON.stringify(["-createdAt", new Date(sample.deep.created_at).toISOString(), sample.deep.id])).toString(
  "base64url",
)
const wanted = () => scenarios(sample, deepCursor, bench.id).filter(({ name }) => options.only === undefined || name.includes(options.only))

type Results = Map<string, { one: Measured; sixteen: Measured }>
async function measure(
  what: string,
  run: (scenario: ReturnType<typeof wanted>[number], clients: number) => Promise<Measured>,
): Promise<Results> {
  const results: Results = new Map()
  for (const scenario of wanted()) {
    const [one, sixteen] = [await run(scenario, 1), await run(scenario, 16)]
    results.set(scenario.name, { one, sixteen })
    say(
      `${what}: ${scenario.name}: ${Math.round(sixteen.perSecond)}/s at 16 clients, p50 ${one.p50.toFixed(2)} ms at one${one.failures + sixteen.failures > 0 ? `, ${one.failures + sixteen.failures} refused` : ""}`,
    )
  }
  return results
}

const floorProcess = await startProcess("bench/floor.ts", (port) => [String(port)], env, "/")
const floor = await measure("floor", (scenario, clients) => load(floorProcess.address, clients, ms, floorProcess.pid, scenario.floor))
await floorProcess.stop()

const alone = await openDatabase({ databaseUrl, dataDir, log, poolSize: options.database === "embedded" ? 4 : 16 })
const database = await measure("SQL", (scenario, clients) =>
  loadSql(clients, ms / 2, async () => {
    const { text, values } = scenario.sql()
    await alone.pool.query(text, values)
  }),
)
await alone.close()

const docketProcess = await startProcess(
  "server/main.ts",
  (port) => ["serve", "--port", String(port)],
  { ...env, ...quiet },
  "/health/ready",
)
const idleMb = rssOf(docketProcess.pid)
const signedIn = await fetch(`${docketProcess.address}/api/v1/auth/login`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ email: people[options.as as keyof typeof people], password }),
})
const { accessToken } = (await signedIn.json()) as { accessToken: string }
const headers = { authorization: `Bearer ${accessToken}` }
let mostMb = idleMb
const docket = await measure("Docket", async (scenario, clients) => {
  const measured = await load(docketProcess.address, clients, ms, docketProcess.pid, () => ({ ...scenario.docket(), headers }))
  mostMb = Math.max(mostMb, measured.rssMb)
  return measured
})
await docketProcess.stop()
if (!options.keep && options.reuse === undefined) await remove()
else say(`kept: ${options.database === "embedded" ? dataDir : databaseUrl}`)

const rows: Row[] = wanted().map((scenario) => ({
  scenario,
  docket: docket.get(scenario.name)!,
  floor: floor.get(scenario.name)!,
  sql: database.get(scenario.name)!,
}))
console.log(table(rows, { database: options.database, tickets, as: options.as, readyMs: docketProcess.readyMs, idleMb, mostMb }))
