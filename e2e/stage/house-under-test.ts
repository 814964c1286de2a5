// The server that the journeys visit: the real one, in demo mode, on a free port, over a data directory that is thrown away afterwards.
// Installing the demo company is most of its first start, so an installed directory is kept beside the packages and copied for every run;
// it is made anew when the server's sources or the day change.
import { type ChildProcess, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const longestStart = 90_000

export type HouseUnderTest = {
  address: string
  /** Runs a `docket` command on the same data directory, beside the running server. */
  command: (...args: string[]) => Promise<{ code: number; said: string }>
  stop: () => Promise<void>
}

export async function openHouse(): Promise<HouseUnderTest> {
  const dataDir = join(mkdtempSync(join(tmpdir(), "docket-journeys-")), "data")
  cpSync(await installedCompany(), dataDir, { recursive: true })
  const running = await serve(dataDir)
  return {
    address: running.address,
    command: (...args) => command(dataDir, args),
    stop: async () => {
      await running.stop()
      rmSync(dirname(dataDir), { recursive: true, force: true })
    },
  }
}

async function installedCompany(): Promise<string> {
  const kept = join(root, "node_modules/.cache/journeys")
  const company = join(kept, fingerprint())
  if (existsSync(company)) return company
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept, { recursive: true })
  const unfinished = mkdtempSync(join(kept, "unfinished-"))
  await (await serve(unfinished)).stop()
  renameSync(unfinished, company)
  return company
}

function fingerprint(): string {
  const hash = createHash("sha256").update(new Date().toISOString().slice(0, 10))
  for (const path of globSync("{server,contract}/**/*.{ts,sql}", { cwd: root, exclude: (name) => name.endsWith("node_modules") }).sort())
    if (!path.endsWith(".test.ts")) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest("hex").slice(0, 20)
}

async function serve(dataDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const server = docket(dataDir, ["serve", "--demo", "--port", String(port)], { RATE_LIMIT_FACTOR: "0" })
  const address = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return
    server.child.kill("SIGTERM")
    await once(server.child, "exit")
  }
  const givesUp = Date.now() + longestStart
  while (
    !(await fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.child.exitCode !== null) throw new Error(`the server ended before it was ready:\n${server.said()}`)
    if (Date.now() > givesUp) {
      await stop()
      throw new Error(`the server was not ready after ${longestStart / 1000} s:\n${server.said()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { address, stop }
}

async function command(dataDir: string, args: string[]): Promise<{ code: number; said: string }> {
  const { child, said } = docket(dataDir, args)
  const [code] = (await once(child, "close")) as [number | null]
  return { code: code ?? 1, said: said() }
}

function docket(dataDir: string, args: string[], environment: Record<string, string> = {}): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "server/main.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      ...environment,
    },
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const end = () => child.kill("SIGKILL")
  process.once("exit", end)
  child.once("exit", () => process.removeListener("exit", end))
  return { child, said: () => said }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })
}
