/** A client that remembers what it has asked for and what it was told, and holds the server to it after every accident. */
import { randomUUID } from "node:crypto"
import type pg from "pg"
import type { Crew, DocketProcess } from "./docket-process.ts"
import { type Chance, chance } from "./fuzz-values.ts"

type Kind = "raise" | "reply" | "note" | "claim" | "label"
type Deed = {
  kind: Kind
  who: "agent" | "employee"
  method: string
  path: string
  body?: unknown
  key: string
  mark: string
  ticket: Ticket | null
}
type Ticket = { id: string; key: string; claimed: boolean }
type Told = { status: number; id: string; key?: string }

export class Witness {
  readonly #crew: Crew
  readonly #k: Chance
  readonly #tickets: Ticket[] = []
  readonly #told = new Map<Deed, Told>()
  /** Sent, and no answer came. */
  readonly #open = new Set<Deed>()
  #deeds = 0

  constructor(crew: Crew, seed: number) {
    this.#crew = crew
    this.#k = chance(seed)
  }

  get told(): number {
    return this.#told.size
  }
  get open(): number {
    return this.#open.size
  }

  /** Does one thing after the other until the server is gone. @throws where it answers anything but yes */
  async work(docket: DocketProcess): Promise<void> {
    while (await this.#attempt(docket, this.#next()));
  }

  /** Asks once more for everything that got no answer, with the same keys; then again for some that did, which must hear the same. */
  async askAgain(docket: DocketProcess): Promise<void> {
    for (const deed of [...this.#open])
      if (!(await this.#attempt(docket, deed))) throw new Error(`no answer to ${deed.mark}, and no accident`)
    for (const [deed, before] of [...this.#told].slice(-5)) {
      const { status, body } = await this.#send(docket, deed)
      if (status !== before.status || body.id !== before.id)
        throw new Error(`${deed.mark} was answered twice, differently: ${JSON.stringify([before, status, body])}`)
    }
  }

  #next(): Deed {
    this.#deeds += 1
    const mark = `witness-${this.#deeds}-${randomUUID()}`
    const unclaimed = this.#tickets.find(({ claimed }) => !claimed)
    const kind: Kind =
      this.#tickets.length < 3 ? "raise" : this.#k.of(["raise", "reply", "note", "label", ...(unclaimed ? (["claim"] as const) : [])])
    const ticket = kind === "raise" ? null : kind === "claim" ? unclaimed! : this.#k.of(this.#tickets)
    if (kind === "claim" && ticket !== null) ticket.claimed = true
    const path = `/tickets/${ticket?.id}`
    const deeds: Record<Kind, Pick<Deed, "who" | "method" | "path" | "body">> = {
      raise: { who: "employee", method: "POST", path: "/tickets", body: { title: mark } },
      reply: { who: "employee", method: "POST", path: `${path}/comments`, body: { body: mark } },
      note: { who: "agent", method: "POST", path: `${path}/comments`, body: { body: mark, visibility: "internal" } },
      claim: { who: "agent", method: "POST", path: `${path}/claim` },
      label: { who: "agent", method: "PATCH", path, body: { labels: [mark.slice(0, 30)] } },
    }
    return { kind, ticket, mark, key: mark, ...deeds[kind] }
  }

  #send = (docket: DocketProcess, { who, method, path, body, key }: Deed) =>
    docket.call<{ id: string; key?: string }>(method, path, { as: this.#crew[who].token, key, ...(body === undefined ? {} : { body }) })

  async #attempt(docket: DocketProcess, deed: Deed): Promise<boolean> {
    this.#open.add(deed)
    const reply = await this.#send(docket, deed).catch(() => null)
    if (reply === null || reply.status === 503) return false
    const { status, body } = reply
    if (status >= 300) throw new Error(`${deed.kind}: ${status} ${JSON.stringify(body)}\n${docket.output().slice(-2000)}`)
    this.#open.delete(deed)
    this.#told.set(deed, { status, id: body.id, ...(body.key === undefined ? {} : { key: body.key }) })
    if (deed.kind === "raise") this.#tickets.push({ id: body.id, key: body.key ?? "", claimed: false })
    return true
  }

  /** Everything that does not agree with what the server has said: lost, done twice, or never asked for. */
  async disagreements(pool: Pick<pg.Pool, "query">): Promise<string[]> {
    const found: string[] = []
    const count = async (text: string, values: unknown[]) => Number((await pool.query(text, values)).rows[0].n)
    const proofs: Record<Kind, (deed: Deed, told: Told) => Promise<number>> = {
      raise: ({ mark }, { id, key }) =>
        count("select count(*) as n from tickets where title = $1 and id = $2 and key = $3", [mark, id, key]),
      reply: ({ mark }, { id }) =>
        count("select count(*) as n from comments where body = $1 and id = $2 and visibility = 'public'", [mark, id]),
      note: ({ mark }, { id }) =>
        count("select count(*) as n from comments where body = $1 and id = $2 and visibility = 'internal'", [mark, id]),
      claim: ({ ticket }) => count("select count(*) as n from events where name = 'ticket.claimed' and ticket_id = $1", [ticket?.id]),
      label: ({ mark, ticket }) =>
        count(
          "select count(*) as n from events where name = 'ticket.updated' and ticket_id = $1 and data -> 'changes' -> 'labels' -> 1 ? $2",
          [ticket?.id, mark.slice(0, 30)],
        ),
    }
    for (const [deed, told] of this.#told) {
      const times = await proofs[deed.kind](deed, told)
      if (times !== 1) found.push(`${deed.kind} ${deed.mark} was acknowledged and happened ${times} times`)
    }
    const of = (...kinds: Kind[]) => [...this.#told.keys()].filter(({ kind }) => kinds.includes(kind)).length
    const kept = {
      tickets: [await count("select count(*) as n from tickets", []), of("raise")],
      comments: [await count("select count(*) as n from comments", []), of("reply", "note")],
      claims: [await count("select count(*) as n from events where name = 'ticket.claimed'", []), of("claim")],
    }
    for (const [what, [there, wanted]] of Object.entries(kept))
      if (there !== wanted) found.push(`${there} ${what} are there, ${wanted} were wanted`)
    return found
  }
}
