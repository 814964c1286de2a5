import type { ProjectStatus } from "@docket/contract/projects"
import type { Ctx } from "#platform/context"
import { notFound } from "#platform/errors"
import { assertNotFrozen } from "./rules.ts"

export type TicketNumber = { number: number; key: string }

/**
 * Takes the next ticket numbers of a project, in one statement: no two tickets get the same one, and a transaction that is rolled back
 * gives them back, so none is missing. @throws 404 where the project is deleted, 400 where it is frozen
 */
export async function takeNumbers(ctx: Ctx, projectId: string, count: number): Promise<TicketNumber[]> {
  const taken = await ctx.db
    .updateTable("projects")
    .set((e) => ({ next_number: e("next_number", "+", count) }))
    .where("id", "=", projectId)
    .where("deleted_at", "is", null)
    .where("status", "<>", "completed" satisfies ProjectStatus)
    .returning(["key", "next_number"])
    .executeTakeFirst()
  if (taken === undefined) return refuse(ctx, projectId)
  const first = taken.next_number - count
  return Array.from({ length: count }, (_, at) => ({ number: first + at, key: `${taken.key}-${first + at}` }))
}

export async function takeNumber(ctx: Ctx, projectId: string): Promise<TicketNumber> {
  const [taken] = await takeNumbers(ctx, projectId, 1)
  if (taken === undefined) throw new Error("no number was taken")
  return taken
}

async function refuse(ctx: Ctx, projectId: string): Promise<never> {
  const project = await ctx.db
    .selectFrom("projects")
    .select(["key", "status"])
    .where("id", "=", projectId)
    .where("deleted_at", "is", null)
    .$castTo<{ key: string; status: ProjectStatus }>()
    .executeTakeFirstOrThrow(() => notFound("project"))
  assertNotFrozen(project)
  throw new Error(`${project.key} gave no number`)
}
