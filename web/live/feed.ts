// From pokes to fresh tickets. A poke says that something changed; what it now says is read again through the ordinary endpoints, many at once.
// The cursor repairs what was missed. Nothing is forgotten until it has been read: a reading that fails is tried again.
import type { Change } from "@docket/contract/live"
import type { ListedTicket, Ticket } from "@docket/contract/tickets"
import { toApiError } from "../api/client.ts"
import type { Core } from "./core.ts"

export type FeedPorts = {
  changes: (after: string | undefined) => Promise<{ data: Change[]; cursor: string; more: boolean }>
  many: (ids: readonly string[]) => Promise<ListedTicket[]>
  one: (id: string) => Promise<Ticket>
  /** What a change of this ticket is worth: reading it with its conversation, reading it as a list has it, or nothing. */
  interest: (change: Change, ticketId: string) => "whole" | "listed" | "none"
  /** Something else than a ticket changed, or a count may have. */
  heard: (change: Change) => void
  /** These were read again because somebody changed them. */
  refreshed: (ids: readonly string[]) => void
  /** Too much was missed: everything on the screen is to be read anew. */
  readAnew: () => void
  /** A request went through, or did not. */
  reached: (ok: boolean) => void
  later: (milliseconds: number, action: () => void) => void
}

const batch = 100
/** More than this at once is cheaper read anew, list by list. */
const mostSingly = 500
const viewers = ["assignees", "teamId", "departmentId", "ownerId", "watchers"]
const plainEvents = ["ticket.created", "ticket.updated", "ticket.status_changed"]

export class Feed {
  readonly #core: Core
  readonly #ports: FeedPorts
  /** Up to here everything was taken. Pokes do not move it: they may be lost, and only the log itself knows. */
  #cursor: string | null = null
  /** What pokes brought since, so that catching up does not read it twice. */
  #poked = new Set<string>()
  #wanted = new Map<string, "whole" | "listed">()
  #planned = false
  #retries = 0

  constructor(core: Core, ports: FeedPorts) {
    this.#core = core
    this.#ports = ports
  }

  /** Takes the present place in the log: before anything is read, so that nothing falls in between. */
  async begin(): Promise<void> {
    try {
      this.#cursor = (await this.#ports.changes(undefined)).cursor
      this.#ports.reached(true)
    } catch (thrown) {
      this.#ports.reached(!toApiError(thrown).unreachable)
    }
  }

  /** A poke from the socket. */
  hear(change: Change): void {
    if (this.#poked.has(change.cursor)) return
    this.#poked.add(change.cursor)
    this.#take(change)
  }

  /** Reads what happened since the last time: after every reconnection, when the scopes change, and now and then. */
  async catchUp(): Promise<boolean> {
    try {
      if (this.#cursor === null) await this.#anew()
      else await this.#follow(this.#cursor)
      this.#ports.reached(true)
      if (this.#wanted.size > 0) this.#plan()
      return true
    } catch (thrown) {
      const error = toApiError(thrown)
      this.#ports.reached(!error.unreachable)
      if (this.#cursor === null || (error.status !== 410 && error.status !== 400)) return false
    }
    // too far behind, or another database answers than before
    this.#cursor = null
    return this.catchUp()
  }

  async #follow(after: string): Promise<void> {
    let place = after
    for (let more = true; more; ) {
      const answer = await this.#ports.changes(place)
      for (const change of answer.data) if (!this.#poked.has(change.cursor)) this.#take(change)
      place = answer.cursor
      more = answer.more
      if (this.#wanted.size > mostSingly) return this.#anew()
    }
    this.#cursor = place
    this.#poked = new Set()
  }

  async #anew(): Promise<void> {
    const { cursor } = await this.#ports.changes(undefined)
    this.#cursor = cursor
    this.#wanted = new Map()
    this.#ports.readAnew()
  }

  #take(change: Change): void {
    this.#ports.heard(change)
    const id = change.ticketId
    if (id === null) return
    if (change.event === "ticket.deleted" && this.#core.base(id) === null) return
    const interest = this.#ports.interest(change, id)
    if (interest === "none" || (interest === "listed" && this.#knows(change, id))) return
    this.want(id, interest)
  }

  /** My own change, or one already read: the list's fields are as new as the poke. What decides who may see it is always asked. */
  #knows({ entity, event, fields, version }: Change, id: string): boolean {
    const base = this.#core.base(id)
    if (base === null || version === null || entity !== "ticket" || !plainEvents.includes(event)) return false
    return base.version >= version && !fields.some((field) => viewers.includes(field))
  }

  want(id: string, interest: "whole" | "listed"): void {
    if (this.#wanted.get(id) !== "whole") this.#wanted.set(id, interest)
    this.#plan()
  }

  #plan(): void {
    if (this.#planned) return
    this.#planned = true
    // a window to collect in, and a little chance, so that a hundred browsers do not ask in the same moment
    const wait = this.#retries === 0 ? 25 + Math.random() * 50 : Math.min(30_000, 500 * 2 ** this.#retries)
    this.#ports.later(wait, () => {
      this.#planned = false
      void this.#read()
    })
  }

  async #read(): Promise<void> {
    const wanted = this.#wanted
    this.#wanted = new Map()
    const wholes = [...wanted].filter(([, interest]) => interest === "whole").map(([id]) => id)
    const listed = [...wanted].filter(([, interest]) => interest === "listed").map(([id]) => id)
    const batches = Array.from({ length: Math.ceil(listed.length / batch) }, (_, at) => listed.slice(at * batch, (at + 1) * batch))
    const readings = [...wholes.map((id) => this.#attempt([id], "whole")), ...batches.map((ids) => this.#attempt(ids, "listed"))]
    const outcomes = await Promise.all(readings)
    this.#retries = outcomes.every(Boolean) ? 0 : this.#retries + 1
    if (this.#retries > 0) this.#plan()
  }

  async #attempt(ids: readonly string[], interest: "whole" | "listed"): Promise<boolean> {
    const asOf = this.#core.tick()
    try {
      const found = interest === "whole" ? [await this.#ports.one(ids[0] ?? "")] : await this.#ports.many(ids)
      const there = new Set(found.map(({ id }) => id))
      this.#core.absorb(found, asOf)
      this.#core.absorbGone(
        ids.filter((id) => !there.has(id)),
        asOf,
      )
    } catch (thrown) {
      const { status, unreachable } = toApiError(thrown)
      this.#ports.reached(!unreachable)
      if (status !== 404 && status !== 403) {
        for (const id of ids) if (this.#wanted.get(id) !== "whole") this.#wanted.set(id, interest)
        return false
      }
      this.#core.absorbGone(ids, asOf)
    }
    this.#ports.refreshed(ids)
    return true
  }
}
