import type { Endpoint } from "./endpoint.ts"

/** What a personal access token may be limited to: a kind of thing, to read or also to change. Beyond its owner's rights it never goes. */
export const scopes = [
  "tickets:read",
  "tickets:write",
  "projects:read",
  "projects:write",
  "workflows:read",
  "workflows:write",
  "people:read",
  "people:write",
  "organization:read",
  "organization:write",
] as const
export type Scope = (typeof scopes)[number]

/** THE table: an endpoint's tag says which kind of thing it is about. Null is for people alone: no token gets there. */
export const resourceOfTag: Record<string, "tickets" | "projects" | "workflows" | "people" | "organization" | null> = {
  Tickets: "tickets",
  "Tasks, stories, epics": "tickets",
  Projects: "projects",
  Workflows: "workflows",
  People: "people",
  Organisation: "organization",
  "Sign-in": null,
  Live: null,
}

/** Whoever must set up a second factor first may do that, and nothing else. */
export const enrolOnly = "second-factor:enrol"
const enrolling = ["secondFactor", "beginSecondFactor", "confirmSecondFactor", "reauthenticate", "logout"]

/** The scopes each of which allows this call to somebody who is limited to scopes; null where every scope does. What no table names is refused. */
export function scopesFor({ id, tag, method }: Pick<Endpoint, "id" | "tag" | "method">): readonly string[] | null {
  if (id === "me") return null
  if (enrolling.includes(id)) return [enrolOnly]
  const resource = resourceOfTag[tag] ?? null
  if (resource === null) return []
  return method === "GET" ? [`${resource}:read`, `${resource}:write`] : [`${resource}:write`]
}
