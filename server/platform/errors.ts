/** A "no" that the caller is meant to understand. Anything else that is thrown is a bug and becomes a 500 that tells nothing. */
export class DomainError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined

  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
    this.retryAfter = retryAfter
  }
}

export type FieldProblem = { path: string; message: string }

/** 404 `E_<NOUN>_NOT_FOUND`: it does not exist, or the caller may not see it; the two look the same. */
export const notFound = (noun: string) =>
  new DomainError(404, `E_${noun.toUpperCase().replaceAll(" ", "_")}_NOT_FOUND`, `There is no such ${noun}.`)
/** 403: visible, but not allowed. */
export const forbidden = (message = "You may not do that.", details: Record<string, unknown> = {}) =>
  new DomainError(403, "E_AUTH_INSUFFICIENT_PERMISSIONS", message, details)
/** 409: the state of things does not allow it now. */
export const conflict = (code: string, message: string, details: Record<string, unknown> = {}) =>
  new DomainError(409, code, message, details)
/** 400 with the fields that are wrong. */
export const invalid = (fields: FieldProblem[], message = fields[0]?.message ?? "The input is not valid.") =>
  new DomainError(400, "E_VALIDATION_ERROR", message, { fields })
export const unavailable = (message = "Docket cannot reach its database. Nothing was changed. Try again in a moment.", seconds = 2) =>
  new DomainError(503, "E_SERVICE_UNAVAILABLE", message, {}, seconds)
/** 429 with seconds to wait. */
export const rateLimited = (seconds: number, message = "Too many requests. Wait a moment and try again.") =>
  new DomainError(429, "E_RATE_LIMITED", message, { retryAfter: seconds }, seconds)
