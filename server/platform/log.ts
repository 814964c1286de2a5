import { type Logger, pino, stdTimeFunctions } from "pino"

export type Log = Logger

/** Structured lines on standard output. Secrets never get here: headers are not logged, and these paths are masked should one slip in. */
export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { error: describeError },
    redact: ["password", "*.password", "token", "*.token", "authorization", "*.authorization", "refreshToken", "*.refreshToken"],
  })
}

/** What a log line tells of an error: its kind, message, code and stack, and nothing of the values that were bound to a statement. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { name, message, stack } = error
  const code = (error as { code?: unknown }).code
  return { name, message, ...(code === undefined ? {} : { code }), stack }
}
