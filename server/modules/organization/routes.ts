import * as api from "@docket/contract/organization"
import { read } from "#platform/http/route"
import { categories, departments, teams } from "./queries.ts"

export const routes = [
  read(api.listDepartments, (ctx, { query }) => departments(ctx, query)),
  read(api.listTeams, (ctx, { query }) => teams(ctx, query)),
  read(api.listCategories, (ctx, { query }) => categories(ctx, query)),
]
