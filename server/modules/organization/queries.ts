import type { Query } from "@docket/contract/endpoint"
import type { Category, Department, listCategories, listDepartments, listTeams, Team } from "@docket/contract/organization"
import type { ListOf, Ref } from "@docket/contract/shapes"
import { sql } from "kysely"
import type { Ctx } from "#platform/context"
import { listByName } from "#platform/paging"

const person = (id: string | null, name: string | null): Ref | null => (id === null || name === null ? null : { id, name })

export async function departments(ctx: Ctx, query: Query<typeof listDepartments>): Promise<ListOf<Department>> {
  const present = ctx.db
    .selectFrom("departments as d")
    .leftJoin("users as u", "u.id", "d.head_id")
    .select(["d.id", "d.name", "d.description", "d.head_id", "u.full_name as head_name"])
    .where("d.deleted_at", "is", null)
  return listByName(present, { name: sql.ref("d.name"), id: sql.ref("d.id") }, query, ({ id, name, description, head_id, head_name }) => ({
    id,
    name,
    description,
    head: person(head_id, head_name),
  }))
}

export async function teams(ctx: Ctx, query: Query<typeof listTeams>): Promise<ListOf<Team>> {
  const present = ctx.db
    .selectFrom("teams as t")
    .leftJoin("users as u", "u.id", "t.lead_id")
    .select(["t.id", "t.name", "t.description", "t.department_id", "t.lead_id", "u.full_name as lead_name"])
    .where("t.deleted_at", "is", null)
  return listByName(present, { name: sql.ref("t.name"), id: sql.ref("t.id") }, query, (team) => ({
    id: team.id,
    name: team.name,
    description: team.description,
    departmentId: team.department_id,
    lead: person(team.lead_id, team.lead_name),
  }))
}

export async function categories(ctx: Ctx, query: Query<typeof listCategories>): Promise<ListOf<Category>> {
  const present = ctx.db
    .selectFrom("categories as c")
    .select(["c.id", "c.name", "c.parent_id", "c.team_id"])
    .where("c.deleted_at", "is", null)
  return listByName(present, { name: sql.ref("c.name"), id: sql.ref("c.id") }, query, ({ id, name, parent_id, team_id }) => ({
    id,
    name,
    parentId: parent_id,
    teamId: team_id,
  }))
}
