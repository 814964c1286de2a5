/**
 * The socket in front of the one engine: any number of clients, one session. A client holds the engine for one unit (see frames.ts)
 * or, once it has begun a transaction, until that ends; meanwhile the others wait in order. A client that goes away, or that idles
 * in a transaction for too long, is rolled back and the others go on.
 *
 * pglite-socket's own server runs single messages, so that a query of more than 64 KB from one client breaks those of all others.
 */
import { chmodSync, rmSync } from "node:fs"
import net from "node:net"
import type { PGlite } from "@electric-sql/pglite"
import { reasonOf } from "./engine.ts"
import { FrameReader, type Unit } from "./frames.ts"

export type GatewayOptions = { pglite: PGlite; idleInTransactionMs: number; onFatal: (reason: string) => never }

type Client = { socket: net.Socket; gone: boolean; lastActive: number }
type Job = { client: Client | null; complete: boolean; work: () => Promise<void> }

/** for a client that left: Sync ends a half-sent statement, then the simple query `rollback` */
const LEAVE = Buffer.concat([Buffer.from([0x53, 0, 0, 0, 4, 0x51, 0, 0, 0, 13]), Buffer.from("rollback\0")])

export class Gateway {
  readonly #options: GatewayOptions
  readonly #server: net.Server
  readonly #clients = new Set<Client>()
  readonly #watch: NodeJS.Timeout
  #queue: Job[] = []
  #owner: Client | null = null
  #running = false
  #lastUnit = Date.now()
  units = 0

  constructor(options: GatewayOptions) {
    this.#options = options
    this.#server = net.createServer((socket) => this.#welcome(socket))
    this.#watch = setInterval(() => this.#dropSleeper(), Math.min(1_000, options.idleInTransactionMs / 2))
  }

  get clients(): number {
    return this.#clients.size
  }

  /** The caller holds the lock on the data directory, so a socket that lies there is a dead one. */
  async listen(socketPath: string): Promise<void> {
    rmSync(socketPath, { force: true })
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject)
      this.#server.listen(socketPath, () => resolve())
    })
    chmodSync(socketPath, 0o600)
  }

  /** Milliseconds since a client last asked for anything. */
  get quietFor(): number {
    return Date.now() - this.#lastUnit
  }

  /** Work of our own on the engine, when it is its turn and outside of everybody's transactions. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ client: null, complete: true, work: () => work().then(resolve, reject) })
      this.#pump()
    })
  }

  async close(): Promise<void> {
    clearInterval(this.#watch)
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const client of this.#clients) client.socket.destroy()
    await closed
    await this.turn(async () => undefined) // behind the rollback of whoever held the engine
  }

  #welcome(socket: net.Socket): void {
    const client: Client = { socket, gone: false, lastActive: Date.now() }
    const reader = new FrameReader()
    this.#clients.add(client)
    socket.on("data", (chunk) => {
      try {
        for (const unit of reader.read(chunk)) this.#accept(client, unit)
      } catch {
        socket.destroy()
      }
      this.#pump()
    })
    socket.on("error", () => socket.destroy())
    socket.on("close", () => {
      client.gone = true
      this.#clients.delete(client)
      this.#queue = this.#queue.filter((job) => job.client !== client)
      this.#pump()
    })
  }

  #accept(client: Client, unit: Unit): void {
    if (unit.kind === "end") client.socket.end()
    else if (unit.kind === "encryption") client.socket.write("N")
    else this.#queue.push({ client, complete: unit.kind === "start" || unit.complete, work: () => this.#answer(client, unit.bytes) })
  }

  #next(): Job | undefined {
    if (this.#owner?.gone) return { client: null, complete: true, work: () => this.#ask(LEAVE).then(() => undefined) }
    if (!this.#owner) return this.#queue.shift()
    const index = this.#queue.findIndex((job) => job.client === this.#owner)
    return index < 0 ? undefined : this.#queue.splice(index, 1)[0]
  }

  #pump(): void {
    if (this.#running) return
    const job = this.#next()
    if (!job) return
    this.#running = true
    this.#execute(job)
      .catch((error: unknown) => this.#options.onFatal(`the database engine failed: ${reasonOf(error)}`))
      .finally(() => {
        this.#running = false
        if (this.#queue.length > 0 || this.#owner?.gone) setImmediate(() => this.#pump()) // sockets get their turn in between
      })
  }

  async #execute(job: Job): Promise<void> {
    await job.work()
    const held = !job.complete || (job.client && this.#options.pglite.isInTransaction())
    this.#owner = held ? job.client : null
  }

  async #answer(client: Client, bytes: Buffer): Promise<void> {
    const answer = await this.#ask(bytes)
    this.units += 1
    this.#lastUnit = client.lastActive = Date.now()
    if (!client.gone) client.socket.write(answer)
  }

  async #ask(bytes: Buffer): Promise<Buffer> {
    const parts: Buffer[] = []
    await this.#options.pglite.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (data) => parts.push(Buffer.from(data)) })
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  #dropSleeper(): void {
    const owner = this.#owner
    const waiting = this.#queue.some((job) => job.client === owner)
    if (owner && !waiting && Date.now() - owner.lastActive > this.#options.idleInTransactionMs) owner.socket.destroy()
  }
}
