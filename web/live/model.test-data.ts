// A model of the server and of a bad network, for the tests: requests and pokes are lost, doubled, delayed and overtaken by others.
// Everything that waits lies in one heap; chance picks what happens next, so that a seed is a whole history.
import type { Change } from "@docket/contract/live"
import type { Comment, ListedTicket, Ticket, TicketQuery } from "@docket/contract/tickets"
import { ApiError } from "../api/request.ts"
import { Engine } from "./engine.ts"
import type { Answer } from "./fetched.ts"
import type { Mutation } from "./mutation.ts"
import type { Ports } from "./ports.ts"
import { comparePlaces, matches, placeOf } from "./query.ts"

export const person = (id: string) => ({ id, name: `Name of ${id}` })
export const project = { id: "p1", key: "WEB", name: "Web" }

export function ticketOf(id: string, given: Partial<ListedTicket> = {}): ListedTicket {
  return {
    ...{ id, key: `WEB-${id.slice(1)}`, version: 1, project, type: "task", title: `Title of ${id}`, status: "todo", statusName: "To do" },
    ...{
      statusCategory: "todo",
      workflowVersionId: "w1",
      priority: "medium",
      impact: null,
      urgency: null,
      category: null,
      subcategory: null,
    },
    ...{
      department: null,
      team: null,
      reporter: person("u0"),
      owner: null,
      assignee: null,
      assignees: [],
      parent: null,
      labels: [],
      startDate: null,
    },
    ...{
      dueDate: null,
      estimate: null,
      progress: 0,
      resolution: null,
      resolutionCode: null,
      reason: null,
      customFields: {},
      source: "web",
    },
    ...{
      externalRef: null,
      rank: id,
      sla: {},
      blocked: false,
      commentCount: 0,
      createdAt: "2026-01-01T00:00:00.000Z",
      firstResponseAt: null,
    },
    ...{ updatedAt: "2026-01-01T00:00:00.000Z", resolvedAt: null, closedAt: null, can: ["edit", "move", "comment"] },
    transitions: [{ to: "done", name: "Finish", statusName: "Done", category: "done", requires: [] }],
    ...given,
  }
}

/** A source of chance that a seed repeats. */
export function chanceOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Row = { ticket: ListedTicket; description: string; comments: Comment[]; hiddenFrom: Set<string>; deleted: boolean }
type Told = Change & { audience: Set<string> }

export class ModelServer {
  readonly rows = new Map<string, Row>()
  readonly log: Told[] = []
  readonly #answers = new Map<string, Answer>()
  #clock = 0
  onEvent: (told: Told) => void = () => undefined

