// Sends what people do, in order: one at a time for each ticket. Without a connection small intents are kept, here and on disk, and replayed
// in their order with the same keys when it is back; what the server then refuses is listed with its reason and the person's words.
import { ApiError, toApiError } from "../api/client.ts"
import type { Core } from "./core.ts"
import type { Answer, Fetched } from "./fetched.ts"
import { isKeepable, type Mutation } from "./mutation.ts"

export type Refused = { mutation: Mutation; error: ApiError }
export type OutboxPorts = {
  send: (mutation: Mutation) => Promise<Answer>
  /** Reads a ticket as it is now; null when it is gone. */
  reread: (ticketId: string) => Promise<Fetched | null>
  settled: (mutation: Mutation, answer: Answer) => void
  keep: (mutation: Mutation) => void
  forget: (mutation: Mutation) => void
  later: (milliseconds: number, action: () => void) => void
  changed: () => void
}

type Entry = {
  mutation: Mutation
  kept: boolean
  sending: boolean
  tries: number
  done: (answer: Answer | null) => void
  fail: (error: ApiError) => void
}

const mostPatience = 30_000

export class Outbox {
  readonly #core: Core
  readonly #ports: OutboxPorts
  #entries: Entry[] = []
  #refused: readonly Refused[] = []
  #paused = false
  #wait = 1000
  #stopped = false

  constructor(core: Core, ports: OutboxPorts) {
    this.#core = core
    this.#ports = ports
  }

  /** How many changes wait for a connection. */
  waiting(): number {
    return this.#entries.filter(({ kept }) => kept).length
  }
  refused(): readonly Refused[] {
    return this.#refused
  }
  dismiss(id: string): void {
    this.#refused = this.#refused.filter(({ mutation }) => mutation.id !== id)
    this.#ports.changed()
  }

  /** Shows the mutation and sends it. Answers null when it is kept for later. @throws ApiError when it was refused; it is then undone. */
  submit(mutation: Mutation): Promise<Answer | null> {
    if (this.#paused && !isKeepable(mutation)) return Promise.reject(new ApiError(0, "E_OFFLINE", "This needs a connection."))
    this.#core.begin(mutation)
    const settled = new Promise<Answer | null>((done, fail) => {
      this.#entries.push({ mutation, kept: false, sending: false, tries: 0, done, fail })
    })
    if (this.#paused) this.#keep(this.#entries.at(-1) as Entry)
    else this.#pump()
    return settled
  }

  /** What an earlier visit left unsent. */
  restore(mutations: readonly Mutation[]): void {
    for (const mutation of mutations) {
      if (this.#entries.some((entry) => entry.mutation.id === mutation.id)) continue
      this.#core.begin(mutation)
      this.#entries.push({ mutation, kept: true, sending: false, tries: 0, done: () => undefined, fail: () => undefined })
    }
    this.#ports.changed()
    this.#pump()
  }

  /** The connection is back. */
  resume(): void {
    this.#paused = false
    this.#pump()
  }
  stop(): void {
    this.#stopped = true
  }

  #pump(): void {
    if (this.#paused || this.#stopped) return
    const busy = new Set(this.#entries.filter(({ sending }) => sending).map(laneOf))
    const replaying = this.#entries.some(({ kept }) => kept)
    for (const entry of this.#entries) {
      if (!entry.sending && !busy.has(laneOf(entry)) && !(replaying && busy.size > 0)) void this.#send(entry)
      busy.add(laneOf(entry))
    }
  }

  async #send(entry: Entry): Promise<void> {
    const { mutation } = entry
    entry.sending = true
    let asOf = this.#core.tick()
    try {
      let answer = await this.#ports.send(mutation)
      if (entry.kept && "ticket" in answer) {
        // it may have been carried out long ago, when its answer got lost: that answer comes again, and says what was then
        asOf = this.#core.tick()
        const now = await this.#ports.reread(answer.ticket.id)
        answer = now === null ? { gone: true } : { ticket: now }
      }
      this.#remove(entry)
      this.#wait = 1000
      this.#core.settle(mutation, answer, asOf)
      this.#ports.settled(mutation, answer)
      entry.done(answer)
    } catch (thrown) {
      entry.sending = false
      this.#failed(entry, toApiError(thrown))
    }
    this.#ports.changed()
    this.#pump()
  }

  #failed(entry: Entry, error: ApiError): void {
    const { mutation } = entry
    if (error.status === 429 && entry.tries < 5) {
      entry.tries += 1
      entry.sending = true
      this.#ports.later(Math.min(mostPatience, (error.retryAfter ?? 1) * 1000), () => {
        entry.sending = false
        this.#pump()
      })
      return
    }
    if (error.unreachable && isKeepable(mutation)) {
      this.#keep(entry)
      return
    }
    this.#remove(entry)
    this.#core.reject(mutation)
    if (entry.kept) this.#refused = [...this.#refused, { mutation, error }]
    entry.fail(error)
  }

  #keep(entry: Entry): void {
    if (!entry.kept) {
      entry.kept = true
      this.#ports.keep(entry.mutation)
      entry.done(null)
    }
    this.#ports.changed()
    if (this.#paused) return
    this.#paused = true
    this.#ports.later(this.#wait, () => this.resume())
    this.#wait = Math.min(mostPatience, this.#wait * 2)
  }

  #remove(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry)
    if (entry.kept) this.#ports.forget(entry.mutation)
  }
}

/** Changes of one ticket are sent one after the other; a new ticket waits for nobody. */
const laneOf = ({ mutation }: Entry): string => mutation.ticketId || mutation.id
