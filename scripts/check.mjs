// npm run check: format and lint, types, laws. Fast enough to run before every commit.
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled } from "./install.mjs"
import { run } from "./run.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = ensureInstalled(root)
const bin = (name) => join(root, "node_modules/.bin", name)
const steps = [
  ["format and lint", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["types", node, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]],
  ["types of the web app", node, [join(root, "node_modules/typescript/bin/tsc"), "-p", "web/tsconfig.json"]],
  ["laws", node, ["--test", "--test-reporter=dot", "--disable-warning=ExperimentalWarning", "server/architecture.test.ts"]],
]
let failed = 0
for (const [name, command, args] of steps) {
  if (name === "types of the web app" && !existsSync(join(root, "web/tsconfig.json"))) continue
  const started = Date.now()
  const { code, output } = await run(command, args, { cwd: root, quiet: true })
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) {
    failed += 1
    console.log(output)
  }
}
process.exit(failed === 0 ? 0 : 1)
