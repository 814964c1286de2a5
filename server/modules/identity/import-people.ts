/** For imports: people whom another system names. */
import type { WorkspaceRole } from "@docket/contract/permissions"
import type { Ctx } from "#platform/context"
import { rows } from "#platform/database/rows"
import { record } from "#platform/events"
import { newId } from "#platform/ids"
import { cleanName } from "./rules.ts"

export type PersonElsewhere = { fullName: string; email: string; role: Extract<WorkspaceRole, "agent" | "employee"> }

/**
 * The accounts with these emails, in the order given; the missing ones are made, a whole batch in two statements.
 * They are made disabled and without a password: a log that names somebody is no reason to let them in, to offer them for assignment or to
 * write to them. What they did keeps their name, and an administrator enables whoever still works here. Who is there already stays as they are.
 */
export async function peopleElsewhere(ctx: Ctx, people: readonly PersonElsewhere[]): Promise<string[]> {
  if (people.length === 0) return []
  const wanted = people.map(({ fullName, email, role }) => ({ id: newId(), email, full_name: cleanName("fullName", fullName), role }))
  const made = await rows<{ id: string; role: WorkspaceRole }>(
    ctx.db,
    `insert into users (id, email, full_name, role, status, created_at, updated_at)
     select id, email, full_name, role, 'disabled', $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as u (id uuid, email text, full_name text, role text) order by email
     on conflict do nothing returning id, role`,
    [JSON.stringify(wanted), ctx.now],
  )
  for (const { id, role } of made)
    await record(ctx, "user.created", { entity: "user", id, version: 1 }, { role, status: "disabled", imported: true })

  const present = await rows<{ id: string; email: string }>(
    ctx.db,
    "select id, lower(email) as email from users where lower(email) = any(select lower(e) from unnest($1::text[]) e)",
    [wanted.map(({ email }) => email)],
  )
  const ids = new Map(present.map(({ id, email }) => [email, id]))
  return wanted.map(({ email }) => {
    const id = ids.get(email.toLowerCase())
    if (id === undefined) throw new Error("an account was added and is not there")
    return id
  })
}
