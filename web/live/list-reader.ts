// Reads the lists that are open: their first page, more of them, their count, and all of it again when it is asked for.
import type { TicketQuery } from "@docket/contract/tickets"
import { type ApiError, toApiError } from "../api/client.ts"
import type { Core } from "./core.ts"
import type { List, ListView, Page } from "./list-state.ts"
import { Lists } from "./lists.ts"
import type { Ports } from "./ports.ts"
import { matches, nameOf } from "./query.ts"

const touchedMs = 1400
const mostAtOnce = 100
const usualPage = 50

type Around = { begin: () => Promise<void>; rescope: () => void; tell: () => void }

export class ListReader {
  readonly lists: Lists
  readonly #core: Core
  readonly #me: string
  readonly #ports: Ports
  readonly #around: Around
  readonly #planned = new Set<string>()

  constructor(core: Core, me: string, ports: Ports, around: Around) {
    this.lists = new Lists(core, me)
    this.#core = core
    this.#me = me
    this.#ports = ports
    this.#around = around
  }

  open(query: TicketQuery): () => void {
    const list = this.get(query)
    list.open += 1
    if (list.open === 1) {
      this.lists.arrange(list)
      void this.#recall(list)
      void this.read(list)
      this.#around.rescope()
    }
    return () => {
      list.open -= 1
      if (list.open === 0) this.lists.hold(list, false)
      this.#around.rescope()
    }
  }

  get(query: TicketQuery): List {
    return this.lists.enter(nameOf(query), query)
  }
  view(query: TicketQuery): ListView {
    return this.lists.view(this.get(query))
  }
  hold(query: TicketQuery, held: boolean): void {
    if (this.lists.hold(this.get(query), held)) this.#around.tell()
  }

  /** From its beginning, as far as it was read before. */
  async read(list: List): Promise<void> {
    await this.#around.begin()
    const asOf = this.#core.tick()
    try {
      let page = await this.#page(list, Math.min(mostAtOnce, list.wanted))
      const { total } = page
      const tickets = [...page.tickets]
      while (page.nextCursor !== null && tickets.length < list.wanted) {
        page = await this.#page(list, Math.min(mostAtOnce, list.wanted - tickets.length), page.nextCursor)
        tickets.push(...page.tickets)
      }
      this.#core.absorb(tickets, asOf)
      this.lists.read(list, { tickets, nextCursor: page.nextCursor, total }, asOf, false)
      this.#ports.remember(list.name, { tickets: tickets.slice(0, mostAtOnce), total })
    } catch (thrown) {
      this.#failed(list, toApiError(thrown))
    }
    this.#around.tell()
  }

  async more(list: List): Promise<void> {
    if (list.cursor === null || list.loadingMore) return
    const show = (loadingMore: boolean) => {
      Object.assign(list, { loadingMore, view: null })
      this.#around.tell()
    }
    show(true)
    const asOf = this.#core.tick()
    const size = Math.min(mostAtOnce, list.query.limit ?? usualPage)
    try {
      const page = await this.#page(list, size, list.cursor)
      list.wanted += size
      this.#core.absorb(page.tickets, asOf)
      this.lists.read(list, { ...page, total: null }, asOf, true)
    } catch (thrown) {
      this.#failed(list, toApiError(thrown))
    }
    show(false)
  }

  /** These tickets were read again because somebody changed them. */
  refreshed(ids: readonly string[]): void {
    const others = ids.filter((id) => !this.#core.isEcho(id))
    const tickets = ids.map((id) => this.#core.visible(id)).filter((ticket) => ticket !== null)
    for (const list of this.lists.open()) {
      this.#touch(
        list,
        others.filter((id) => list.candidates.has(id)),
      )
      const unsure = tickets.some((ticket) => !list.candidates.has(ticket.id) && matches(list.query, ticket, this.#me) === null)
      if (unsure) this.#soon(`list ${list.name}`, () => this.read(list))
    }
  }

  /** These tickets say something new: the lists that may hold them are made anew, and counted where not all of it was read. */
  changed(ids: ReadonlySet<string>, mine: boolean): void {
    this.lists.changed(ids, mine)
    for (const list of this.lists.open())
      if (list.query.count === true && list.cursor !== null) this.#soon(`count ${list.name}`, () => this.#count(list))
  }

  /** The connection is back: what could not be read is read now. */
  retry(): void {
    for (const list of this.lists.open()) {
      if (list.error !== null) void this.read(list)
      else if (list.uncountedAsOf > list.countedAsOf) void this.#count(list)
    }
  }

  #touch(list: List, ids: readonly string[]): void {
    if (ids.length === 0) return
    this.lists.touch(list, new Set([...list.touched, ...ids]))
    this.#around.tell()
    this.#ports.later(touchedMs, () => {
      this.lists.touch(list, new Set([...list.touched].filter((id) => !ids.includes(id))))
      this.#around.tell()
    })
  }

  async #page(list: List, limit: number, cursor?: string): Promise<Page> {
    const page = await this.#ports.list({ ...list.query, limit, cursor, count: cursor === undefined ? list.query.count : undefined })
    this.#ports.reached(true)
    return page
  }

  #failed(list: List, error: ApiError): void {
    this.#ports.reached(!error.unreachable)
    Object.assign(list, { error, view: null, status: list.status === "ready" ? "ready" : "error" })
  }

  async #count(list: List): Promise<void> {
    const asOf = this.#core.tick()
    const page = await this.#page(list, 1).catch(() => null)
    if (page?.total == null) list.uncountedAsOf = Math.max(asOf, list.uncountedAsOf)
    else this.lists.count(list, page.total, asOf)
    this.#around.tell()
  }

  async #recall(list: List): Promise<void> {
    if (list.asOf >= 0) return
    const kept = await this.#ports.recall(list.name)
    if (kept === null || list.asOf >= 0) return
    this.#core.absorb(kept.tickets, 0)
    this.lists.read(list, { tickets: kept.tickets, nextCursor: null, total: kept.total }, 0, false)
    this.#around.tell()
  }

  /** Once for all that comes within a second. */
  #soon(name: string, action: () => Promise<void>): void {
    if (this.#planned.has(name)) return
    this.#planned.add(name)
    this.#ports.later(1000, () => {
      this.#planned.delete(name)
      void action()
    })
  }
}
