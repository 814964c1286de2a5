/** Whether an error says that the database is away, or busy beyond patience, rather than that the statement was wrong: HTTP answers 503. */

const CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"])

/** operator intervention, connection exceptions, too many connections, a lock not obtained in time */
const SQLSTATES = /^(57P0\d|08\w{3}|53300|55P03|57014|25P03)$/

const MESSAGES = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error",
  "Client was closed and is not queryable",
  "Query read timeout",
  "Cannot use a pool after calling end on the pool",
]

/** The connection was lost while COMMIT was under way: what the transaction did has been kept, or not, and nobody here knows. */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super("the connection was lost during COMMIT", { cause })
    this.name = "OutcomeUnknownError"
  }
}

export function isUnavailable(error: unknown): boolean {
  if (error instanceof OutcomeUnknownError) return true
  if (!(error instanceof Error)) return false
  if ("code" in error && typeof error.code === "string") {
    if (SQLSTATES.test(error.code)) return true
    if (CODES.has(error.code)) return true
    if (error.code === "ENOENT") return "syscall" in error && error.syscall === "connect" // the socket of the embedded database
  }
  if (MESSAGES.some((message) => error.message.startsWith(message))) return true
  return error instanceof AggregateError ? error.errors.some(isUnavailable) : false
}

/** busy, but on a connection that goes on: a lock or statement timeout, a refused new connection */
const STILL_CONNECTED = new Set(["55P03", "57014", "53300"])

/** Whether the connection an error came from is of no more use: gone, or with a statement still running on it. */
export function isLost(error: unknown): boolean {
  return isUnavailable(error) && !(error instanceof Error && "code" in error && STILL_CONNECTED.has(String(error.code)))
}
