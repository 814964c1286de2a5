import type { Endpoint, Input, Returns } from "@docket/contract/endpoint"
import type { TObject, TSchema } from "typebox"
import type { Ctx, Origin, Principal } from "#platform/context"
import type { Runtime } from "#platform/runtime"

type AnyEndpoint = Endpoint<TObject, TObject, TSchema, TSchema>

/** What a handler that opens its own transactions gets: sign-in hashes passwords, which no transaction may wait for. */
export type Call = {
  runtime: Runtime
  actor: Principal
  origin: Origin
  /** The web app's refresh token, where it sent one. */
  refreshCookie: string | null
  /** Whether it comes from the web app's own pages, as far as a browser tells: what rests on a cookie asks for this. */
  fromOwnPage: boolean
  setRefreshCookie: (value: string | null, maxAgeSeconds: number) => void
}

type Handle =
  | { kind: "read"; handle: (ctx: Ctx, input: never) => Promise<unknown> }
  | {
      kind: "write"
      handle: (ctx: Ctx, input: never, prepared: never) => Promise<unknown>
      prepare: ((input: never) => Promise<unknown>) | null
    }
  | { kind: "call"; handle: (call: Call, input: never) => Promise<unknown> }
export type Route = { endpoint: AnyEndpoint } & Handle

/** An answer that is already JSON text: written once, by the database or from memory, and sent as it is. */
export class WrittenJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
/** What a handler may answer: the promised shape, or its JSON text. */
type Answer<E> = Promise<Returns<E> extends undefined ? void : Returns<E> | WrittenJson>

/** Ties an endpoint to the function that reads its answer. No transaction; nothing can happen. */
export const read = <E extends AnyEndpoint>(endpoint: E, handle: (ctx: Ctx, input: Input<E>) => Answer<E>): Route => ({
  endpoint,
  kind: "read",
  handle: handle as (ctx: Ctx, input: never) => Promise<unknown>,
})

/**
 * Ties an endpoint to the action that changes something: one transaction, which may be repeated.
 * `prepare` runs once before it, for what no transaction may wait for, such as hashing a password.
 */
export const write = <E extends AnyEndpoint, P = undefined>(
  endpoint: E,
  handle: (ctx: Ctx, input: Input<E>, prepared: P) => Answer<E>,
  prepare: ((input: Input<E>) => Promise<P>) | null = null,
): Route => ({
  endpoint,
  kind: "write",
  handle: handle as (ctx: Ctx, input: never, prepared: never) => Promise<unknown>,
  prepare: prepare as ((input: never) => Promise<unknown>) | null,
})

/** Ties an endpoint to a function that opens its own transactions. */
export const call = <E extends AnyEndpoint>(endpoint: E, handle: (call: Call, input: Input<E>) => Answer<E>): Route => ({
  endpoint,
  kind: "call",
  handle: handle as (call: Call, input: never) => Promise<unknown>,
})
