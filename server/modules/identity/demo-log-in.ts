import { type DemoRole, demoRoles, type Tokens } from "@docket/contract/identity"
import type { Db } from "#platform/database/open"
import { row } from "#platform/database/rows"
import { DomainError, notFound } from "#platform/errors"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { startSession, tokensFor } from "./sessions.ts"

const heads = "exists (select from departments d where d.head_id = u.id and d.deleted_at is null)"
const holds = (role: string) =>
  `exists (select from project_members m join projects p on p.id = m.project_id where m.user_id = u.id and m.role = '${role}' and p.deleted_at is null)`
/** Employees who hold that role or headship; `employee` is one who holds none, where there is one. */
const ofRole: Record<DemoRole, { where: string; order?: string }> = {
  admin: { where: "u.role = 'admin'" },
  manager: { where: "u.role = 'manager'" },
  agent: { where: "u.role = 'agent'" },
  employee: { where: "u.role = 'employee'", order: `(${heads} or ${holds("product_owner")} or ${holds("developer")}), ` },
  product_owner: { where: `u.role = 'employee' and ${holds("product_owner")}` },
  developer: { where: `u.role = 'employee' and ${holds("developer")}` },
  department_head: { where: `u.role = 'employee' and ${heads}` },
}

const demoPerson = (db: Db, role: DemoRole) =>
  row<{ id: string; epoch: number }>(
    db,
    `select u.id, u.security_epoch as epoch from users u where u.demo and u.status = 'approved' and ${ofRole[role].where}
     order by ${ofRole[role].order ?? ""}u.created_at, u.id limit 1`,
    [],
    `demo_person_${role}`,
  )

/** Signs in as a person of the demo company, without a password. @throws 404 outside demo mode */
export async function demoLogIn(call: Call, role: DemoRole = "employee"): Promise<Tokens> {
  const { runtime, origin } = call
  if (!runtime.config.demo || !demoRoles.includes(role)) throw new DomainError(404, "E_NOT_FOUND", "There is nothing at this address.")
  const person = await demoPerson(runtime.database.kysely, role)
  const started = person === null ? null : await transact(runtime, call.actor, origin, (ctx) => startSession(ctx, person, "demo"))
  if (started === null) throw notFound("user")
  return tokensFor(call, started)
}
