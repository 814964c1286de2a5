// What went wrong, for people. The server's refusals are written for them already; what it cannot say itself is said here.
import { t } from "../words/words.ts"
import { ApiError } from "./request.ts"

/** One or two sentences: what happened, what is safe, what to do. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof ApiError)) return t.live.failed
  if (thrown.status === 0) return t.live.needs_connection
  if (thrown.unreachable) return t.live.busy
  if (thrown.status === 429) return t.live.too_many(Math.ceil(thrown.retryAfter ?? 60))
  if (thrown.status >= 500) return thrown.requestId === null ? t.live.failed : `${t.live.failed} ${t.ui.request(thrown.requestId)}`
  if (thrown.status === 400 && thrown.code === "E_VALIDATION_ERROR") return problemsOf(thrown)[0]?.sentence ?? thrown.message
  if (thrown.status === 404) return t.live.gone
  return thrown.message
}

export type FieldProblem = { path: string; sentence: string }

/** The fields that the server did not accept, for a form: `path` as in the input. */
export function problemsOf(thrown: unknown): FieldProblem[] {
  const fields = thrown instanceof ApiError ? thrown.details.fields : undefined
  if (!Array.isArray(fields)) return []
  return fields
    .filter((field): field is { path: string; message: string } => typeof field?.path === "string" && typeof field?.message === "string")
    .map(({ path, message }) => ({ path, sentence: t.live.field_problem(path, message) }))
}
