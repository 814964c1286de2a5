import { row } from "#platform/database/rows"
import { DomainError, invalid } from "#platform/errors"
import type { Call } from "#platform/http/route"
import { verifyPassword } from "./passwords.ts"
import type { PasswordOwner } from "./set-password.ts"
import { failuresOf, oneByOne } from "./sign-in-limits.ts"

type Account = PasswordOwner & { passwordHash: string | null }

/**
 * The caller's own account, once they have shown their password. Wrong ones count as those of a sign-in do: whoever found a session open
 * guesses no faster. `path` is the field that held it. @throws 400 where it is wrong, 429
 */
export async function proveOwnPassword({ runtime, actor, origin }: Call, password: string, path: string): Promise<PasswordOwner> {
  return oneByOne(runtime, actor.id, origin.ip, async () => {
    const failures = failuresOf(runtime, actor.id, origin.ip)
    await failures.assertNotLocked()
    const account = await row<Account>(
      runtime.database.kysely,
      `select id, email, full_name as "fullName", username, security_epoch as epoch, password_hash as "passwordHash"
       from users where id = $1 and status = 'approved'`,
      [actor.id],
      "own_account",
    )
    if (account === null) throw new DomainError(401, "E_AUTH_TOKEN_INVALID", "Sign in again.")
    if (!(await verifyPassword(password, account.passwordHash))) {
      await failures.count()
      throw invalid([{ path, message: "is not your password" }], "This is not your password.")
    }
    await failures.forget()
    const { passwordHash: _, ...owner } = account
    return owner
  })
}
