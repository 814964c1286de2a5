import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export type Running = { address: string; pid: number; readyMs: number; stop: () => Promise<void> }

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Starts a program of ours on a free port and waits until it answers there. */
export async function startProcess(
  script: string,
  args: (port: number) => string[],
  env: Record<string, string>,
  probe: string,
): Promise<Running> {
  const port = await freePort()
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, [join(root, script), ...args(port)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const address = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode} before it was ready`)
    const answered = await fetch(address + probe).then(
      ({ status }) => status < 500,
      () => false,
    )
    if (answered) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    address,
    pid: child.pid ?? 0,
    readyMs: performance.now() - began,
    stop: async () => {
      child.kill("SIGTERM")
      await ended
    },
  }
}
