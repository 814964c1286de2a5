/** The way to a PostgreSQL server, for tests that break it: it can be cut, held up, and lost in the very moment of a COMMIT. */
import { once } from "node:events"
import net from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

/** Loses the connection on which `marker` was sent: before its COMMIT reaches the server, or after the server has kept it. */
type Loss = { marker: string; when: "before" | "after" }
type Line = { near: net.Socket; far: net.Socket }

const commit = Buffer.from("commit\0")

export class PostgresProxy {
  readonly #target: { host: string; port: number }
  readonly #lines = new Set<Line>()
  #server: net.Server | null = null
  #port = 0
  /** Milliseconds that everything takes longer in each direction. */
  delay = 0
  #loss: Loss | null = null
  #lost: () => void = () => undefined

  constructor(databaseUrl: string) {
    const { hostname, port } = new URL(databaseUrl)
    this.#target = { host: hostname, port: Number(port || 5432) }
  }

  /** Answers the address of the same database by way of here. */
  async open(databaseUrl: string): Promise<string> {
    await this.restore()
    const url = new URL(databaseUrl)
    url.hostname = "127.0.0.1"
    url.port = String(this.#port)
    return url.toString()
  }

  async restore(): Promise<void> {
    if (this.#server !== null) return
    this.#server = net.createServer((near) => this.#connect(near))
    this.#server.listen(this.#port, "127.0.0.1")
    await once(this.#server, "listening")
    this.#port = (this.#server.address() as net.AddressInfo).port
  }

  /** As if the server were gone: what is open breaks, what is new is refused. */
  async cut(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    const closed = once(server, "close")
    server.close()
    for (const line of this.#lines) this.#break(line)
    await closed
  }

  /** Resolves when it has happened. */
  loseAtCommit(loss: Loss): Promise<void> {
    this.#loss = loss
    return new Promise((resolve) => {
      this.#lost = resolve
    })
  }

  #connect(near: net.Socket): void {
    const far = net.connect(this.#target)
    const line: Line = { near, far }
    this.#lines.add(line)
    let marked = false
    let losing = false
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on("error", () => this.#break(line))
      socket.on("close", () => this.#break(line))
    }
    this.#carry(near, async (chunk) => {
      const loss = this.#loss
      marked ||= loss !== null && chunk.includes(loss.marker)
      if (loss !== null && marked && chunk.includes(commit)) {
        this.#loss = null
        if (loss.when === "before") return this.#lose(line)
        losing = true
      }
      far.write(chunk)
    })
    this.#carry(far, async (chunk) => {
      if (losing) return this.#lose(line)
      near.write(chunk)
    })
  }

  /** Chunks one after the other, each as late as the delay says. */
  #carry(from: net.Socket, deliver: (chunk: Buffer) => Promise<void>): void {
    let before = Promise.resolve()
    from.on("data", (chunk) => {
      const due = this.delay === 0 ? undefined : sleep(this.delay)
      before = before.then(() => due).then(() => deliver(chunk))
    })
  }

  async #lose(line: Line): Promise<void> {
    this.#break(line)
    this.#lost()
  }

  #break(line: Line): void {
    this.#lines.delete(line)
    line.near.destroy()
    line.far.destroy()
  }
}
