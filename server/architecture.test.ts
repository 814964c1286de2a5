import assert from "node:assert/strict"
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, test } from "node:test"
import { fileURLToPath } from "node:url"
import { entities } from "@docket/contract/live"
import { sentences } from "#modules/tickets"
import { variables } from "#platform/config"
import { routes } from "./app.ts"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Who may use whom. Read it top to bottom: a module may import only what its line names. Everything else listens to events. */
export const mayUse: Record<string, string[]> = {
  identity: [],
  organization: ["identity"],
  workflows: [],
  projects: ["identity", "organization", "workflows"],
  tickets: ["identity", "organization", "workflows", "projects"],
  importing: ["identity", "organization", "workflows", "projects", "tickets"],
}
/** Who writes what. Everyone else asks the owner. */
const owns: Record<string, string[]> = {
  platform: ["events", "followers", "settings", "idempotency_keys", "schema_migrations"],
  identity: ["users", "sessions", "refresh_tokens", "password_resets", "invitations", "api_tokens", "second_factors", "recovery_codes"],
  organization: ["departments", "teams", "team_members", "categories"],
  workflows: ["workflow_definitions", "workflow_versions"],
  projects: ["projects", "project_members", "project_workflows"],
  tickets: ["tickets", "ticket_links", "comments", "comment_versions", "comment_reactions"],
  importing: ["imports", "import_refs"],
}

type Source = { path: string; text: string; module: string | null; imports: string[] }
const isTest = (path: string) => path.endsWith(".test.ts") || path.includes("/test/") || /\/test-[a-z-]+\.ts$/.test(path)
const read = (pattern: string): Source[] =>
  globSync(pattern, { cwd: root })
    .filter((path) => !path.includes("node_modules") && !path.includes("/dist/"))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8")
      const imports = [...text.matchAll(/^(?:(?:import|export) .*|\}) from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm)].map(
        (match) => (match[1] ?? match[2] ?? match[3]) as string,
      )
      return { path, text, module: /^server\/modules\/([^/]+)\//.exec(path)?.[1] ?? null, imports }
    })
const server = read("server/**/*.ts").filter(({ path }) => !isTest(path))
const contract = read("contract/**/*.ts").filter(({ path }) => !isTest(path))
const web = read("web/**/*.{ts,tsx}")
const all = [
  ...read("server/**/*.ts"),
  ...read("contract/**/*.ts"),
  ...web,
  ...read("e2e/**/*.ts"),
  ...read("bench/**/*.ts"),
  ...read("scripts/**/*.mjs"),
]
const layer = (path: string) => path.split("/").slice(0, 2).join("/")

