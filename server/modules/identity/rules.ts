import { conflict, type DomainError, type FieldProblem, invalid } from "#platform/errors"
import { type Owner, passwordProblem } from "./password-rules.ts"

/** Control characters and those that turn the direction of writing, with which a name passes for another one. */
const deceptive = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const largestPreferences = 16_384
const mostPreferences = 50

/** A name as it is kept: composed, without space around it or twice inside it. @throws 400 */
export function cleanName(path: string, name: string): string {
  const clean = name.normalize("NFC").replaceAll(/ +/g, " ").trim()
  if (deceptive.test(clean) || clean === "") throw invalid([{ path, message: "contains characters that do not belong in a name" }])
  return clean
}

/** @throws 400 */
export function assertGoodPassword(password: string, owner: Owner, path = "password"): void {
  const message = passwordProblem(password, owner)
  if (message !== null) throw invalid([{ path, message }], `The password ${message}.`)
}

/** @throws 400 for what is no IANA time zone. */
export function assertTimeZone(timezone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone })
  } catch {
    throw invalid([{ path: "timezone", message: "is not a time zone" }])
  }
}

type Preferences = Record<string, unknown>

/** Preferences after some of them were given anew; null takes one away. @throws 400 for too much */
export function mergedPreferences(before: Preferences, given: Preferences): Preferences {
  const merged = Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))
  const problem: FieldProblem | null =
    Object.keys(merged).length > mostPreferences
      ? { path: "preferences", message: `must be at most ${mostPreferences}` }
      : JSON.stringify(merged).length > largestPreferences
        ? { path: "preferences", message: "are too large" }
        : null
  if (problem !== null) throw invalid([problem])
  return merged
}

const taken: Record<string, [code: string, message: string]> = {
  users_email: ["E_USER_EMAIL_EXISTS", "There is an account with this email already."],
  invitations_open: ["E_INVITATION_EXISTS", "Somebody else has just invited this address."],
  users_username: ["E_USER_USERNAME_EXISTS", "This username is taken."],
}

/** The refusal that a unique index means; anything else stays what it is. */
export function asTaken(error: unknown): DomainError | unknown {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  const refusal = code === "23505" && typeof constraint === "string" ? taken[constraint] : undefined
  return refusal === undefined ? error : conflict(...refusal)
}
