/**
 * How PostgreSQL's values become ours: timestamps are ISO strings with milliseconds and Z, dates "YYYY-MM-DD", 64-bit and decimal
 * numbers are numbers, arrays are arrays, JSON is parsed. Given to each pool; the driver's global table stays as it is.
 * The sessions run in UTC (open.ts sees to it), so a timestamp needs no calendar arithmetic.
 */
import pg from "pg"

type Parser = (text: string) => unknown

const OID = {
  int8: 20,
  date: 1082,
  timestamptz: 1184,
  numeric: 1700,
  int8Array: 1016,
  textArray: 1009,
  varcharArray: 1015,
  uuidArray: 2951,
  dateArray: 1182,
  timestamptzArray: 1185,
  numericArray: 1231,
} as const

/** `2026-11-21 07:08:45.1+00` → `2026-11-21T07:08:45.100Z`; what PostgreSQL has below a millisecond is cut off. */
export function toIso(text: string): string {
  const length = text.length
  if (length >= 22 && text.charCodeAt(10) === 32 && text.charCodeAt(length - 3) === 43 && text.endsWith("+00")) {
    const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}`
    if (length === 22) return `${seconds}.000Z`
    return `${seconds}.${text.slice(20, Math.min(length - 3, 23)).padEnd(3, "0")}Z`
  }
  const time = Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))
  return Number.isNaN(time) ? text : new Date(time).toISOString() // infinity stays as it is
}

const driversParser = pg.types.getTypeParser as (oid: number, format?: "text" | "binary") => Parser
const parseTextArray = driversParser(OID.textArray, "text") as (text: string) => (string | null)[]

/** Most arrays are ids or labels, `{a,b}`, and need no state machine. */
function stringArray(text: string): (string | null)[] {
  if (text === "{}") return []
  if (text.includes('"') || text.includes("{", 1) || text.includes("NULL")) return parseTextArray(text)
  return text.slice(1, -1).split(",")
}

const arrayOf =
  <T>(convert: (text: string) => T) =>
  (text: string): (T | null)[] =>
    stringArray(text).map((item) => (item === null ? null : convert(item)))

const asIs: Parser = (text) => text

const parsers = new Map<number, Parser>([
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.date, asIs],
  [OID.timestamptz, toIso],
  [OID.int8Array, arrayOf(Number)],
  [OID.numericArray, arrayOf(Number)],
  [OID.dateArray, stringArray],
  [OID.textArray, stringArray],
  [OID.varcharArray, stringArray],
  [OID.uuidArray, stringArray],
  [OID.timestamptzArray, arrayOf(toIso)],
])

/** The `types` of a pool or client. */
export const readTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : parsers.get(oid)) ?? driversParser(oid, format)) as typeof pg.types.getTypeParser,
}
