// What has to be there before a journey begins, made through the API: quicker than by hand, and not what the journey is about.
import type { DemoRole } from "@docket/contract/identity"
import type { ChangedTicket, NewTicket } from "@docket/contract/tickets"

const api = "/api/v1"

export class Given {
  readonly #address: string
  readonly #tokens = new Map<DemoRole, Promise<string>>()

  constructor(address: string) {
    this.#address = address
  }

  async ticket(by: DemoRole, ticket: NewTicket): Promise<ChangedTicket> {
    return this.ask(by, "POST", "/tickets", ticket)
  }

  /** Any call of the API. @throws when it is refused */
  async ask<Answer>(by: DemoRole, method: "GET" | "POST" | "PATCH", path: string, body?: object): Promise<Answer> {
    if (!this.#tokens.has(by)) this.#tokens.set(by, this.#token(by))
    return this.#send(method, path, body, { authorization: `Bearer ${await this.#tokens.get(by)}` })
  }

  async #token(role: DemoRole): Promise<string> {
    return (await this.#send<{ accessToken: string }>("POST", "/auth/demo-login", { role })).accessToken
  }

  async #send<Answer>(method: string, path: string, body: object | undefined, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${this.#address}${api}${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Answer
  }
}
