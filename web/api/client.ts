// Calls an endpoint of the contract as whoever is signed in. The only way from the web app to the server.
import type { Body, Endpoint, Params, Query, Returns } from "@docket/contract/endpoint"
import type { TObject, TSchema } from "typebox"
import { remedied } from "./remedy.ts"
import { ApiError, type RequestInput, request } from "./request.ts"
import { accessToken, renew } from "./token.ts"

export { ApiError } from "./request.ts"

export type AnyEndpoint = Endpoint<TObject, TObject, TSchema, TSchema>
type Given<Name extends string, T> = undefined extends T
  ? { [K in Name]?: T }
  : Record<string, never> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T }

export type CallInput<E> = Given<"params", Params<E>> &
  Given<"query", Query<E>> &
  Given<"body", Body<E>> & {
    /** The version that the caller has seen; a stale one is refused with 409. */
    ifMatch?: number
    /** The same key twice is the same call: the answer of the first one comes again. */
    idempotencyKey?: string
    signal?: AbortSignal
  }
type MayBeEmpty<T> = Record<string, never> extends T ? [input?: T] : [input: T]

/** @throws ApiError with the server's code and words; status 0, E_OFFLINE when nobody answers */
export async function call<E extends AnyEndpoint>(endpoint: E, ...[input]: MayBeEmpty<CallInput<E>>): Promise<Returns<E>> {
  const given = (input ?? {}) as RequestInput
  try {
    return (await asked(endpoint, given)) as Returns<E>
  } catch (error) {
    if (!(await remedied(error))) throw error
    return (await asked(endpoint, given)) as Returns<E>
  }
}

/** With a token that is good: a stale one is renewed once. */
async function asked(endpoint: AnyEndpoint, given: RequestInput): Promise<unknown> {
  const token = accessToken()
  try {
    return await request(endpoint, given, { token })
  } catch (error) {
    if (!isStale(error)) throw error
    // another call may have renewed it meanwhile
    if (accessToken() === null || accessToken() === token) await renew()
    return request(endpoint, given, { token: accessToken() })
  }
}

const isStale = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 401 && (error.code === "E_AUTH_TOKEN_EXPIRED" || error.code === "E_AUTH_MISSING_TOKEN")

/** Whatever was thrown, as an ApiError. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(500, "E_APP_FAILED", thrown instanceof Error ? thrown.message : String(thrown))
}
