// Why the server said no, in words for the person at the door; and what is missing before it is asked.
import { t } from "../words/words.ts"

/** What is known of a failed call; the ApiError of web/api fits. */
export type Failure = { status: number; code: string; message?: string; retryAfter?: number | null; details?: unknown }
/** Texts by field; `form` stands above the button. */
export type Problems = {
  form?: string
  email?: string
  password?: string
  fullName?: string
  organization?: string
  departmentId?: string
  code?: string
}

const words = t.sign_in.refused
const byCode: Record<string, string> = {
  E_AUTH_INVALID_CREDENTIALS: words.credentials,
  E_AUTH_PENDING_APPROVAL: words.pending,
  E_AUTH_ACCOUNT_REJECTED: words.rejected,
  E_AUTH_ACCOUNT_DISABLED: words.disabled,
}
const fields = ["email", "password", "fullName", "organization", "departmentId"] as const

export function problemsOf(failure: Failure): Problems {
  if (failure.status === 0) return { form: words.offline }
  if (failure.status === 429) return { form: words.limited(failure.retryAfter ?? null) }
  if (failure.status === 409) return { email: words.exists }
  if (failure.code === "E_AUTH_OTP_INVALID") return { code: t.way_in.code.wrong }
  const known = byCode[failure.code]
  if (known) return { form: known }
  if (failure.status === 400) {
    const named = fieldProblems(failure.details)
    return Object.keys(named).length > 0 ? named : { form: failure.message || words.other }
  }
  return { form: words.other }
}

function fieldProblems(details: unknown): Problems {
  const problems: Problems = {}
  const listed =
    typeof details === "object" && details !== null && "fields" in details && Array.isArray(details.fields) ? details.fields : []
  for (const entry of listed) {
    const path = String(entry?.path ?? "").replace(/^(?:\/|body[./])+/, "")
    const message = String(entry?.message ?? "")
    const field = fields.find((each) => each === (path === "newPassword" ? "password" : path))
    if (field) problems[field] = field === "email" ? t.sign_in.email_form : field === "password" ? ofPassword(message) : message
  }
  return problems
}

/** The server tells the end of a sentence. */
const ofPassword = (end: string) => (/^\p{Lowercase}/u.test(end) ? t.way_in.strength.problem(end) : end)

export type Typed = { email?: string; password?: string; fullName?: string; organization?: string; departmentId?: string | null }

/** What can be seen without asking the server. `fresh`: the password is a new one. */
export function missing(typed: Typed, options: { fresh: boolean; department: boolean }): Problems {
  const problems: Problems = {}
  if (typed.organization !== undefined && typed.organization.trim() === "") problems.organization = t.sign_in.enter_organization
  if (typed.fullName !== undefined && typed.fullName.trim() === "") problems.fullName = t.sign_in.enter_name
  if (typed.email !== undefined && typed.email.trim() === "") problems.email = t.sign_in.enter_email
  else if (options.fresh && typed.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim()))
    problems.email = t.sign_in.email_form
  if (typed.password !== undefined && typed.password === "") problems.password = t.sign_in.enter_password
  else if (options.fresh && typed.password !== undefined && [...typed.password].length < 8) problems.password = t.sign_in.password_short
  if (options.department && !typed.departmentId) problems.departmentId = t.sign_in.choose_department
  return problems
}
