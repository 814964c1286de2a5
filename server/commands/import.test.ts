import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import type pg from "pg"
import { importServiceNow } from "#modules/importing"
import { readConfig } from "#platform/config"
import { connectEmbedded, openOrJoinDatabase } from "#platform/database/connect"
import { silent } from "#platform/database/log"
import { MIGRATIONS } from "#platform/database/migrate"
import { testDatabase } from "#platform/database/test-database"
import { copyOfTemplate } from "#platform/database/test-template"
import { openRuntime } from "#platform/start"
import { house } from "../house.ts"
import { becomes, crewOf, docketProcess } from "../test/docket-process.ts"
import { brokenInvariants } from "../test/invariants.ts"
import { ownServerDatabase } from "../test/own-server-database.ts"

const main = fileURLToPath(new URL("../main.ts", import.meta.url))
const sample = fileURLToPath(new URL("../db/samples/servicenow-incident-events.csv", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "docket-import-test-"))
/** As much of the sample as is a handful of batches. */
const [some, incidents] = [join(folder, "some.csv"), 190]
const lines = readFileSync(sample, "utf8").split("\n")
const numbers = [...new Set(lines.slice(1).map((line) => line.split(",")[0] ?? ""))]
writeFileSync(
  some,
  lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith(`${numbers[incidents]},`)),
    )
    .join("\n"),
)
const leftovers: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })]
after(async () => {
  for (const remove of leftovers.reverse()) await remove()
})

/** A Docket to import into: a data directory, and its database on the server where the tests run on one. */
async function place(): Promise<{ dataDir: string; environment: Record<string, string> }> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    const { dataDir, remove } = await copyOfTemplate(MIGRATIONS, silent)
    leftovers.push(remove)
    return { dataDir, environment: {} }
  }
  const database = await ownServerDatabase(server)
  leftovers.push(() => database.drop())
  return { dataDir: mkdtempSync(join(folder, "data-")), environment: { DATABASE_URL: database.url } }
}
type Place = Awaited<ReturnType<typeof place>>

/** Runs the command; `seen` hears what it prints as it comes. */
function command({ dataDir, environment }: Place, args: string[], seen: (said: string, kill: () => void) => void = () => undefined) {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, DATA_DIR: dataDir, ...environment }
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "import", ...args], { cwd: folder, env })
  const end = () => child.kill("SIGKILL")
  process.once("exit", end)
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString()
      seen(said, end)
    })
  return once(child, "close").then(([status]) => {
    process.off("exit", end)
    return { status: status as number | null, said }
  })
}

async function withDatabase<T>({ dataDir, environment }: Place, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = await openOrJoinDatabase({ databaseUrl: environment.DATABASE_URL, dataDir, durable: false, log: silent })
  try {
    return await work(database.pool)
  } finally {
    await database.close()
  }
}

/** Everything that was imported, in names instead of ids. */
const contents = async (pool: pg.Pool): Promise<unknown> => {
  const tickets = await pool.query(
    `select t.key, t.external_ref, t.title, t.status, t.priority, t.version, t.custom_fields, t.created_at, t.updated_at, t.resolved_at, t.closed_at,
       r.full_name as reporter, m.name as team, c.name as category, array(select full_name from users where id = any(t.assignee_ids)) as assignees
     from tickets t join users r on r.id = t.reporter_id left join teams m on m.id = t.team_id left join categories c on c.id = t.category_id
     order by t.external_ref`,
  )
  const events = await pool.query(
    `select t.external_ref, e.version, e.name, e.at, u.full_name as actor, e.data ->> 'note' as note, e.data -> 'changes' -> 'status' as status
     from events e join tickets t on t.id = e.ticket_id left join users u on u.id = e.actor_id
     order by t.external_ref, e.version, e.name, e.at`,
  )
  const counts = await pool.query(
    "select (select count(*) from users) as users, (select count(*) from teams) as teams, (select count(*) from categories) as categories, (select count(*) from import_refs) as refs",
  )
  return [tickets.rows, events.rows, counts.rows]
}

