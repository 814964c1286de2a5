import type { Ctx } from "#platform/context"
import { record } from "#platform/events"
import { allowShaping } from "./policy.ts"

export type NewTeamMember = { teamId: string; userId: string; role?: string }

/** Puts people into teams, many at once. Who is a member already stays what they are. */
export async function addTeamMembers(ctx: Ctx, members: readonly NewTeamMember[]): Promise<void> {
  allowShaping(ctx.actor)
  if (members.length === 0) return
  const added = await ctx.db
    .insertInto("team_members")
    .values(members.map(({ teamId, userId, role = "member" }) => ({ team_id: teamId, user_id: userId, role })))
    .onConflict((clash) => clash.doNothing())
    .returning(["team_id", "user_id", "role"])
    .execute()
  for (const { team_id, user_id, role } of added)
    await record(ctx, "team.member_added", { entity: "team", id: team_id, audience: [team_id, user_id] }, { userId: user_id, role })
}

/** Puts one person into a team. */
export const addTeamMember = (ctx: Ctx, teamId: string, userId: string, role?: string): Promise<void> =>
  addTeamMembers(ctx, [{ teamId, userId, ...(role === undefined ? {} : { role }) }])
