// Installs the dependencies where they are missing or older than the lockfile, and finds the pinned Node 24 among them.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const oldest = 20

/** Answers the path of the pinned Node. Ends the process, saying what to do, where it cannot be had. */
export function ensureInstalled(root) {
  if (Number(process.versions.node.split(".")[0]) < oldest)
    fail(`Docket needs Node ${oldest} or later to start; this is ${process.version}.`)
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies.node
  const node = join(root, "node_modules/.bin/node")
  const stamp = join(root, "node_modules/.docket-installed")
  const state = fingerprint(root)
  const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === state && versionOf(node) === `v${wanted}`
  if (!installed) {
    console.error("Installing what Docket needs (once)…")
    const npm = process.platform === "win32" ? "npm.cmd" : "npm"
    const args = ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]
    const { status, error } = spawnSync(npm, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
    if (status !== 0) fail(`npm install failed${error ? `: ${error.message}` : ""}. Run it by hand in ${root} and read what it says.`)
    const found = versionOf(node)
    if (found !== `v${wanted}`)
      fail(
        `Node ${wanted} is missing after the installation (found: ${found ?? "none"}). The npm package "node" brings it with an install script: ` +
          'allow it with "npm install-scripts approve node", or install without --ignore-scripts, and start again.',
      )
    writeFileSync(stamp, fingerprint(root))
  }
  return node
}

function versionOf(node) {
  const { stdout, status } = spawnSync(node, ["-v"], { encoding: "utf8" })
  return status === 0 ? stdout.trim() : null
}

function fingerprint(root) {
  const hash = createHash("sha256")
  for (const file of ["package.json", "package-lock.json", "contract/package.json", "server/package.json", "web/package.json"])
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)))
  return hash.digest("hex")
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