test("killed again and again, the import goes on where it was, and ends like one that nobody interrupted", async (t) => {
  const broken = await place()
  const done: number[] = []
  for (const kills of [5, 30, 60]) {
    const { status } = await command(broken, ["servicenow", some], (said, kill) => {
      const percent = Number(/Importing: [\d,]+ rows, (\d+) %(?![\s\S]*Importing)/.exec(said)?.[1] ?? 0)
      if (percent >= kills) void sleep(Math.random() * 60).then(kill)
    })
    assert.equal(status, null, "it was killed")
    const half = await withDatabase(broken, async (pool) => {
      assert.deepEqual(await brokenInvariants(pool), [])
      const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from tickets")
      return rows[0]?.n ?? 0
    })
    done.push(half)
  }
  t.diagnostic(`tickets after each kill: ${done.join(" ")}`)
  assert.ok(done.every((n) => n > 0 && n < incidents))
  const last = await command(broken, ["servicenow", some])
  assert.equal(last.status, 0, last.said)
  assert.match(last.said, /had begun before and not finished: after [\d,]+ rows, this one went on/)

  const whole = await testDatabase()
  const { runtime, close } = await openRuntime(
    readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent", DATA_DIR: join(folder, "whole") }),
    house,
    { database: whole },
  )
  await importServiceNow(runtime, {
    path: some,
    project: null,
    dryRun: false,
    progress: () => undefined,
    signal: new AbortController().signal,
  })
  const expected = await contents(whole.pool)
  await close()
  await whole.close()
  const found = await withDatabase(broken, async (pool) => {
    assert.deepEqual(await brokenInvariants(pool), [])
    return contents(pool)
  })
  assert.deepEqual(found, expected)
})

describe("beside a running Docket", () => {
  test("two imports at once come into its database, and its pages hear of it", async (t) => {
    const at = await place()
    const docket = await docketProcess(at.dataDir, at.environment)
    t.after(() => docket.kill())
    const { agent } = await crewOf(docket, at.dataDir)
    const { body: now } = await docket.call<{ cursor: string }>("GET", "/changes", { as: agent.token })

    const imports = await Promise.all([1, 2].map(() => command(at, ["servicenow", some])))
    for (const { status, said } of imports) assert.equal(status, 0, said)
    const added = imports.map(({ said }) => Number(/incidents: (\d+) new/.exec(said)?.[1]))
    assert.equal((added[0] ?? 0) + (added[1] ?? 0), incidents)

    const { body: list } = await docket.call<{ total: number; data: { key: string }[] }>(
      "GET",
      "/tickets?project=SNOW&count=true&limit=1",
      {
        as: agent.token,
      },
    )
    assert.equal(list.total, incidents)
    const { body: ticket } = await docket.call<{ team: { name: string }; reporter: { name: string } }>(
      "GET",
      `/tickets/${list.data[0]?.key}`,
      {
        as: agent.token,
      },
    )
    assert.match(`${ticket.team.name} ${ticket.reporter.name}`, /^Group \d+ Caller \d+$/)
    assert.ok(
      await becomes(async () => {
        const { body } = await docket.call<{ data: { event: string }[] }>("GET", `/changes?after=${now.cursor}&limit=1000`, {
          as: agent.token,
        })
        return body.data.some(({ event }) => event === "ticket.created")
      }, 5000),
    )
    if (Object.keys(at.environment).length === 0) {
      const joined = await connectEmbedded(at.dataDir, silent)
      assert.ok(joined !== null, "the server still has its database")
      await joined.close()
    }
    assert.equal(docket.child.exitCode, null)
  })
})

describe("the command", () => {
  const nowhere: Place = { dataDir: join(folder, "nothing"), environment: {} }
  test("says what is wrong and ends with 1", async () => {
    const cases: [args: string[], says: RegExp][] = [
      [[], /Say what to import/],
      [["jira", "x.csv"], /There is no import for jira/],
      [["servicenow"], /Name one file/],
      [["servicenow", sample, "--wet"], /Unknown option '--wet'/],
      [["servicenow", "missing.csv", "--dry-run"], /missing\.csv is not there/],
    ]
    const results = await Promise.all(cases.map(([args]) => command(nowhere, args)))
    for (const [index, { status, said }] of results.entries()) {
      assert.equal(status, 1, said)
      assert.match(said, cases[index]?.[1] ?? /never/)
    }
  })
  test("in a dry run makes not even a data directory, and writes its long report elsewhere", async () => {
    const path = join(folder, "bad.csv")
    writeFileSync(path, `${readFileSync(sample, "utf8").slice(0, 4000)}\n${"bad\n".repeat(80)}`)
    const { status, said } = await command(nowhere, ["servicenow", path, "--dry-run"])
    assert.equal(status, 0, said)
    assert.match(said, /Dry run, nothing is written: would import bad\.csv into SNOW \(a new project\)/)
    assert.match(said, /… and \d+ more/)
    const report = /All of them: (\S+)/.exec(said)?.[1] ?? ""
    assert.ok(readFileSync(report, "utf8").split("\n").length > 80)
    assert.deepEqual([existsSync(nowhere.dataDir), existsSync(`${path}.report.txt`)], [false, false])
    rmSync(join(report, ".."), { recursive: true })
  })
})
