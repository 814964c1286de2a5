import { projectDirectory } from "#modules/projects"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"

/** Labels in use on the latest tickets that the actor may see; a picker's choice, not a census. */
export async function listLabels(ctx: Ctx, { project, q }: { project?: string; q?: string }): Promise<{ data: { name: string }[] }> {
  const directory = await projectDirectory(ctx)
  const projectId = project === undefined ? null : (directory.byId.get(project) ?? directory.byKey.get(project.toUpperCase()))?.id
  if (projectId === undefined) return { data: [] }
  const values: unknown[] = [`${(q ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`]
  const conditions = ["t.deleted_at is null", "t.labels <> '{}'"]
  if (projectId !== null) conditions.push(`t.project_id = $${values.push(projectId)}::uuid`)
  if (!ctx.actor.seesAll) conditions.push(`t.viewers && $${values.push(ctx.actor.grants)}::uuid[]`)
  const data = await rows<{ name: string }>(
    ctx.db,
    `select distinct label as name from (select labels from tickets t where ${conditions.join(" and ")} order by t.created_at desc limit 2000) latest, unnest(labels) label
     where label ilike $1 order by label limit 100`,
    values,
  )
  return { data }
}
