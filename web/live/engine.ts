// One signed-in person's live data: the core, the lists and tickets that are open, the feed that keeps them fresh and the outbox that sends.
// All of the outside comes in as ports, so that the tests run many of these against one model of a server.
import type { Change } from "@docket/contract/live"
import { Core } from "./core.ts"
import { Feed } from "./feed.ts"
import { ListReader } from "./list-reader.ts"
import type { List } from "./list-state.ts"
import type { Look } from "./mutation.ts"
import { Outbox } from "./outbox.ts"
import type { Ports } from "./ports.ts"
import { TicketReader } from "./ticket-reader.ts"

export class Engine {
  readonly me: Look["me"]
  readonly core: Core
  readonly lists: ListReader
  readonly tickets: TicketReader
  readonly feed: Feed
  readonly outbox: Outbox
  readonly #ports: Ports
  readonly #listeners = new Set<() => void>()
  #begun: Promise<void> | null = null
  #followed: readonly string[] = []

  constructor(look: Look, ports: Ports) {
    this.me = look.me
    this.#ports = ports
    const around = { begin: () => this.begin(), rescope: () => this.rescope(), tell: () => this.#tell() }
    this.core = new Core(look)
    this.lists = new ListReader(this.core, look.me.id, ports, around)
    this.tickets = new TicketReader(this.core, ports, around)
    this.feed = new Feed(this.core, {
      ...ports,
      interest: (change, ticketId) => this.#interest(change, ticketId),
      heard: (change) => (change.ticketId === null ? ports.heard(change) : ports.counted(change.projectId)),
      refreshed: (ids) => this.lists.refreshed(ids),
      readAnew: () => this.readAnew(),
    })
    this.outbox = new Outbox(this.core, {
      ...ports,
      send: (mutation) => ports.send(mutation, this.core),
      reread: async (id) => (await ports.many([id]))[0] ?? null,
      // a part was answered: the whole is read once more, because readings on their way no longer count
      settled: ({ ticketId }, answer) => "ticket" in answer || "gone" in answer || this.feed.want(ticketId, this.#worth(ticketId)),
      changed: () => this.#tell(),
    })
    this.core.subscribe((ids, mine) => {
      this.lists.changed(ids, mine)
      this.tickets.changed(ids)
      this.#tell()
    })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The place in the log is taken once, before the first reading. */
  begin(): Promise<void> {
    this.#begun ??= this.feed.begin()
    return this.#begun
  }

  /** After every reconnection, when the scopes have changed, and now and then: what was missed comes in, what waits goes out. */
  async catchUp(): Promise<boolean> {
    await this.begin()
    if (!(await this.feed.catchUp())) return false
    this.lists.retry()
    this.tickets.retry()
    this.outbox.resume()
    return true
  }

  /** Everything on the screen, from the beginning. */
  readAnew(): void {
    for (const list of this.lists.lists.open()) void this.lists.read(list)
    this.tickets.readAnew()
    this.#ports.counted(null)
  }

  /** Projects whose counts are on the screen, whatever is open. */
  follow(projectIds: readonly string[]): void {
    this.#followed = projectIds
    this.rescope()
  }

  /** Says which scopes the screen needs. */
  rescope(): void {
    const tickets = this.tickets.openIds().map((id) => `ticket:${id}`)
    const open = this.lists.lists.open().flatMap((list) => this.#projectsOf(list))
    const projects = [...open, ...this.#followed].map((id) => `project:${id}`)
    this.#ports.scopes([...new Set(["me", ...tickets, ...projects])])
  }

  #interest(change: Change, ticketId: string): "whole" | "listed" | "none" {
    if (this.#worth(ticketId) === "whole") return "whole"
    const concerns = (list: List) =>
      list.candidates.has(ticketId) ||
      list.query.project === undefined ||
      change.projectId === null ||
      this.#ports.projectIds(list.query.project).includes(change.projectId)
    return this.lists.lists.open().some(concerns) ? "listed" : "none"
  }

  #worth(ticketId: string): "whole" | "listed" {
    return this.tickets.openIds().includes(ticketId) ? "whole" : "listed"
  }

  /** What concerns oneself is told anyway. */
  #projectsOf({ query }: List): readonly string[] {
    const own = [query.assignee, query.reporter].some((people) => people?.length === 1 && people[0] === "me")
    return own && query.project === undefined ? [] : this.#ports.projectIds(query.project)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
