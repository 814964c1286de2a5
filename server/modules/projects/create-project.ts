import type { Body } from "@docket/contract/endpoint"
import type { createProject as endpoint, Project } from "@docket/contract/projects"
import type { Ctx } from "#platform/context"
import { conflict } from "#platform/errors"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { assertMayManage } from "./people.ts"
import { allowCreating } from "./policy.ts"
import { onlyAdminsRule, showProject } from "./queries.ts"
import { assertDates, defaultPreset, priorityNamed } from "./rules.ts"
import { writeMember } from "./set-member.ts"
import { chosenWorkflows, writeWorkflows } from "./workflow-choice.ts"

/**
 * Opens a project. Whoever creates it manages it, unless it names somebody else, and both belong to it as managers: never as product owners,
 * because to accept work is a say that nobody gets by administrating.
 * @throws 409 E_PROJECT_KEY_EXISTS, also where the key's project is deleted: its tickets keep their keys
 */
export async function createProject(
  ctx: Ctx,
  wanted: Body<typeof endpoint>,
  made: { isDefault?: true; imported?: true } = {},
): Promise<Project> {
  allowCreating({ actor: ctx.actor, byAdminsOnly: await onlyAdminsRule(ctx) })
  const { key, name, kind, startDate = null, deadline = null } = wanted
  assertDates({ startDate, deadline })
  const creator = ctx.actor.kind === "system" ? null : ctx.actor.id
  const managerId = wanted.managerId === undefined ? creator : wanted.managerId
  if (managerId !== null && managerId !== creator) await assertMayManage(ctx, managerId)
  const workflows = await chosenWorkflows(ctx, kind, wanted.preset ?? defaultPreset[kind], wanted.workflows ?? {})

  const id = newId()
  const created = await ctx.db
    .insertInto("projects")
    .values({
      id,
      key,
      name,
      kind,
      start_date: startDate,
      deadline,
      manager_id: managerId,
      is_default: made.isDefault,
      description: wanted.description,
      status: wanted.status,
      priority: wanted.priority && priorityNamed(wanted.priority),
      restricted: wanted.restricted,
      workload_limit: wanted.workloadLimit,
      blockers: wanted.blockers,
      single_assignee: wanted.singleAssignee,
      color: wanted.color,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((clash) => clash.column("key").doNothing())
    .returning("id")
    .executeTakeFirst()
  if (created === undefined) throw conflict("E_PROJECT_KEY_EXISTS", `The key ${key} belongs to another project.`, { key })
  await writeWorkflows(ctx, id, workflows)
  const managers = [...new Set([creator, managerId])].filter((userId) => userId !== null)
  const subject = { entity: "project", id, projectId: id, version: 1, audience: [id, ...managers] } as const
  await record(ctx, "project.created", subject, { key, name, kind, ...(made.imported && { imported: true }) })
  for (const userId of managers) await writeMember(ctx, id, userId, "manager", null)
  return showProject(ctx, id)
}
