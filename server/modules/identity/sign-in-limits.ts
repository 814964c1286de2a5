import { hash } from "node:crypto"
import { rateLimited } from "#platform/errors"
import { addressKey } from "#platform/http/request-limits"
import type { Limit } from "#platform/limiter"
import { perRuntime, type Runtime } from "#platform/runtime"

const attempts: Limit = { name: "sign_in_attempts", points: 30, seconds: 60 }
const newAccounts: Limit = { name: "new_accounts", points: 10, seconds: 60 }
const lostPasswords: Limit = { name: "lost_passwords", points: 3, seconds: 60 }
const lostPasswordsOfAddress: Limit = { name: "lost_passwords_of_address", points: 3, seconds: 60 }
const newPasswords: Limit = { name: "new_passwords", points: 3, seconds: 60 }
const secondFactors: Limit = { name: "second_factors", points: 10, seconds: 15 * 60 }
const estimates: Limit = { name: "password_estimates", points: 60, seconds: 60 }
const links: Limit = { name: "one_time_links", points: 30, seconds: 60 }
const setUps: Limit = { name: "set_ups", points: 10, seconds: 60 }

/**
 * Failures of one account from one address: whoever goes on failing waits longer. Counted by address as well, so that a stranger
 * elsewhere shuts nobody out of their own account.
 */
const failures: readonly Limit[] = [
  { name: "sign_in_failures_minute", points: 5, seconds: 60 },
  { name: "sign_in_failures_quarter", points: 10, seconds: 15 * 60 },
  { name: "sign_in_failures_hours", points: 20, seconds: 2 * 60 * 60 },
]

const addressOf = (ip: string | null) => addressKey(ip ?? "local")
/** @throws 429 */
export const spendAttempt = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(attempts, addressOf(ip))
/** @throws 429 */
export const spendNewAccount = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(newAccounts, addressOf(ip))
/** @throws 429 */
export const spendSetUp = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(setUps, addressOf(ip))

/** By who asks and by whose mailbox it would fill, whether or not it has an account. @throws 429 */
export async function spendLostPassword(runtime: Runtime, ip: string | null, email: string): Promise<void> {
  await runtime.limiter.spend(lostPasswords, addressOf(ip))
  await runtime.limiter.spend(lostPasswordsOfAddress, hash("sha256", email.toLowerCase(), "base64url"))
}
/** @throws 429 */
export const spendNewPassword = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(newPasswords, addressOf(ip))
/** Tries of a code, wherever they come from: only somebody who knows the password gets here, so nobody else can use them up. @throws 429 */
export const spendSecondFactor = (runtime: Runtime, userId: string) => runtime.limiter.spend(secondFactors, userId)
export const forgetSecondFactor = (runtime: Runtime, userId: string) => runtime.limiter.forget(secondFactors, userId)
/** An estimate takes the processor a while. @throws 429 */
export const spendEstimate = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(estimates, addressOf(ip))
/** Looking at or using a link from a mail. @throws 429 */
export const spendLink = (runtime: Runtime, ip: string | null) => runtime.limiter.spend(links, addressOf(ip))

type Failures = { assertNotLocked: () => Promise<void>; count: () => Promise<{ locked: boolean }>; forget: () => Promise<void> }

/** The failures of an account (its id, or what was typed where there is none) from an address. */
export function failuresOf(runtime: Runtime, account: string, ip: string | null): Failures {
  const key = failureKey(account, ip)
  const { limiter, config } = runtime
  const mostOf = (limit: Limit) => limit.points * config.rateLimitFactor
  return {
    async assertNotLocked() {
      for (const limit of failures) {
        const { points, resetSeconds } = await limiter.spent(limit, key)
        if (config.rateLimitFactor > 0 && points >= mostOf(limit))
          throw rateLimited(Math.max(1, resetSeconds), "Too many wrong passwords. Wait a moment and try again.")
      }
    },
    async count() {
      const standings = await Promise.all(failures.map((limit) => limiter.spend(limit, key)))
      return { locked: standings.some(({ remaining }) => remaining <= 0) }
    },
    async forget() {
      await Promise.all(failures.map((limit) => limiter.forget(limit, key)))
    },
  }
}

const failureKey = (account: string, ip: string | null) => hash("sha256", `${account.toLowerCase()} ${addressOf(ip)}`, "base64url")

const turns = perRuntime(() => new Map<string, Promise<unknown>>())

/** Attempts at the same account from the same address go one after the other: fifty at once are no more tries than five in a row. */
export async function oneByOne<T>(runtime: Runtime, account: string, ip: string | null, attempt: () => Promise<T>): Promise<T> {
  const lines = turns(runtime)
  const key = failureKey(account, ip)
  const turn = (lines.get(key) ?? Promise.resolve()).then(attempt, attempt)
  lines.set(key, turn)
  try {
    return await turn
  } finally {
    if (lines.get(key) === turn) lines.delete(key)
  }
}
