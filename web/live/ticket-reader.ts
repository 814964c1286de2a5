// Reads the tickets that are open, by id or key, with their conversation. What a list knew of them is shown at once.
import type { Ticket } from "@docket/contract/tickets"
import { type ApiError, toApiError } from "../api/client.ts"
import type { Core } from "./core.ts"
import type { Ports } from "./ports.ts"

export type TicketView = {
  ticket: Ticket | null
  /** Only what lists carry is known yet: description, conversation and links are still empty. */
  partial: boolean
  status: "loading" | "ready" | "missing" | "error"
  error: ApiError | null
}
type Opened = { open: number; status: TicketView["status"]; error: ApiError | null; view: TicketView | null }
type Around = { begin: () => Promise<void>; rescope: () => void; tell: () => void }

export class TicketReader {
  readonly #core: Core
  readonly #ports: Ports
  readonly #around: Around
  readonly #opened = new Map<string, Opened>()

  constructor(core: Core, ports: Ports, around: Around) {
    this.#core = core
    this.#ports = ports
    this.#around = around
  }

  open(idOrKey: string): () => void {
    const opened = this.#enter(idOrKey)
    opened.open += 1
    if (opened.open === 1) {
      void this.#recall(idOrKey)
      void this.read(idOrKey)
      this.#around.rescope()
    }
    return () => {
      opened.open -= 1
      this.#around.rescope()
    }
  }

  /** Ids of the open ones, as far as they are known. */
  openIds(): string[] {
    const open = [...this.#opened].filter(([, opened]) => opened.open > 0)
    return open.map(([idOrKey]) => this.#core.idOf(idOrKey)).filter((id) => id !== null)
  }

  view(idOrKey: string): TicketView {
    const opened = this.#enter(idOrKey)
    if (opened.view !== null) return opened.view
    const id = this.#core.idOf(idOrKey)
    const partial = id === null || !this.#core.hasTalk(id)
    opened.view = {
      ticket: id === null ? null : this.#core.visibleWhole(id),
      partial,
      status: partial ? opened.status : "ready",
      error: opened.error,
    }
    return opened.view
  }

  async read(idOrKey: string): Promise<void> {
    await this.#around.begin()
    const opened = this.#enter(idOrKey)
    const asOf = this.#core.tick()
    try {
      const ticket = await this.#ports.one(idOrKey)
      this.#core.absorb([ticket], asOf)
      Object.assign(opened, { status: "ready", error: null })
      this.#ports.reached(true)
      this.#ports.remember(ticket.key, { tickets: [ticket], total: null })
      this.#around.rescope()
    } catch (thrown) {
      opened.error = toApiError(thrown)
      const id = this.#core.idOf(idOrKey)
      const missing = opened.error.status === 404 || opened.error.status === 400
      if (missing && id !== null) this.#core.absorbGone([id], asOf)
      opened.status = missing ? "missing" : "error"
      this.#ports.reached(!opened.error.unreachable)
    }
    opened.view = null
    this.#around.tell()
  }

  /** The connection is back: what could not be read is read now. */
  retry(): void {
    for (const [idOrKey, { open, error, status }] of this.#opened)
      if (open > 0 && error !== null && status !== "missing") void this.read(idOrKey)
  }

  readAnew(): void {
    for (const [idOrKey, { open }] of this.#opened) if (open > 0) void this.read(idOrKey)
  }

  /** These tickets say something new, or are gone. */
  changed(ids: ReadonlySet<string>): void {
    for (const [idOrKey, opened] of this.#opened) {
      const id = this.#core.idOf(idOrKey)
      if (id === null || ids.has(id)) opened.view = null
      if (opened.status === "ready" && id === null) opened.status = "missing"
      // it came back: restored, or shared again
      if (opened.status === "missing" && id !== null) {
        opened.status = "loading"
        if (opened.open > 0) void this.read(idOrKey)
      }
    }
  }

  #enter(idOrKey: string): Opened {
    const opened = this.#opened.get(idOrKey) ?? { open: 0, status: "loading", error: null, view: null }
    this.#opened.set(idOrKey, opened)
    return opened
  }

  async #recall(idOrKey: string): Promise<void> {
    const id = this.#core.idOf(idOrKey)
    if (id !== null && this.#core.hasTalk(id)) return
    const kept = await this.#ports.recall(id === null ? idOrKey.toUpperCase() : (this.#core.base(id)?.key ?? idOrKey))
    if (kept !== null) this.#core.absorb(kept.tickets, 0)
  }
}
