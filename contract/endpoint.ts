import { type Static, type TObject, type TSchema, Type } from "typebox"
import type { Permission } from "./permissions.ts"

/**
 * Who may call an endpoint at all. Which things they may then see (404) and change (403) is decided by the module's queries and policy.
 * `anyone` needs no sign-in; `person` is whoever is signed in; a permission name asks for that permission.
 */
export type Access = "anyone" | "person" | Permission

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One HTTP call, described once: the server binds it, the web app and the command line call it, OpenAPI and the tests are printed from it. */
export type Endpoint<P extends TObject = TObject, Q extends TObject = TObject, B extends TSchema = TSchema, R extends TSchema = TSchema> = {
  /** Unique name, also OpenAPI's operationId. */
  id: string
  method: Method
  /** Below /api/v1, with `:name` parameters. */
  path: string
  /** Further method and path pairs that answer the same. */
  also: { method?: Method; path?: string }[]
  tag: string
  summary: string
  access: Access
  params: P
  query: Q
  body: B
  returns: R
  status: 200 | 201 | 202 | 204
  /** May be repeated safely with the header Idempotency-Key. */
  idempotent: boolean
}

const nothing = Type.Object({}, { additionalProperties: false })
/** Marks a call that takes no body or answers without one. */
export const Nothing = Type.Undefined()
export type Nothing = typeof Nothing

type Written<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema> = {
  id: string
  method: Method
  path: string
  also?: { method?: Method; path?: string }[]
  tag: string
  summary: string
  access: Access
  params?: P
  query?: Q
  body?: B
  returns?: R
  status?: 200 | 201 | 202 | 204
  idempotent?: boolean
}

/** Describes an endpoint; what is left out takes nothing, answers 200 (or 204 where nothing is returned). */
export function endpoint<
  P extends TObject = typeof nothing,
  Q extends TObject = typeof nothing,
  B extends TSchema = Nothing,
  R extends TSchema = Nothing,
>(written: Written<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    also: [],
    idempotent: false,
    status: written.returns === undefined ? 204 : 200,
    ...written,
    params: (written.params ?? nothing) as P,
    query: (written.query ?? nothing) as Q,
    body: (written.body ?? Nothing) as B,
    returns: (written.returns ?? Nothing) as R,
  }
}

export type Params<E> = E extends Endpoint<infer P, TObject, TSchema, TSchema> ? Static<P> : never
export type Query<E> = E extends Endpoint<TObject, infer Q, TSchema, TSchema> ? Static<Q> : never
export type Body<E> = E extends Endpoint<TObject, TObject, infer B, TSchema> ? Static<B> : never
export type Returns<E> = E extends Endpoint<TObject, TObject, TSchema, infer R> ? Static<R> : never
export type Input<E> = { params: Params<E>; query: Query<E>; body: Body<E> }
