import {
  addComment,
  addLink,
  assignTicket,
  claimTicket,
  createTicket,
  transferTicket,
  updateTicket,
  watchTicket,
  withdrawTicket,
} from "#modules/tickets"
import type { Ctx } from "#platform/context"
import type { Handle } from "./company/people.ts"
import type { Deed, Raised, Step } from "./deeds.ts"
import { idOf, type Stage } from "./stage.ts"

/** Acts a plan out, step by step in the order of time, each through the action that a person's click would have called. */
export async function replay(stage: Stage, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await stage.as(step.by, step.at, (ctx) =>
      act(stage, ctx, step.key, step.deed).catch((cause: unknown) => {
        throw new Error(`${step.by} cannot ${JSON.stringify(step.deed)} ${step.key}: ${(cause as Error).message}`, { cause })
      }),
    )
  }
}

async function act(stage: Stage, ctx: Ctx, key: string, deed: Deed): Promise<unknown> {
  const person = (handle: Handle) => idOf(stage.ids.people, handle)
  if ("raise" in deed) return raise(stage, ctx, key, deed.raise)
  if ("claim" in deed) return claimTicket(ctx, key)
  if ("say" in deed) return addComment(ctx, key, { body: deed.say, visibility: deed.internal ? "internal" : "public" })
  if ("change" in deed) return updateTicket(ctx, key, deed.change)
  if ("withdraw" in deed) return withdrawTicket(ctx, key, deed.withdraw)
  if ("assign" in deed) return assignTicket(ctx, key, deed.assign.map(person), deed.note)
  if ("transfer" in deed) return transferTicket(ctx, key, { assigneeId: person(deed.transfer), reason: deed.reason })
  if ("link" in deed) return addLink(ctx, key, deed.link, deed.to)
  return watchTicket(ctx, key, person(deed.watch))
}

async function raise({ ids }: Stage, ctx: Ctx, key: string, raised: Raised): Promise<void> {
  const { project, category, labels, parent, due, assignees, ...plain } = raised
  const made = await createTicket(ctx, {
    ...plain,
    source: "web",
    projectId: idOf(ids.projects, project),
    categoryId: category === undefined ? undefined : idOf(ids.categories, category),
    labels: labels === undefined ? undefined : [...labels],
    parentId: parent,
    dueDate: due,
    assigneeIds: assignees?.map((handle) => idOf(ids.people, handle)),
  })
  if (made.key !== key) throw new Error(`planned as ${key}, made as ${made.key}`)
}
