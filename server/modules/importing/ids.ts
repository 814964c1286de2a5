/** The ids of the people, teams and categories that a log names; those it names for the first time are made by their owners. */
import { peopleElsewhere } from "#modules/identity"
import { categoriesNamed, teamsNamed } from "#modules/organization"
import type { Ctx } from "#platform/context"
import type { LogFields } from "./fields.ts"
import { addressFor } from "./fingerprint.ts"
import { everywhere, keepRefs, type RefKind, refsOf } from "./refs.ts"
import type { Plan } from "./replay.ts"

type NamedKind = Extract<RefKind, "person" | "team" | "category">
export type Ids = Record<NamedKind, Map<string, string>>
export const noIds = (): Ids => ({ person: new Map(), team: new Map(), category: new Map() })

/** Every name of some plans. People who work on incidents are agents, all others are not. */
export type Names = { people: Map<string, "agent" | "employee">; teams: Set<string>; categories: Map<string, [string, string | null]> }

/** A sub-category is known by its category and its own name: names are not the same thing everywhere in the tree. */
export const categoryName = ({ category, subcategory }: Pick<LogFields, "category" | "subcategory">): string | null =>
  category === null ? null : JSON.stringify(subcategory === null ? [category] : [category, subcategory])

export function namesIn(plans: readonly Pick<Plan, "raised" | "steps">[]): Names {
  const names: Names = { people: new Map(), teams: new Set(), categories: new Map() }
  const person = (name: string | null, role: "agent" | "employee") => {
    if (name !== null && names.people.get(name) !== "agent") names.people.set(name, role)
  }
  const fields = (one: LogFields) => {
    person(one.caller, "employee")
    person(one.assignee, "agent")
    if (one.team !== null) names.teams.add(one.team)
    const whole = categoryName(one)
    if (whole === null || one.category === null) return
    names.categories.set(JSON.stringify([one.category]), [one.category, null])
    names.categories.set(whole, [one.category, one.subcategory])
  }
  for (const { raised, steps } of plans) {
    person(raised.by, "employee")
    fields(raised.fields)
    for (const { by, before, after } of steps) {
      person(by, "employee")
      fields(before)
      fields(after)
    }
  }
  return names
}

/** What is not yet in `known`, found or made. Answers the new ids and how many of each were named for the first time. */
export async function idsFor(
  ctx: Ctx,
  known: Ids,
  { people, teams, categories }: Names,
): Promise<{ ids: Ids; added: Record<NamedKind, number> }> {
  const ids = noIds()
  const added = { person: 0, team: 0, category: 0 }
  const find = async (kind: NamedKind, names: Iterable<string>, make: (names: string[]) => Promise<string[]>) => {
    const unknown = [...new Set(names)].filter((name) => !known[kind].has(name) && !ids[kind].has(name))
    const found = await refsOf(ctx, kind, everywhere, unknown)
    for (const [name, { localId }] of found) ids[kind].set(name, localId)
    const missing = unknown.filter((name) => !found.has(name)).sort()
    const made = await make(missing)
    await keepRefs(
      ctx,
      kind,
      everywhere,
      missing.map((externalId, at) => ({ externalId, localId: made[at] ?? "" })),
    )
    for (const [at, name] of missing.entries()) ids[kind].set(name, made[at] ?? "")
    added[kind] += missing.length
  }
  const imported = { imported: true } as const
  await find("person", people.keys(), (names) =>
    peopleElsewhere(
      ctx,
      names.map((fullName) => ({ fullName, email: addressFor(fullName), role: people.get(fullName) ?? "employee" })),
    ),
  )
  await find("team", teams, (names) => teamsNamed(ctx, names, imported))
  const path = (name: string) => categories.get(name) ?? [name, null]
  const tops = [...categories].filter(([, [, sub]]) => sub === null).map(([name]) => name)
  await find("category", tops, (names) =>
    categoriesNamed(
      ctx,
      names.map((name) => ({ name: path(name)[0] })),
      imported,
    ),
  )
  const parentOf = (name: string) => idIn(known, ids, "category", JSON.stringify([path(name)[0]]))
  await find("category", categories.keys(), (names) =>
    categoriesNamed(
      ctx,
      names.map((name) => ({ name: path(name)[1] ?? "", parentId: parentOf(name) })),
      imported,
    ),
  )
  return { ids, added }
}

export function idIn(known: Ids, ids: Ids, kind: NamedKind, name: string): string {
  const id = ids[kind].get(name) ?? known[kind].get(name)
  if (id === undefined) throw new Error(`the ${kind} ${name} has no id`)
  return id
}
