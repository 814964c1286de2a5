import type { Ref } from "@docket/contract/shapes"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import type { Listener } from "#platform/events"
import { perRuntime } from "#platform/runtime"
import { RecentlyUsed } from "./recently-used.ts"

type Inside = Pick<Ctx, "runtime" | "db" | "happened">

/** `changes` counts renames: what was read before one is not kept after it. */
const memory = perRuntime(() => ({ names: new RecentlyUsed<string, Ref>(20_000), changes: 0 }))

/** What people are called, whoever they are: from memory, the missing ones in one query. Unknown ids are left out. */
export async function peopleNames({ runtime, db, happened }: Inside, ids: Iterable<string>): Promise<Map<string, Ref>> {
  const kept = memory(runtime)
  const found = new Map<string, Ref>()
  const missing = new Set<string>()
  for (const id of ids) {
    const name = kept.names.get(id)
    if (name === undefined) missing.add(id)
    else found.set(id, name)
  }
  if (missing.size === 0) return found
  const before = kept.changes
  // a rename that is not yet committed is nobody else's business
  const renamedHere = happened.some(({ name }) => name === "user.updated")
  const people = await rows<Ref>(
    db,
    "select id, full_name as name from users where id = any($1::uuid[])",
    [[...missing]],
    "names_of_people",
  )
  for (const person of people) {
    found.set(person.id, person)
    if (kept.changes === before && !renamedHere) kept.names.set(person.id, person)
  }
  return found
}

/** Which of these people work here now: approved, and not disabled since. */
export async function workersAmong({ db }: Pick<Ctx, "db">, ids: Iterable<string>): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    db,
    "select id from users where id = any($1::uuid[]) and status = 'approved'",
    [[...ids]],
    "workers_among",
  )
  return new Set(found.map(({ id }) => id))
}

export const nameListener: Listener = {
  on: ["user.updated"],
  hears: (runtime, { subject }) => {
    memory(runtime).changes += 1
    memory(runtime).names.delete(subject.id)
  },
}