describe("who may use whom", () => {
  test("contract ← platform ← modules ← app: nobody looks upwards", () => {
    for (const { path, imports } of contract)
      for (const target of imports)
        assert.match(target, /^(\.\/|typebox)/, `${path} imports ${target}: the contract imports nothing but typebox`)
    for (const { path, imports } of server.filter(({ path }) => layer(path) === "server/platform"))
      for (const target of imports)
        assert.doesNotMatch(
          target,
          /^#modules\/|\/modules\/|\.\.\/app|\.\.\/house/,
          `${path} imports ${target}: the platform knows no module; let app.ts hand it over`,
        )
    for (const { path, imports } of server.filter(({ module }) => module !== null))
      for (const target of imports)
        assert.doesNotMatch(target, /\/(app|house|main)\.ts$/, `${path} imports ${target}: a module does not know the house it stands in`)
  })
  test("modules use only what their line in the map names, and only through the front door", () => {
    for (const { path, module, imports } of server)
      for (const target of imports) {
        if (module === null) continue
        const other = /^#modules\/([^/]+)/.exec(target)?.[1]
        if (other !== undefined)
          assert.ok(mayUse[module]?.includes(other), `${path} uses ${other}: add it to the map if it lies below, else listen to its events`)
        if (target.startsWith("."))
          assert.ok(
            resolve("/", dirname(path), target).startsWith(`/server/modules/${module}/`),
            `${path} reaches around a door: ${target}`,
          )
      }
  })
  test("the map has no circle", () => {
    const below = (module: string, seen: string[] = []): void => {
      assert.ok(!seen.includes(module), `${[...seen, module].join(" → ")}`)
      for (const other of mayUse[module] ?? []) below(other, [...seen, module])
    }
    for (const module of Object.keys(mayUse)) below(module)
  })
  test("the web app imports the contract and itself, never the server", () => {
    for (const { path, imports } of web)
      for (const target of imports)
        assert.doesNotMatch(target, /^#|\/server\/|^node:(?!test|assert|fs|path|url|module)/, `${path} imports ${target}`)
  })
})

describe("rules and tables", () => {
  test("rules are pure: no database, no clock, no randomness, no environment", () => {
    for (const { path, imports, text } of server.filter(({ path }) => /\/(rules|policy|validity|presets)\.ts$/.test(path))) {
      for (const target of imports)
        assert.match(
          target,
          /^(#platform\/(errors|context)|#modules\/|@docket\/contract\/|\.\/|typebox)/,
          `${path} imports ${target}: a rule takes values and gives values`,
        )
      assert.doesNotMatch(text, /Date\.now\(\)|new Date\(\)|Math\.random|process\./, `${path}: pass the time in`)
    }
  })
  test("only its owner writes to a table", () => {
    for (const { path, text, module } of server) {
      if (path.startsWith("server/platform/database/")) continue
      const owner = module ?? "platform"
      for (const [, builder, written] of text.matchAll(
        /(?:(?:insertInto|updateTable|deleteFrom)\("(\w+)"\)|(?:insert into|update|delete from) ([a-z_]+)(?= (?:\w+ )?(?:set|where|\(|using)|$|\())/g,
      )) {
        const table = (builder ?? written) as string
        if (!Object.values(owns).flat().includes(table)) continue
        assert.ok(
          owns[owner]?.includes(table),
          `${path} writes ${table}, which belongs to ${Object.keys(owns).find((name) => owns[name]?.includes(table))}`,
        )
      }
    }
  })
  test("environment variables are read in one file", () => {
    for (const { path, text } of server)
      if (!["server/platform/config.ts", "server/main.ts"].includes(path) && !path.startsWith("server/commands/"))
        assert.doesNotMatch(text, /process\.env\.(?!TEST_)/, `${path}: read it in config.ts and pass it on`)
    assert.ok(Object.keys(variables).length > 10)
  })
  test("inside a transaction nobody waits for another connection: actions use ctx.db", () => {
    for (const { path, text } of server.filter(({ module }) => module !== null))
      for (const match of text.matchAll(/ctx\.runtime\.database/g))
        assert.fail(`${path}:${text.slice(0, match.index).split("\n").length} uses the pool where a transaction may be open`)
  })
})

describe("endpoints and events", () => {
  test("every endpoint has a name of its own, a summary, and says who may call it", () => {
    const ids = routes.map(({ endpoint }) => endpoint.id)
    assert.deepEqual(ids, [...new Set(ids)])
    for (const { endpoint } of routes) assert.ok(endpoint.summary.length > 5 && endpoint.access, endpoint.id)
  })
  test("every endpoint that the contract describes is bound", () => {
    const described = contract.flatMap(({ text }) => [...text.matchAll(/^\s*id: "(\w+)"/gm)].map((match) => match[1] as string))
    const bound = new Set(routes.map(({ endpoint }) => endpoint.id))
    for (const id of described) assert.ok(bound.has(id), `${id} is in the contract and nobody answers it`)
  })
  test("bodies and queries refuse what they do not name", () => {
    for (const { endpoint } of routes)
      for (const part of [endpoint.params, endpoint.query, endpoint.body]) {
        const schema = part as { type?: string; additionalProperties?: unknown }
        if (schema.type === "object") assert.equal(schema.additionalProperties, false, `${endpoint.id} lets unknown fields through`)
      }
  })
  test("every event of a ticket has a sentence in the timeline", () => {
    const names = contract.flatMap(({ text }) =>
      [...text.matchAll(/^\s+"((?:ticket|comment)\.\w+)":/gm)].map((match) => match[1] as string),
    )
    assert.deepEqual(
      names.filter((name) => !(name in sentences)),
      [],
    )
    assert.ok(entities.length > 0)
  })
})

describe("ways of writing", () => {
  const nameless = /(^|-)(utils?|helpers?|managers?|services?|misc)[.-]|^(base|common)\./
  test("no file is longer than 300 lines, and each has a name that says something", () => {
    for (const { path, text } of all) {
      if (path === "server/platform/database/schema.ts") continue
      assert.ok(text.split("\n").length <= (isTest(path) ? 400 : 300), `${path} has ${text.split("\n").length} lines: it is two things`)
      assert.doesNotMatch(path.split("/").at(-1) ?? "", nameless, `${path}: name it by what it does`)
    }
  })
  test("no silenced checks, nothing left for later", () => {
    const marks = ["@ts-" + "ignore", "@ts-" + "expect-error", "TO" + "DO", "FIX" + "ME"]
    for (const { path, text } of all) {
      for (const mark of marks) assert.ok(!text.includes(mark), `${path} contains ${mark}`)
    }
  })
  test("everything that a module promises has a header and a front door", () => {
    for (const module of new Set(server.flatMap(({ module }) => module ?? []))) {
      const door = join(root, "server/modules", module, "index.ts")
      assert.ok(existsSync(door), `${module} has no index.ts`)
      assert.match(readFileSync(door, "utf8"), /^(?:import[^\n]*\n)*\s*\/\*\*/, `${module}/index.ts begins with what it owns and promises`)
      assert.ok(module in mayUse, `${module} is not in the map`)
    }
  })
})
