// What an access token may do, as a choice for each kind of thing. Pure.
import { type Scope, scopes } from "@docket/contract/scopes"
import { t } from "../../words/words.ts"

export const things = ["tickets", "projects", "workflows", "people", "organization"] as const
export type Thing = (typeof things)[number]
export const accesses = ["none", "read", "write"] as const
export type Access = (typeof accesses)[number]
export type Choice = Record<Thing, Access>

export const nothing: Choice = { tickets: "none", projects: "none", workflows: "none", people: "none", organization: "none" }

/** Who may change a thing may read it: one scope for each. */
export const scopesOf = (choice: Choice): Scope[] => scopes.filter((scope) => things.some((thing) => scope === `${thing}:${choice[thing]}`))

/** "Tickets and comments: read and change. People: read." */
export function scopeWords(given: readonly Scope[]): string {
  const words = t.account.tokens
  return things
    .map((thing) => [thing, given.includes(`${thing}:write`) ? "write" : given.includes(`${thing}:read`) ? "read" : "none"] as const)
    .filter(([, access]) => access !== "none")
    .map(([thing, access]) => `${words.things[thing]}: ${words.access[access].toLowerCase()}.`)
    .join(" ")
}
