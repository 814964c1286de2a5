import type { Body, Returns } from "@docket/contract/endpoint"
import type * as api from "@docket/contract/identity"
import type { Ctx } from "#platform/context"
import { forbidden, invalid } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { insertPeople } from "./add-people.ts"
import { hashPassword } from "./passwords.ts"
import { assertDepartment, departmentsToChoose, isSetUp, ownUser } from "./queries.ts"
import { assertGoodPassword } from "./rules.ts"
import { startSession, tokensFor } from "./sessions.ts"
import { spendNewAccount } from "./sign-in-limits.ts"

type Wanted = Body<typeof api.register>
type Answer = Returns<typeof api.register>

/**
 * An account for whoever asks, always an employee's: to be approved, or open at once where the organisation wants it so.
 * That an email has an account already is said (409), because a form that lies to honest people helps nobody; limits keep it from
 * telling many. @throws 400, 403 where registration is closed, 409, 429
 */
export async function register(call: Call, wanted: Wanted): Promise<Answer> {
  const { runtime, origin } = call
  const { registration } = runtime.config
  if (registration === "closed") throw forbidden("Registration is closed. Ask an administrator for an account.")
  await spendNewAccount(runtime, origin.ip)
  const fullName = wanted.fullName ?? wanted.username
  if (fullName === undefined) throw invalid([{ path: "fullName", message: "is required, or a username" }])
  assertGoodPassword(wanted.password, wanted)
  const passwordHash = await hashPassword(wanted.password)

  const status = registration === "open" ? "approved" : "pending"
  const person = {
    email: wanted.email,
    username: wanted.username,
    fullName,
    role: "employee",
    status,
    passwordHash,
    departmentId: wanted.departmentId,
  } as const
  const { user, started } = await transact(runtime, call.actor, origin, async (ctx) => {
    await assertMayRegister(ctx, wanted)
    const [id = ""] = await insertPeople(ctx, [person])
    await record(ctx, "user.registered", { entity: "user", id, version: 1 }, { status })
    if (status === "pending") return { user: await ownUser(ctx.db, id), started: null }
    const started = await startSession(ctx, { id, epoch: 1 }, "register")
    return { user: started?.user ?? (await ownUser(ctx.db, id)), started }
  })
  return started === null ? { user, status } : { ...(await tokensFor(call, started)), status }
}

/** Nobody comes before the first administrator; who is to be approved says where they belong, once there is something to choose. */
async function assertMayRegister(ctx: Ctx, { departmentId }: Wanted): Promise<void> {
  if (!(await isSetUp(ctx))) throw forbidden("Docket is not set up yet.")
  if (departmentId !== undefined) return assertDepartment(ctx.db, departmentId)
  if (ctx.runtime.config.registration === "approval" && (await departmentsToChoose(ctx.db)).length > 0)
    throw invalid([{ path: "departmentId", message: "is required" }])
}
