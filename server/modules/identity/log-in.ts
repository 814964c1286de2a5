import type { Body } from "@docket/contract/endpoint"
import type { IdentityEvents, login, Tokens, UserStatus } from "@docket/contract/identity"
import type { Db } from "#platform/database/open"
import { row } from "#platform/database/rows"
import { DomainError } from "#platform/errors"
import { record } from "#platform/events"
import type { Call } from "#platform/http/route"
import { transact } from "#platform/transact"
import { hasSecondFactor } from "./one-time-codes.ts"
import { hashPassword, isOutdated, verifyPassword } from "./passwords.ts"
import { anonymous } from "./principal.ts"
import { codeRequired, codeWrong, passSecondFactor } from "./second-factor.ts"
import { startSession, tokensFor } from "./sessions.ts"
import { failuresOf, forgetSecondFactor, oneByOne, spendAttempt, spendSecondFactor } from "./sign-in-limits.ts"

type Account = { id: string; status: UserStatus; passwordHash: string | null; epoch: number; demo: boolean }

/** Email or username, whatever its case; a username has no @. */
const accountNamed = (db: Db, name: string): Promise<Account | null> =>
  row<Account>(
    db,
    `select id, status, password_hash as "passwordHash", security_epoch as epoch, demo from users where lower(email) = lower($1) or lower(username) = lower($1) limit 1`,
    [name],
    "account_named",
  )

/** Signs in. A known and an unknown account differ in nothing until the password is right, in time neither. @throws 401, 403, 429 */
export async function logIn(call: Call, { email, password, otp }: Body<typeof login>): Promise<Tokens> {
  const { runtime, origin } = call
  await spendAttempt(runtime, origin.ip)
  const found = await accountNamed(runtime.database.kysely, email)
  const account = found?.demo && !runtime.config.demo ? null : found
  const name = account?.id ?? email
  return oneByOne(runtime, name, origin.ip, async () => {
    const failures = failuresOf(runtime, name, origin.ip)
    await failures.assertNotLocked()
    const isRight = await verifyPassword(password, account?.passwordHash ?? null)
    if (account === null || !isRight) {
      const { locked } = await failures.count()
      await recordFailure(call, account, locked ? "locked" : "password")
      throw wrongCredentials()
    }
    const refusal = refusalOf(account.status)
    if (refusal !== null) {
      await recordFailure(call, account, "status")
      throw refusal
    }
    const rehashed = isOutdated(account.passwordHash ?? "") ? await hashPassword(password) : null
    const asksForCode = await hasSecondFactor(runtime.database.kysely, account.id)
    if (asksForCode) {
      if (otp === undefined) throw codeRequired()
      await spendSecondFactor(runtime, account.id)
    }
    const started = await transact(runtime, call.actor, origin, async (ctx) =>
      (await passSecondFactor(ctx, account.id, otp)) ? startSession(ctx, account, "password", rehashed) : "wrong code",
    )
    if (started === null) throw wrongCredentials()
    if (started === "wrong code") {
      await failures.count()
      await recordFailure(call, account, "otp")
      throw codeWrong()
    }
    await failures.forget()
    if (asksForCode) await forgetSecondFactor(runtime, account.id)
    return tokensFor(call, started)
  })
}

const wrongCredentials = () => new DomainError(401, "E_AUTH_INVALID_CREDENTIALS", "Email or password is wrong.")

/** Why somebody with the right password is not let in; told only to them. */
function refusalOf(status: UserStatus): DomainError | null {
  switch (status) {
    case "approved":
      return null
    case "pending":
      return new DomainError(403, "E_AUTH_PENDING_APPROVAL", "An administrator has to approve your account first.")
    case "rejected":
      return new DomainError(403, "E_AUTH_ACCOUNT_REJECTED", "Your account was not approved.")
    case "disabled":
      return new DomainError(403, "E_AUTH_ACCOUNT_DISABLED", "Your account is disabled. Ask an administrator.")
  }
}

/** An unknown account leaves the same trace under no one's id, and so takes the same time. */
const recordFailure = (call: Call, account: Account | null, reason: IdentityEvents["sign_in.failed"]["reason"]) =>
  transact(call.runtime, anonymous, call.origin, (ctx) =>
    record(ctx, "sign_in.failed", { entity: "user", id: account?.id ?? anonymous.id }, { reason }),
  )
