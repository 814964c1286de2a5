// The tickets that this browser knows: what the server said, and on top of it what the person did and the server has not answered yet.
// Visible state = base + pending mutations replayed in their order. No React, no network, no clock: the property test drives it directly.
import type { ListedTicket, Ticket } from "@docket/contract/tickets"
import { type Answer, type Fetched, type Held, isNews, listedOf } from "./fetched.ts"
import { type Look, type Mutation, overlay, overlayTalk, overlayWhole, type Talk, type Whole, withComment } from "./mutation.ts"

/** `mine`: by this person's own doing here, not by what was read. */
type Listener = (ids: ReadonlySet<string>, mine: boolean) => void

export class Core {
  readonly #look: Look
  readonly #listed = new Map<string, Held<ListedTicket>>()
  readonly #whole = new Map<string, Held<Whole>>()
  readonly #talk = new Map<string, { value: Talk; asOf: number }>()
  readonly #gone = new Map<string, number>()
  readonly #ids = new Map<string, string>()
  /** The version at which this person's last change was answered. */
  readonly #settled = new Map<string, number>()
  #pending: readonly Mutation[] = []
  #time = 0
  #depth = 0
  #dirty = new Set<string>()
  #mine = false
  readonly #shownListed = new Map<string, ListedTicket>()
  readonly #shownWhole = new Map<string, Ticket>()
  readonly #listeners = new Set<Listener>()

  constructor(look: Look) {
    this.#look = look
  }

