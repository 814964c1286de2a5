import type { Ref } from "@docket/contract/shapes"
import type { Ctx } from "#platform/context"
import type { Db } from "#platform/database/open"
import { directory } from "#platform/directory"

/** Where something is classified: a category, and the sub-category where it is one; nulls where it is not, or by something unknown. */
export type Classified = { category: Ref | null; subcategory: Ref | null }

/**
 * Departments, teams and categories by id. What has been removed keeps its name, for the tickets that still carry it;
 * `offers` tells what may be given anew. The objects are shared: nobody changes them.
 */
export type OrganizationNames = {
  departments: ReadonlyMap<string, Ref>
  teams: ReadonlyMap<string, Ref>
  category: (id: string | null) => Classified
  /** The team to which a category routes: its own, else its parent's. */
  teamOfCategory: (id: string | null) => string | null
  offers: (kind: "department" | "team" | "category", id: string) => boolean
}

const nowhere: Classified = { category: null, subcategory: null }

async function load(db: Db): Promise<OrganizationNames> {
  const departments = await db.selectFrom("departments").select(["id", "name", "deleted_at"]).execute()
  const teams = await db.selectFrom("teams").select(["id", "name", "deleted_at"]).execute()
  const categories = await db.selectFrom("categories").select(["id", "name", "parent_id", "team_id", "deleted_at"]).execute()

  const categoryRefs = refs(categories)
  const classified = new Map<string, Classified>()
  for (const [id, ref] of categoryRefs) classified.set(id, { category: ref, subcategory: null })
  const routes = new Map(categories.map(({ id, team_id }) => [id, team_id]))
  for (const { id, parent_id, team_id } of categories) {
    const parent = parent_id === null ? undefined : categoryRefs.get(parent_id)
    if (parent === undefined) continue
    classified.set(id, { category: parent, subcategory: categoryRefs.get(id) ?? null })
    routes.set(id, team_id ?? routes.get(parent.id) ?? null)
  }
  const offered = { department: present(departments), team: present(teams), category: present(categories) }
  return {
    departments: refs(departments),
    teams: refs(teams),
    category: (id) => (id === null ? nowhere : (classified.get(id) ?? nowhere)),
    teamOfCategory: (id) => (id === null ? null : (routes.get(id) ?? null)),
    offers: (kind, id) => offered[kind].has(id),
  }
}

const refs = (rows: readonly Ref[]): Map<string, Ref> => new Map(rows.map(({ id, name }) => [id, { id, name }]))
const present = (rows: readonly { id: string; deleted_at: string | null }[]) =>
  new Set(rows.flatMap((row) => (row.deleted_at === null ? [row.id] : [])))

const names = directory(["department.created", "department.updated", "team.created", "category.created"], load)

/** The names of the organisation's parts; no query when warm. May be a moment old on another process. */
export const organizationNames = (ctx: Pick<Ctx, "runtime" | "db" | "happened">): Promise<OrganizationNames> => names.read(ctx)
export const listeners = [names.listener]
