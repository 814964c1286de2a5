import { isUnavailable, OutcomeUnknownError } from "#platform/database/open"
import { conflict, DomainError, invalid, rateLimited, unavailable } from "#platform/errors"

type Coded = { code?: unknown; statusCode?: unknown; constraint?: unknown; message?: unknown }

/** PostgreSQL's refusals of a value that passed the schema: the caller's mistake, not ours. */
const refusedValues: Record<string, string> = {
  "22021": "contains a character that cannot be stored",
  "22P02": "has the wrong form",
  "22P05": "contains a character that cannot be stored",
  "22003": "is out of range",
  "22008": "is not a date that exists",
  "22007": "is not a date that exists",
  "22001": "is too long",
}

const perhapsDone =
  "Docket lost its database in the moment of writing: this may have been kept, or not. Look before you try again; with the same Idempotency-Key it cannot happen twice."

const busy = new Set(["55P03", "57014", "53300", "53400", "40001", "40P01", "25P03"])

/** Whatever was thrown, as the answer that the caller gets; `bug` tells that it is one and has to be logged. */
export function toDomainError(thrown: unknown, requestId: string): { error: DomainError; bug: boolean } {
  if (thrown instanceof DomainError) return { error: thrown, bug: false }
  if (thrown instanceof OutcomeUnknownError) return { error: unavailable(perhapsDone), bug: false }
  const { code, statusCode } = (thrown ?? {}) as Coded
  if (typeof code === "string") {
    if (code.startsWith("FST_") && Number(statusCode) < 500) return { error: fromFastify(code, Number(statusCode)), bug: false }
    if (code in refusedValues) return { error: invalid([{ path: "body", message: refusedValues[code]! }]), bug: false }
    if (busy.has(code))
      return { error: unavailable("Docket is busy with that just now. Nothing was changed. Try again in a moment."), bug: false }
    if (code === "23505") return { error: conflict("E_CONFLICT_EXISTS", "Something with these values exists already."), bug: false }
    if (code === "23503")
      return { error: conflict("E_CONFLICT_REFERENCE", "What this refers to does not exist, or is still in use."), bug: false }
    if (code === "53100") return { error: new DomainError(507, "E_STORAGE_FULL", "There is no room left to store this."), bug: true }
  }
  if (isUnavailable(thrown)) return { error: unavailable(), bug: false }
  return {
    error: new DomainError(500, "E_INTERNAL_ERROR", "Something went wrong on our side. Nothing was changed.", { requestId }),
    bug: true,
  }
}

function fromFastify(code: string, status: number): DomainError {
  if (status === 413) return new DomainError(413, "E_PAYLOAD_TOO_LARGE", "This is too large.")
  if (status === 415) return new DomainError(415, "E_UNSUPPORTED_MEDIA_TYPE", "Send JSON with the content type application/json.")
  if (status === 404) return new DomainError(404, "E_NOT_FOUND", "There is nothing at this address.")
  if (status === 429) return rateLimited(1)
  if (code === "FST_ERR_CTP_INVALID_CONTENT_LENGTH") return invalid([{ path: "body", message: "is not as long as Content-Length says" }])
  return invalid([{ path: "request", message: "is malformed" }])
}

export const errorBody = ({ code, message, details }: DomainError) => ({ error: code, message, details })
