import { type Static, type TSchema, Type } from "typebox"

/** An object that refuses fields it does not name. */
export const Shape = <T extends Record<string, TSchema>>(properties: T, options: Record<string, unknown> = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

/** One of a fixed list of words. */
export const OneOf = <const T extends readonly string[]>(words: T, options: Record<string, unknown> = {}) =>
  Type.Unsafe<T[number]>({ type: "string", enum: [...words], ...options })

export const Nullable = <T extends TSchema>(schema: T) => Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: "null" }] })

export const Id = Type.String({ format: "uuid", description: "UUIDv7" })
/** A ticket's or project's id or its key. */
export const IdOrKey = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9-]+$" })
export const Timestamp = Type.String({ format: "date-time", description: "RFC 3339, UTC" })
/** A day that both calendars know: PostgreSQL has no year 0. */
export const Day = Type.String({ format: "date", pattern: "^(?!0000)", description: "YYYY-MM-DD" })
export const Email = Type.String({ format: "email", minLength: 3, maxLength: 254 })
export const Name = (maxLength = 100) => Type.String({ minLength: 1, maxLength, pattern: "\\S" })
export const Version = Type.Integer({ minimum: 1, maximum: 2147483647 })

/** Somebody or something, named: what a screen needs to show a link to it. */
export const Ref = Shape({ id: Id, name: Type.String() })
export type Ref = Static<typeof Ref>

export const OneId = Shape({ id: Id })
export const OneIdOrKey = Shape({ id: IdOrKey })

/** A query parameter that may be repeated or comma-separated: any of these. */
export const AnyOf = <T extends TSchema>(schema: T) => Type.Array(schema, { minItems: 1, maxItems: 100 })

export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10000, description: "1-based; for small lists. Use cursor for large ones" })),
  count: Type.Optional(Type.Boolean({ description: "also return total" })),
}

/** A page of a list; `total` only where it was asked for. */
export const ListOf = <T extends TSchema>(item: T) =>
  Shape({ data: Type.Array(item), nextCursor: Nullable(Type.String()), total: Type.Optional(Type.Integer()) })
export type ListOf<T> = { data: T[]; nextCursor: string | null; total?: number }
