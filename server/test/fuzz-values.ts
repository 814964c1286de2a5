import type { TSchema } from "typebox"

/** Values from a schema: mostly good ones, and every kind of bad one. Seeded, so that a failure can be seen again. */
export type Chance = { next: () => number; of: <T>(items: readonly T[]) => T; one: (share: number) => boolean }

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { next, of: (items) => items[Math.floor(next() * items.length)]!, one: (share) => next() < share }
}

type Described = {
  type?: string
  enum?: unknown[]
  anyOf?: Described[]
  items?: Described
  properties?: Record<string, Described>
  patternProperties?: Record<string, Described>
  required?: string[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** What has broken others: control characters, halves of pairs, overlong, wrong type, numbers beyond reason, words of the language. */
const nasty: readonly unknown[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfff",
  "\u202e",
  "'",
  "' or 1=1 --",
  '"; drop table tickets; --',
  "%",
  "\\",
  `$${"{7*7}"}`,
  "{{constructor}}",
  "<svg onload=alert(1)>",
  "../../etc/passwd",
  "x".repeat(10_000),
  "💥".repeat(600),
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[]]],
  ["x", 1],
  { a: { b: { c: 1 } } },
  { $ne: null },
  { constructor: { prototype: 1 } },
  "2026-02-30",
  "0000-00-00",
  "infinity",
  "9999999-12-31",
  "2026-13-45T99:99:99Z",
  "NaN",
  "null",
  "undefined",
  "me",
  "none",
  "00000000-0000-0000-0000-000000000000",
]

/** `ids`: things that exist; a field of the form of an id gets one of them, or one that does not exist. */
export function fuzzValue(schema: TSchema, ids: readonly string[], c: Chance, depth = 0): unknown {
  const s = schema as Described
  if (c.one(0.06)) return c.of(nasty)
  if (s.enum) return c.of(s.enum)
  if (s.anyOf) return fuzzValue(c.of(s.anyOf) as TSchema, ids, c, depth + 1)
  switch (s.type) {
    case "object":
      return objectOf(s, ids, c, depth)
    case "array":
      return Array.from({ length: Math.floor(c.next() * 3) }, () => fuzzValue((s.items ?? {}) as TSchema, ids, c, depth + 1))
    case "integer":
    case "number":
      return c.of([
        s.minimum ?? 0,
        s.maximum ?? 100,
        (s.minimum ?? 0) + 1,
        Math.floor(c.next() * 50),
        (s.minimum ?? 0) - 1,
        (s.maximum ?? 1e9) + 1,
      ])
    case "boolean":
      return c.one(0.5)
    case "null":
      return null
    case "string":
      return textOf(s, ids, c)
    default:
      return c.of(nasty)
  }
}

function objectOf(s: Described, ids: readonly string[], c: Chance, depth: number): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(s.properties ?? {})) {
    const required = s.required?.includes(name) ?? false
    if (required ? c.one(0.04) : c.one(depth === 0 ? 0.6 : 0.4)) continue
    object[name] = fuzzValue(property as TSchema, ids, c, depth + 1)
  }
  if (s.patternProperties && c.one(0.5)) object[c.of(["field", "__proto__", "a b", "request"])] = c.of(nasty)
  if (c.one(0.04)) object[c.of(["nonsense", "id", "role", "isAdmin", "__proto__", "version", "viewers", "constructor"])] = c.of(nasty)
  return object
}

function textOf(s: Described, ids: readonly string[], c: Chance): string {
  if (s.format === "uuid" || s.pattern === "^[A-Za-z0-9-]+$")
    return c.of([...ids, "01900000-0000-7000-8000-000000000000", "HELP-1001", "WEB-1001", "NOPE-1"])
  if (s.format === "date") return c.of(["2026-11-21", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31"])
  if (s.format === "date-time")
    return c.of([
      "2026-11-21T10:00:00Z",
      "2026-11-21T10:00:00.000+05:30",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
      "2026-06-30T23:59:60Z",
    ])
  if (s.format === "email")
    return c.of(["new@docket.example", "NEW@Docket.example", `p${Math.floor(c.next() * 1e6)}@docket.example`, "a@b"])
  if (s.pattern?.startsWith("^(me")) return c.of(["me", "none", ...ids])
  const length = c.of([s.minLength ?? 1, Math.min(s.maxLength ?? 20, 5000), (s.maxLength ?? 50) + 1, 8])
  const alphabet = c.of(["abc def", "ÄÖ ß", "日本語", "x", "<b>&", "A1"])
  return Array.from({ length: Math.min(length, 6000) }, (_, i) => alphabet[i % alphabet.length]).join("")
}
