import { readFileSync } from "node:fs"
import { Agent, request } from "node:http"

export type Ask = { method: string; path: string; body?: unknown; headers?: Record<string, string> }
export type Measured = { requests: number; perSecond: number; p50: number; p95: number; cpuMs: number; failures: number; rssMb: number }

const ticks = 100

/** User and system time of a process in milliseconds, from the kernel. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks
}
export const rssOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

function send(agent: Agent, address: URL, ask: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
    const headers = {
      ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
      ...ask.headers,
    }
    const outgoing = request(
      { agent, host: address.hostname, port: address.port, method: ask.method, path: ask.path, headers },
      (incoming) => {
        incoming.on("data", () => {})
        incoming.on("end", () => resolve(incoming.statusCode ?? 0))
        incoming.on("error", reject)
      },
    )
    outgoing.on("error", reject)
    outgoing.end(body)
  })
}

/** So many clients, each with one request under way at a time, for so long. The next request is made by `next`, so that writes never repeat. */
export async function load(address: string, clients: number, ms: number, pid: number | null, next: () => Ask): Promise<Measured> {
  const url = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const latencies: number[] = []
  let failures = 0
  const client = async (until: number) => {
    while (performance.now() < until) {
      const began = performance.now()
      const status = await send(agent, url, next())
      latencies.push(performance.now() - began)
      if (status >= 400) failures += 1
    }
  }
  const all = (until: number) => Promise.all(Array.from({ length: clients }, () => client(until)))
  await all(performance.now() + Math.min(1500, ms / 3))
  latencies.length = 0
  failures = 0
  const cpu = pid === null ? 0 : cpuOf(pid)
  const began = performance.now()
  await all(began + ms)
  const took = performance.now() - began
  const cpuMs = pid === null ? 0 : (cpuOf(pid) - cpu) / latencies.length
  agent.destroy()
  return {
    requests: latencies.length,
    perSecond: (latencies.length * 1000) / took,
    ...percentiles(latencies),
    cpuMs,
    failures,
    rssMb: pid === null ? 0 : rssOf(pid),
  }
}

export function percentiles(latencies: number[]): { p50: number; p95: number } {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** The SQL alone: as many at once, over a pool, in this process. */
export async function loadSql(clients: number, ms: number, next: () => Promise<unknown>): Promise<Measured> {
  const latencies: number[] = []
  const client = async (until: number) => {
    while (performance.now() < until) {
      const began = performance.now()
      await next()
      latencies.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, () => client(performance.now() + ms / 4)))
  latencies.length = 0
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, () => client(began + ms)))
  return {
    requests: latencies.length,
    perSecond: (latencies.length * 1000) / (performance.now() - began),
    ...percentiles(latencies),
    cpuMs: 0,
    failures: 0,
    rssMb: 0,
  }
}
