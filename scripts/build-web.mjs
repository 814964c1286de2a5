// Builds the web app when its sources are newer in content than the last build.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export function buildWebIfStale(root, node, { force = false } = {}) {
  const stamp = join(root, "web/dist/.built-from")
  const state = fingerprint(root)
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === state) return
  console.error("Building the web app…")
  const vite = join(root, "node_modules/vite/bin/vite.js")
  const { status, stderr } = spawnSync(node, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, "web"),
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  })
  if (status !== 0) {
    console.error(stderr)
    process.exit(1)
  }
  writeFileSync(stamp, state)
}

function fingerprint(root) {
  const hash = createHash("sha256")
  const add = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!["dist", "node_modules"].includes(entry.name)) add(path)
      } else hash.update(path).update(readFileSync(join(root, path)))
    }
  }
  add("web")
  add("contract")
  hash.update(readFileSync(join(root, "package.json")))
  return hash.digest("hex")
}
