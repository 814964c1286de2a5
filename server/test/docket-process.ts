/** A Docket as its operator runs it: a process of its own, spoken to over the network, ended by signals. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../main.ts", import.meta.url))
const slowestStart = 60_000

export type Reply<T = Record<string, unknown>> = { status: number; body: T & { error?: string; message?: string }; headers: Headers }
export type Sent = { as?: string; body?: unknown; key?: string; headers?: Record<string, string>; signal?: AbortSignal }
export type DocketProcess = {
  child: ChildProcess
  address: string
  /** Everything that it has printed so far. */
  output: () => string
  /** Its status and signal, once it has ended. */
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>
  call: <T = Record<string, unknown>>(method: string, path: string, sent?: Sent) => Promise<Reply<T>>
  /** kill -9, and waits for it. */
  kill: () => Promise<void>
}

/** Starts `docket serve` and waits until it says where it answers. @throws with what it printed where it ends before that */
export async function docketProcess(dataDir: string, environment: Record<string, string> = {}): Promise<DocketProcess> {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env
  const own = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", DATA_DIR: dataDir }
  const env = { ...own, RATE_LIMIT_FACTOR: "1000", LOG_LEVEL: "warn", ...environment }
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "serve"], { cwd: dataDir, env })
  let printed = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk.toString()))
  const ended = once(child, "close").then(([status, signal]) => ({ status, signal }) as Awaited<DocketProcess["ended"]>)
  const kill = async () => {
    child.kill("SIGKILL")
    await ended
  }
  const outlive = () => void child.kill("SIGKILL")
  process.once("exit", outlive) // a test that was interrupted leaves no process behind
  void ended.then(() => process.off("exit", outlive))

  const address = await until(() => /Docket is ready: (\S+)/.exec(printed)?.[1] ?? (child.exitCode === null ? undefined : ""), slowestStart)
  if (!address) {
    await kill()
    throw new Error(`Docket did not start: ${printed}`)
  }
  return { child, address, output: () => printed, ended, call: (method, path, sent) => callOver(address, method, path, sent), kill }
}

async function callOver<T>(address: string, method: string, path: string, sent: Sent = {}): Promise<Reply<T>> {
  const { as, body, key, signal } = sent
  const headers = {
    ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(key === undefined ? {} : { "idempotency-key": key }),
    ...sent.headers,
  }
  const payload = body === undefined ? {} : { body: JSON.stringify(body) }
  const reply = await fetch(address + (path.startsWith("/api/") || !isOfApi(path) ? path : `/api/v1${path}`), {
    method,
    headers,
    ...payload,
    signal: signal ?? AbortSignal.timeout(60_000),
  })
  const text = await reply.text()
  const isJson = reply.headers.get("content-type")?.startsWith("application/json") ?? false
  return { status: reply.status, headers: reply.headers, body: (isJson && text !== "" ? JSON.parse(text) : { text }) as Reply<T>["body"] }
}
const isOfApi = (path: string) => !/^\/(health|metrics|openapi|docs|redoc)/.test(path)

/** Asks again and again until the answer is not undefined, or the time is over. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>, ms: number): Promise<T | undefined> {
  const end = performance.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > end) return answer
    await sleep(20)
  }
}
/** The same for what is to become true. */
export const becomes = async (holds: () => boolean | Promise<boolean>, ms: number): Promise<boolean> =>
  (await until(async () => ((await holds()) ? true : undefined), ms)) ?? false

export type Crew = Record<"admin" | "agent" | "employee", { id: string; token: string; email: string }>
export const crewPassword = "Seven quiet harbours"

/** Sets a new Docket up as its first visitor would, and lets the administrator add an agent and an employee, signed in. */
export async function crewOf(docket: DocketProcess, dataDir: string): Promise<Crew> {
  const good = async <T>(reply: Promise<Reply<T>>): Promise<T> => {
    const { status, body } = await reply
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}\n${docket.output()}`)
    return body
  }
  type Entered = { accessToken: string; user: { id: string; email: string } }
  const crewed = ({ accessToken, user }: Entered) => ({ id: user.id, token: accessToken, email: user.email })
  const token = await readFile(join(dataDir, "set-up-token"), "utf8")
  const first = { token, organization: "Marlow", fullName: "Amara Okafor", email: "amara@marlow.example", password: crewPassword }
  const admin = crewed(await good(docket.call<Entered>("POST", "/auth/set-up", { body: first })))
  const add = async (role: "agent" | "employee", fullName: string) => {
    const email = `${role}@marlow.example`
    await good(docket.call("POST", "/users", { as: admin.token, body: { email, password: crewPassword, fullName, role } }))
    return crewed(await good(docket.call<Entered>("POST", "/auth/login", { body: { email, password: crewPassword } })))
  }
  await good(docket.call("PATCH", "/projects/HELP", { as: admin.token, body: { workloadLimit: 0 } }))
  return { admin, agent: await add("agent", "Priya Nair"), employee: await add("employee", "Ines Carvalho") }
}
