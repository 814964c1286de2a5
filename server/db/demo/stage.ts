/** Where the past is acted out: one transaction in which everyone acts as themselves, each at their own moment. */
import { permissions } from "@docket/contract/permissions"
import { loadPrincipal } from "#modules/identity"
import { type Ctx, type Principal, systemPrincipal } from "#platform/context"
import { writeDown } from "#platform/events"
import { iso } from "./calendar.ts"
import type { CategoryPath } from "./company/categories.ts"
import type { DepartmentKey } from "./company/departments.ts"
import type { Handle } from "./company/people.ts"
import type { ProjectKey } from "./company/projects.ts"
import type { TeamKey } from "./company/teams.ts"
import type { Doer } from "./deeds.ts"

export const docket = systemPrincipal(permissions)

export type Stage = {
  /** The moment up to which everything has happened. */
  now: number
  ids: {
    people: Map<Handle, string>
    departments: Map<DepartmentKey, string>
    teams: Map<TeamKey, string>
    categories: Map<CategoryPath, string>
    projects: Map<ProjectKey, string>
  }
  /** Does something as somebody, at a moment of the past. */
  as: <T>(who: Doer, at: number, action: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Writes down what has happened since; the log then has it in the order in which it happened. */
  writeDown: () => Promise<void>
  /** Rights have changed: everyone is looked up anew. */
  forgetRights: () => void
}

/** So many actions are written into the log by one statement. */
const atOnce = 100

export function openStage(whole: Ctx, now: number): Stage {
  const principals = new Map<Handle, Principal>()
  const ids: Stage["ids"] = { people: new Map(), departments: new Map(), teams: new Map(), categories: new Map(), projects: new Map() }

  const principalOf = async (who: Doer): Promise<Principal> => {
    if (who === "docket") return docket
    const known = principals.get(who)
    if (known !== undefined) return known
    const loaded = await loadPrincipal(whole.runtime, idOf(ids.people, who), whole.db)
    principals.set(who, loaded)
    return loaded
  }

  let unwritten: Ctx[] = []
  const writeAll = async () => {
    const [first, ...others] = unwritten
    unwritten = []
    if (first !== undefined) await writeDown(first, ...others)
  }

  return {
    now,
    ids,
    writeDown: writeAll,
    async as(who, at, action) {
      if (at > now) throw new Error(`${who} would act in the future`)
      const ctx: Ctx = { ...whole, actor: await principalOf(who), now: iso(at), happened: [] }
      const result = await action(ctx)
      unwritten.push(ctx)
      if (unwritten.length >= atOnce) await writeAll()
      // whoever acts next finds the names, projects and rights as this action has left them
      whole.runtime.hear(ctx.happened)
      return result
    },
    forgetRights: () => principals.clear(),
  }
}

export function idOf<K extends string>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the demo company has no ${key}`)
  return id
}
