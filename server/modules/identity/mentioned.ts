import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"

/** Active people among those mentioned, by id or user name; whoever does not exist is no one. */
export async function peopleMentioned(
  ctx: Pick<Ctx, "db">,
  { ids, usernames }: { ids: readonly string[]; usernames: readonly string[] },
): Promise<string[]> {
  if (ids.length + usernames.length === 0) return []
  const found = await rows<{ id: string }>(
    ctx.db,
    "select id from users where status = 'approved' and (id = any($1::uuid[]) or lower(username) = any($2::text[])) order by id",
    [ids, usernames],
  )
  return found.map(({ id }) => id)
}
