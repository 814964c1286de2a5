// npm test: installs what is missing, then runs everything. Arguments name parts (server, web, e2e) or test files.
import { appendFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { buildWebIfStale } from "./build-web.mjs"
import { ensureInstalled } from "./install.mjs"
import { run } from "./run.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = ensureInstalled(root)
const asked = process.argv.slice(2)
const parts = {
  server: ["contract/**/*.test.ts", "server/**/*.test.ts"],
  web: ["web/**/*.test.ts"],
  e2e: ["e2e/**/*.test.ts"],
}
const named = asked.filter((word) => word in parts)
const files = asked.filter((word) => !(word in parts))

/** Runs test files in one go; answers how many passed and failed. */
async function runTests(name, paths, { concurrency, timeout }) {
  const started = Date.now()
  const args = [
    "--test",
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeout}`,
    "--test-reporter=dot",
    "--disable-warning=ExperimentalWarning",
    ...paths,
  ]
  const reporters = [
    "--test-reporter-destination=stderr",
    "--test-reporter=./scripts/counting-reporter.mjs",
    "--test-reporter-destination=stdout",
  ]
  args.splice(4, 0, ...reporters)
  const { code, output } = await run(node, args, {
    cwd: root,
    env: { NODE_ENV: "test", NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled") },
  })
  const count = (word) => Number(new RegExp(`^${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0)
  const failed = count("failed")
  const passed = count("passed")
  console.log(`\n${name}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - started) / 1000)} s\n`)
  return { passed, failed: failed || (code === 0 ? 0 : 1) }
}

let passed = 0
let failed = 0
const wanted =
  files.length > 0
    ? { chosen: files }
    : Object.fromEntries(Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name)))
for (const [name, patterns] of Object.entries(wanted)) {
  if (name === "e2e") buildWebIfStale(root, node)
  const result = await runTests(name, patterns, { concurrency: name === "e2e" ? 1 : 2, timeout: 240_000 })
  passed += result.passed
  failed += result.failed
}
if (process.env.DOCKET_TEST_COUNTS) appendFileSync(process.env.DOCKET_TEST_COUNTS, `${passed} ${failed}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
