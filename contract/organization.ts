import { type Static, Type } from "typebox"
import { endpoint } from "./endpoint.ts"
import { Id, ListOf, Nullable, paging, Ref, Shape } from "./shapes.ts"

export const Department = Shape({ id: Id, name: Type.String(), description: Type.String(), head: Nullable(Ref) })
export type Department = Static<typeof Department>
export const Team = Shape({ id: Id, name: Type.String(), description: Type.String(), departmentId: Nullable(Id), lead: Nullable(Ref) })
export type Team = Static<typeof Team>
/** A tree: a category without parent is top-level, one with a parent is a sub-category. */
export const Category = Shape({ id: Id, name: Type.String(), parentId: Nullable(Id), teamId: Nullable(Id) })
export type Category = Static<typeof Category>

const tag = "Organisation"
export const listDepartments = endpoint({
  id: "listDepartments",
  method: "GET",
  path: "/departments",
  tag,
  access: "person",
  summary: "List departments",
  query: Shape({ ...paging }),
  returns: ListOf(Department),
})
export const listTeams = endpoint({
  id: "listTeams",
  method: "GET",
  path: "/teams",
  tag,
  access: "person",
  summary: "List teams",
  query: Shape({ ...paging }),
  returns: ListOf(Team),
})
export const listCategories = endpoint({
  id: "listCategories",
  method: "GET",
  path: "/categories",
  tag,
  access: "person",
  summary: "List categories, a tree by parentId",
  query: Shape({ ...paging }),
  returns: ListOf(Category),
})

/** What happened to departments, teams and categories. */
export type OrganizationEvents = {
  "department.created": { name: string; imported?: true }
  "department.updated": { changes: Record<string, [old: unknown, now: unknown]> }
  "team.created": { name: string; imported?: true }
  "team.member_added": { userId: string; role: string }
  "category.created": { name: string; imported?: true }
}