  /** Every request takes its place in time when it starts: of two answers about the same version the one asked for later is right. */
  tick(): number {
    this.#time += 1
    return this.#time
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes in what the server said. Versions only move forward, and what was found gone stays so for questions asked earlier. */
  absorb(tickets: readonly Fetched[], asOf: number): void {
    this.#change(() => {
      for (const ticket of tickets) this.#absorbOne(ticket, asOf)
    })
  }

  /** These did not come back: they are deleted, or may no longer be read. Nothing of them stays. */
  absorbGone(ids: readonly string[], asOf: number): void {
    this.#change(() => {
      for (const id of ids) {
        if ((this.#listed.get(id)?.asOf ?? -1) > asOf) continue
        this.#gone.set(id, asOf)
        this.#listed.delete(id)
        this.#whole.delete(id)
        this.#talk.delete(id)
        this.#dirty.add(id)
      }
    })
  }

  /** Shows a mutation at once, on top of what is there. */
  begin(mutation: Mutation): void {
    this.#change(() => {
      this.#pending = [...this.#pending, mutation]
      this.#dirty.add(mutation.ticketId)
    }, true)
  }

  /** The server accepted: its answer takes the mutation's place in one step, so that nothing flickers. */
  settle(mutation: Mutation, answer: Answer, asOf: number): void {
    this.#change(() => {
      this.#drop(mutation)
      if ("ticket" in answer) this.#absorbOne(answer.ticket, asOf)
      else if ("gone" in answer) this.absorbGone([mutation.ticketId], this.tick())
      else this.#settleInside(mutation, answer)
      this.#settled.set(mutation.ticketId, this.#listed.get(mutation.ticketId)?.version ?? 0)
    }, true)
  }

  /** The server refused: this mutation is undone, alone. Later ones are replayed without it. */
  reject(mutation: Mutation): void {
    this.#change(() => this.#drop(mutation), true)
  }

  pending(): readonly Mutation[] {
    return this.#pending
  }
  idOf(idOrKey: string): string | null {
    const id = this.#ids.get(idOrKey.toUpperCase()) ?? idOrKey
    return this.#listed.has(id) ? id : null
  }
  /** What the server said last, without one's own changes. */
  base(id: string): (ListedTicket & Partial<Whole>) | null {
    const listed = this.#listed.get(id)
    return listed === undefined ? null : { ...listed.value, ...this.#whole.get(id)?.value }
  }
  asOf(id: string): number {
    return this.#listed.get(id)?.asOf ?? -1
  }
  /** Is what was read of it now only the echo of one's own change? Answered once. */
  isEcho(id: string): boolean {
    const version = this.#settled.get(id)
    return this.#settled.delete(id) && version === this.#listed.get(id)?.version
  }
  hasTalk(id: string): boolean {
    return this.#talk.has(id)
  }

  visible(id: string): ListedTicket | null {
    const shown = this.#shownListed.get(id)
    if (shown !== undefined) return shown
    const base = this.#listed.get(id)
    if (base === undefined) return null
    const ticket = this.#replay(id, base.value, overlay)
    this.#shownListed.set(id, ticket)
    return ticket
  }

  /** The whole ticket; where only the list's fields are known the rest is empty (see `hasTalk`). */
  visibleWhole(id: string): Ticket | null {
    const shown = this.#shownWhole.get(id)
    if (shown !== undefined) return shown
    const listed = this.visible(id)
    if (listed === null) return null
    const whole = this.#replay(id, this.#whole.get(id)?.value ?? { description: "", watchers: [], watching: false }, overlayWhole)
    const talk = this.#replay(id, this.#talk.get(id)?.value ?? { links: [], children: [], comments: [], timeline: [] }, overlayTalk)
    const ticket: Ticket = { ...listed, ...whole, ...talk }
    this.#shownWhole.set(id, ticket)
    return ticket
  }

  held(): IterableIterator<string> {
    return this.#listed.keys()
  }

  #replay<T>(id: string, base: T, step: (value: T, mutation: Mutation, look: Look) => T): T {
    return this.#pending.reduce((value, mutation) => (mutation.ticketId === id ? step(value, mutation, this.#look) : value), base)
  }

  #absorbOne(ticket: Fetched, asOf: number): void {
    const { id, version } = ticket
    if (asOf <= (this.#gone.get(id) ?? -1)) return
    this.#gone.delete(id)
    this.#ids.set(ticket.key, id)
    if (isNews(this.#listed.get(id), version, asOf)) this.#listed.set(id, { value: listedOf(ticket), version, asOf })
    if ("description" in ticket && isNews(this.#whole.get(id), version, asOf)) {
      const { description, watchers, watching } = ticket
      this.#whole.set(id, { value: { description, watchers, watching }, version, asOf })
    }
    if ("timeline" in ticket && asOf >= (this.#talk.get(id)?.asOf ?? -1)) {
      const { links, children, comments, timeline } = ticket
      this.#talk.set(id, { value: { links, children, comments, timeline }, asOf })
    }
    this.#dirty.add(id)
  }

  /** The answer tells of a part: it is put into its place, and answers asked for before it no longer count. */
  #settleInside(mutation: Mutation, answer: Answer): void {
    const id = mutation.ticketId
    const talk = this.#talk.get(id)
    if (talk !== undefined) {
      const value = "comment" in answer ? withComment(talk.value, answer.comment) : overlayTalk(talk.value, mutation, this.#look)
      this.#talk.set(id, { value, asOf: this.tick() })
    }
    const whole = this.#whole.get(id)
    if (whole !== undefined) this.#whole.set(id, { ...whole, value: overlayWhole(whole.value, mutation, this.#look), asOf: this.tick() })
  }

  #drop(mutation: Mutation): void {
    this.#pending = this.#pending.filter(({ id }) => id !== mutation.id)
    this.#dirty.add(mutation.ticketId)
  }

  #change(action: () => void, mine = false): void {
    this.#depth += 1
    this.#mine ||= mine
    try {
      action()
    } finally {
      this.#depth -= 1
      for (const id of this.#dirty) {
        this.#shownListed.delete(id)
        this.#shownWhole.delete(id)
      }
      if (this.#depth === 0 && this.#dirty.size > 0) {
        const [ids, byMe] = [this.#dirty, this.#mine]
        this.#dirty = new Set()
        for (const listener of this.#listeners) listener(ids, byMe)
      }
      if (this.#depth === 0) this.#mine = false
    }
  }
}