  add(id: string, given: Partial<ListedTicket> = {}): void {
    this.#clock += 1
    const ticket = ticketOf(id, { createdAt: new Date(1.8e12 + this.#clock).toISOString(), ...given })
    this.rows.set(id, { ticket, description: "", comments: [], hiddenFrom: new Set(), deleted: false })
    this.#tell(id, "ticket.created", [], new Set())
  }
  sees(who: string, id: string): boolean {
    const row = this.rows.get(id)
    return row !== undefined && !row.deleted && !row.hiddenFrom.has(who)
  }
  share(who: string, id: string, shared: boolean): void {
    const row = this.rows.get(id)
    if (row === undefined) return
    const before = new Set(row.hiddenFrom)
    if (shared) row.hiddenFrom.delete(who)
    else row.hiddenFrom.add(who)
    row.ticket = { ...row.ticket, version: row.ticket.version + 1 }
    this.#tell(id, "ticket.assigned", ["assignees"], new Set([...before].filter((other) => row.hiddenFrom.has(other))))
  }

  list(who: string, query: TicketQuery): ListedTicket[] {
    const found = [...this.rows.values()].filter(({ ticket }) => this.sees(who, ticket.id) && matches(query, ticket, who) === true)
    return found.map(({ ticket }) => ticket).sort((a, b) => comparePlaces(placeOf(a, query.sort), placeOf(b, query.sort), query.sort))
  }
  one(who: string, id: string): Ticket {
    const row = this.rows.get(id)
    if (row === undefined || !this.sees(who, id)) throw new ApiError(404, "E_TICKET_NOT_FOUND", "There is no such ticket.")
    const timeline = row.comments.map((comment) => ({ kind: "comment" as const, at: comment.createdAt, comment }))
    return {
      ...row.ticket,
      description: row.description,
      watchers: [],
      watching: false,
      links: [],
      children: [],
      comments: row.comments,
      timeline,
    }
  }
  changes(who: string, after: string | undefined) {
    const from = after === undefined ? this.log.length : Number(after)
    const data = this.log.slice(from).filter(({ audience }) => audience.has(who))
    return {
      data: data.slice(0, 20),
      cursor: data[20] === undefined ? String(this.log.length) : (data[19]?.cursor ?? ""),
      more: data.length > 20,
    }
  }

  /** Carries a mutation out, once for each key. */
  write(who: string, mutation: Mutation): Answer {
    const before = this.#answers.get(mutation.id)
    if (before !== undefined) return before
    const answer = this.#carryOut(who, mutation)
    this.#answers.set(mutation.id, answer)
    return answer
  }

  #carryOut(who: string, mutation: Mutation): Answer {
    this.#clock += 1
    const now = new Date(1.8e12 + this.#clock).toISOString()
    if (mutation.kind === "create") {
      const id = `t${this.rows.size + 1}`
      this.add(id, { title: mutation.ticket.title, createdAt: now, rank: id })
      return { ticket: this.one(who, id) }
    }
    const id = mutation.ticketId
    const row = this.rows.get(id)
    if (row === undefined || !this.sees(who, id)) throw new ApiError(404, "E_TICKET_NOT_FOUND", "There is no such ticket.")
    if (mutation.kind === "delete") {
      row.deleted = true
      this.#tell(id, "ticket.deleted", [], row.hiddenFrom)
      return { gone: true }
    }
    if (mutation.kind === "comment") {
      if (mutation.body.includes("refuse")) throw new ApiError(400, "E_VALIDATION_ERROR", "No.")
      const comment: Comment = {
        ...{
          id: `c${this.#clock}`,
          ticketId: id,
          author: person(who),
          parentId: null,
          body: mutation.body,
          visibility: mutation.visibility,
        },
        ...{ mentions: [], reactions: [], edited: false, removed: false, createdAt: now, editedAt: null, can: [] },
      }
      row.comments = [...row.comments, comment]
      row.ticket = { ...row.ticket, commentCount: row.comments.length }
      this.#tell(id, "comment.added", [], row.hiddenFrom)
      return { comment }
    }
    if (mutation.kind !== "change") throw new ApiError(400, "E_VALIDATION_ERROR", "The model does not know this.")
    const { status, title, labels, priority } = mutation.changes
    if (title?.includes("refuse")) throw new ApiError(400, "E_VALIDATION_ERROR", "No.")
    const moved =
      status === undefined ? {} : { status, statusName: status, statusCategory: status === "done" ? ("done" as const) : ("todo" as const) }
    row.ticket = {
      ...{ ...row.ticket, ...moved, ...(title && { title }), ...(labels && { labels }), updatedAt: now, version: row.ticket.version + 1 },
      priority: priority === undefined || priority === "urgent" ? row.ticket.priority : priority,
    }
    this.#tell(id, status === undefined ? "ticket.updated" : "ticket.status_changed", Object.keys(mutation.changes), row.hiddenFrom)
    return { ticket: this.one(who, id) }
  }

  #tell(id: string, event: string, fields: string[], hiddenFrom: ReadonlySet<string>): void {
    const ticket = this.rows.get(id)?.ticket
    const comment = event.startsWith("comment")
    const told: Told = {
      ...{
        cursor: String(this.log.length + 1),
        entity: comment ? "comment" : "ticket",
        id,
        version: comment ? null : (ticket?.version ?? null),
      },
      ...{
        event,
        fields,
        ticketId: id,
        projectId: project.id,
        audience: new Set(["u0", "u1", "u2"].filter((who) => !hiddenFrom.has(who))),
      },
    }
    this.log.push(told)
    this.onEvent(told)
  }
}

/** Whatever waits: a request on its way, an answer on its way back, a poke, a timer. */
export class World {
  readonly server = new ModelServer()
  readonly clients: { who: string; engine: Engine; online: boolean }[] = []
  readonly chance: () => number
  /** 0: a perfect network; 1: everything goes wrong. */
  trouble = 0
  #heap: (() => void)[] = []

  constructor(seed: number) {
    this.chance = chanceOf(seed)
    this.server.onEvent = (told) => {
      for (const client of this.clients) {
        if (!client.online || !told.audience.has(client.who) || this.chance() < this.trouble * 0.3) continue
        for (let copies = this.chance() < this.trouble * 0.2 ? 2 : 1; copies > 0; copies -= 1)
          this.#heap.push(() => client.engine.feed.hear(told))
      }
    }
  }

  join(who: string): Engine {
    const request = async <T>(answer: () => T): Promise<T> => {
      const client = this.clients.find((each) => each.who === who)
      const lost = () => client?.online === false || this.chance() < this.trouble * 0.15
      await this.#turn()
      if (lost()) throw new ApiError(0, "E_OFFLINE", "lost on the way")
      let result: { ok: T } | { no: unknown }
      try {
        result = { ok: structuredClone(answer()) }
      } catch (no) {
        result = { no }
      }
      await this.#turn()
      if (lost()) throw new ApiError(0, "E_OFFLINE", "lost on the way back")
      if ("no" in result) throw result.no
      return result.ok
    }
    const { server } = this
    const ports: Ports = {
      list: (query) =>
        request(() => {
          const all = server.list(who, query)
          const from =
            query.cursor === undefined
              ? 0
              : all.findIndex((t) => comparePlaces(placeOf(t, query.sort), JSON.parse(query.cursor ?? ""), query.sort) > 0)
          const tickets = from < 0 ? [] : all.slice(from, from + (query.limit ?? 25))
          const last = tickets.at(-1)
          const more = last !== undefined && all.at(-1) !== last
          return { tickets, nextCursor: more ? JSON.stringify(placeOf(last, query.sort)) : null, total: query.count ? all.length : null }
        }),
      many: (ids) => request(() => ids.filter((id) => server.sees(who, id)).map((id) => server.one(who, id) as ListedTicket)),
      one: (id) => request(() => server.one(who, id)),
      changes: (after) => request(() => server.changes(who, after)),
      send: (mutation) => request(() => server.write(who, mutation)),
      later: (_milliseconds, action) => void this.#heap.push(action),
      projectIds: () => [project.id],
      ...{ scopes: () => undefined, heard: () => undefined, counted: () => undefined, reached: () => undefined },
      ...{ keep: () => undefined, forget: () => undefined, remember: () => undefined, recall: () => Promise.resolve(null) },
    }
    const engine = new Engine({ me: person(who), nameOf: (id) => `Name of ${id}`, statusOf: () => null }, ports)
    this.clients.push({ who, engine, online: true })
    return engine
  }

  /** Lets chance pick `count` of the things that wait. */
  async run(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      await settle()
      const [next] = this.#heap.splice(Math.floor(this.chance() * this.#heap.length), 1)
      if (next === undefined) return
      next()
    }
    await settle()
  }

  /** Until nothing waits any more. @throws when that does not come */
  async calm(): Promise<void> {
    await this.run(20_000)
    if (this.#heap.length > 0) throw new Error("it never comes to rest")
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => void this.#heap.push(resolve))
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
