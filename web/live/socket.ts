// The socket: says what the screen needs, hears what changed. It may be away at any time; the cursor repairs what was missed.
import type { Change, Subscribe, Subscribed } from "@docket/contract/live"
import type { Socket } from "socket.io-client"

export type SocketPorts = {
  token: () => string | null
  /** A new access token. false: the session is over. */
  renewed: () => Promise<boolean>
  change: (change: Change) => void
  /** Subscribed: what happened since has to be caught up with. */
  subscribed: () => void
  /** Rights have changed. */
  rescoped: () => void
  state: (up: boolean) => void
}

const collectMs = 30

export class LiveSocket {
  readonly #ports: SocketPorts
  #socket: Socket | null = null
  #scopes = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  /** The token that the present connection was opened with. */
  #used: string | null = null

  constructor(ports: SocketPorts) {
    this.#ports = ports
  }

  async start(): Promise<void> {
    const { io } = await import("socket.io-client")
    if (this.#stopped) return
    const socket = io({
      path: "/socket.io",
      auth: (give) => {
        this.#used = this.#ports.token()
        give({ token: this.#used })
      },
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 5000,
    })
    this.#socket = socket
    socket.on("connect", () => this.#subscribe())
    socket.on("change", this.#ports.change)
    socket.on("scopes", () => this.#ports.rescoped())
    socket.on("disconnect", (reason) => {
      this.#ports.state(false)
      // the server ends it when the token expires, the person signs out or an account is closed
      if (reason === "io server disconnect") void this.#reconnect()
    })
    socket.on("connect_error", (error) => {
      this.#ports.state(false)
      if (error.message.startsWith("E_AUTH")) void this.#reconnect()
    })
  }

  /** Tries at once instead of at the next turn. */
  hurry(): void {
    if (this.#socket !== null && !this.#socket.connected) this.#socket.connect()
  }

  scopes(wanted: readonly string[]): void {
    const before = this.#scopes
    this.#scopes = new Set(wanted)
    if (wanted.length === before.size && wanted.every((scope) => before.has(scope))) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#socket?.connected && this.#subscribe(), collectMs)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#socket?.disconnect()
  }

  #subscribe(): void {
    const scopes = [...this.#scopes]
    this.#socket?.timeout(10_000).emit("subscribe", { scopes } satisfies Subscribe, (error: Error | null, _answer: Subscribed) => {
      if (this.#stopped) return
      if (error !== null) return void this.#socket?.disconnect().connect()
      this.#ports.state(true)
      this.#ports.subscribed()
    })
  }

  async #reconnect(): Promise<void> {
    // often only the token has ended, and the next one is there already
    const fresh = this.#ports.token() !== this.#used || (await this.#ports.renewed())
    if (fresh && !this.#stopped) this.#socket?.connect()
  }
}
