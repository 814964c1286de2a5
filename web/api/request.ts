// One HTTP request, as an endpoint of the contract describes it. Knows nothing of who is signed in.
import type { Endpoint } from "@docket/contract/endpoint"

/** A "no" of the server, or no answer at all (`status` 0, `code` E_OFFLINE). `message` is written for people. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string | null
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: object; requestId?: string | null; retryAfter?: number | null } = {},
  ) {
    super(message)
    this.name = "ApiError"
    this.status = status
    this.code = code
    this.details = { ...more.details }
    this.requestId = more.requestId ?? null
    this.retryAfter = more.retryAfter ?? null
  }

  /** Nobody answered, or only something in between: the same request may succeed later. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }
}

export type RequestInput = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

/** `/tickets/:id` with its parameters filled in and the query behind; lists are comma-separated, what is undefined is left out. */
export function addressOf(endpoint: Pick<Endpoint, "path">, { params = {}, query = {} }: RequestInput = {}): string {
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""))
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`)
  return `/api/v1${path}${search.length > 0 ? `?${search.join("&")}` : ""}`
}

type Extra = { token?: string | null; keepalive?: boolean }

/** @throws ApiError; also for a connection that fails. An aborted request throws what the browser throws. */
export async function request(endpoint: Pick<Endpoint, "method" | "path">, input: RequestInput = {}, extra: Extra = {}): Promise<unknown> {
  const headers: Record<string, string> = { "X-Docket-Client": "web", Accept: "application/json" }
  if (extra.token) headers.Authorization = `Bearer ${extra.token}`
  if (input.body !== undefined) headers["Content-Type"] = "application/json"
  if (input.ifMatch !== undefined) headers["If-Match"] = `"${input.ifMatch}"`
  if (input.idempotencyKey !== undefined) headers["Idempotency-Key"] = input.idempotencyKey
  let response: Response
  try {
    response = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      headers,
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      credentials: "same-origin",
      cache: "no-store",
      keepalive: extra.keepalive,
      signal: input.signal,
    })
  } catch (error) {
    if (input.signal?.aborted) throw error
    throw new ApiError(0, "E_OFFLINE", "Docket cannot be reached.")
  }
  const text = await response.text().catch(() => {
    throw new ApiError(0, "E_OFFLINE", "The connection broke off.")
  })
  const answer = parse(text)
  if (response.ok) return answer
  throw refusal(response, answer)
}

function parse(text: string): unknown {
  if (text === "") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(response: Response, answer: unknown): ApiError {
  const said = (typeof answer === "object" && answer !== null ? answer : {}) as { error?: unknown; message?: unknown; details?: unknown }
  const details = typeof said.details === "object" && said.details !== null ? said.details : {}
  const wait = Number(response.headers.get("retry-after"))
  return new ApiError(
    response.status,
    typeof said.error === "string" ? said.error : `E_HTTP_${response.status}`,
    typeof said.message === "string" ? said.message : response.statusText,
    { details, requestId: response.headers.get("x-request-id"), retryAfter: Number.isFinite(wait) && wait > 0 ? wait : null },
  )
}
