import type { Ctx } from "#platform/context"
import type { Limit } from "#platform/limiter"

const creation: Limit = { name: "ticket-creation", points: 10, seconds: 60 }

/** Employees raise at most ten tickets a minute. @throws 429 */
export async function spendCreation(ctx: Ctx): Promise<Ctx> {
  if (ctx.actor.role === "employee") await ctx.runtime.limiter.spend(creation, ctx.actor.id)
  return ctx
}
