// The lists on the screen. A list is ids and an order; what its tickets say is the core's. Tickets join, leave and move here without asking the
// server wherever its filter can be decided here. While the pointer or focus is in a list, other people's changes do not move its rows.
import type { ListedTicket, TicketQuery } from "@docket/contract/tickets"
import type { Core } from "./core.ts"
import { difference, type List, type ListView, newList, type Page } from "./list-state.ts"
import { comparePlaces, matches, placeOf } from "./query.ts"

/** Lists that nobody shows any more are kept for the way back, up to so many. */
const mostRemembered = 60

export class Lists {
  readonly #core: Core
  readonly #me: string
  readonly #lists = new Map<string, List>()

  constructor(core: Core, me: string) {
    this.#core = core
    this.#me = me
  }

  get(name: string): List | undefined {
    return this.#lists.get(name)
  }
  open(): List[] {
    return [...this.#lists.values()].filter((list) => list.open > 0)
  }
  enter(name: string, query: TicketQuery): List {
    const list = this.#lists.get(name) ?? newList(name, query)
    this.#lists.set(name, list)
    if (this.#lists.size > mostRemembered) this.#forgetOldest()
    return list
  }

  #forgetOldest(): void {
    const [oldest] = [...this.#lists].find(([, { open }]) => open === 0) ?? []
    if (oldest !== undefined) this.#lists.delete(oldest)
  }

  /** What a reading of the list brought: `pages` from its beginning, or one more page at its end. */
  read(list: List, page: Page, asOf: number, atEnd: boolean): void {
    if (asOf < list.asOf && !atEnd) return
    const ids = page.tickets.map(({ id }) => id)
    if (atEnd) for (const id of ids) list.candidates.add(id)
    // what was read from the server after this reading began stays, though this reading does not know it
    else list.candidates = new Set([...ids, ...[...list.candidates].filter((id) => this.#core.asOf(id) > asOf)])
    const last = page.tickets.at(-1)
    list.cursor = page.nextCursor
    list.edge = page.nextCursor === null || last === undefined ? null : placeOf(last, list.query.sort)
    if (page.total !== null) this.count(list, page.total, asOf)
    if (!atEnd) list.asOf = asOf
    Object.assign(list, { status: "ready", error: null })
    this.arrange(list)
  }

  /** How many there are, as of when it was asked: an answer that was overtaken does not count. */
  count(list: List, total: number, asOf: number): void {
    if (asOf < list.countedAsOf) return
    Object.assign(list, { total, countedAsOf: asOf, view: null })
  }

  /** These tickets say something new. `mine`: by my own doing, which is shown wherever the pointer is. Answers the lists that changed. */
  changed(ids: Iterable<string>, mine: boolean): List[] {
    return this.open().filter((list) => {
      let concerned = false
      for (const id of ids) {
        const ticket = this.#core.visible(id)
        if (
          ticket !== null &&
          !list.candidates.has(id) &&
          matches(list.query, ticket, this.#me) === true &&
          (mine || this.#core.asOf(id) > list.asOf)
        )
          list.candidates.add(id)
        if (!list.candidates.has(id)) continue
        concerned = true
        if (list.held && mine) this.#place(list, id)
      }
      if (concerned) this.#refreshView(list)
      return concerned
    })
  }

  /** Might a change of this ticket concern the list although it is not in it? Where that cannot be told here the server has to be asked. */
  unsure(ticket: ListedTicket): List[] {
    return this.open().filter((list) => !list.candidates.has(ticket.id) && matches(list.query, ticket, this.#me) === null)
  }

  hold(list: List, held: boolean): boolean {
    if (list.held === held) return false
    list.held = held
    if (!held) this.#refreshView(list)
    return !held
  }

  /** Puts everything where it belongs now. */
  arrange(list: List): void {
    list.shown = this.#ordered(list)
    list.view = null
  }

  touch(list: List, touched: ReadonlySet<string>): void {
    list.touched = touched
    list.view = null
  }

  view(list: List): ListView {
    if (list.view !== null) return list.view
    const tickets = list.shown.map((id) => this.#core.visible(id)).filter((ticket) => ticket !== null)
    const { total, status, error, cursor, loadingMore, touched } = list
    const order = list.held ? this.#ordered(list) : list.shown
    list.view = {
      ...{ ids: tickets.map(({ id }) => id), tickets, status, error, touched, loadingMore },
      total: status === "ready" && cursor === null && list.asOf > 0 ? order.length : total && Math.max(total, order.length),
      hasMore: cursor !== null,
      moved: list.held ? difference(list.shown, order) : 0,
    }
    return list.view
  }

  #refreshView(list: List): void {
    if (list.held) list.shown = list.shown.filter((id) => this.#core.visible(id) !== null)
    else list.shown = this.#ordered(list)
    list.view = null
  }

  #ordered(list: List): string[] {
    const { sort } = list.query
    return [...list.candidates]
      .map((id) => this.#core.visible(id))
      .filter((ticket) => ticket !== null && matches(list.query, ticket, this.#me) !== false)
      .map((ticket) => placeOf(ticket as ListedTicket, sort))
      .filter((place) => list.edge === null || comparePlaces(place, list.edge, sort) <= 0)
      .sort((a, b) => comparePlaces(a, b, sort))
      .map(([, id]) => id)
  }

  /** Moves one row alone to its place, or takes it out. */
  #place(list: List, id: string): void {
    const order = this.#ordered(list)
    const others = list.shown.filter((shown) => shown !== id)
    const at = order.indexOf(id)
    const before = new Set(order.slice(0, Math.max(0, at)))
    const behind = others.findLastIndex((other) => before.has(other))
    list.shown = at < 0 ? others : [...others.slice(0, behind + 1), id, ...others.slice(behind + 1)]
  }
}
