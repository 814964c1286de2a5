#!/usr/bin/env node
// The one entry: runs on whatever Node (20 or later) is there, installs what is missing, builds the web app where its sources changed,
// and hands over to the pinned Node 24 in node_modules.
import { spawn } from "node:child_process"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { buildWebIfStale } from "./build-web.mjs"
import { ensureInstalled } from "./install.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = "help", ...rest] = process.argv.slice(2)

const node = ensureInstalled(root)
if (["serve", "dev", "build"].includes(command)) buildWebIfStale(root, node, { force: command === "build" })
if (command === "build") process.exit(0)

const script = command === "bench" ? [join(root, "bench/main.ts"), ...rest] : [join(root, "server/main.ts"), command, ...rest]
const flags = command === "dev" ? ["--watch-path=server", "--watch-path=contract"] : []
const options = { stdio: "inherit", cwd: process.cwd(), env: process.env }
const child = spawn(node, [...flags, "--disable-warning=ExperimentalWarning", ...script], options)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
child.on("error", (error) => {
  console.error(`Docket could not be started with ${node}: ${error.message}`)
  process.exit(1)
})
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 128 + 15 : 1)))
