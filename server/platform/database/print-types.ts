/** The tables as Kysely's row types: what a query gives back (see read-types.ts) and what an insert must bring. */
import type { Catalog, Column } from "./catalog.ts"

const HEADER = `// Printed by \`npm run db:print\` from the migrations; never edited.
import type { Generated, GeneratedAlways } from "kysely"
`

const TYPES: Record<string, string> = {
  uuid: "string",
  text: "string",
  "character varying": "string",
  character: "string",
  citext: "string",
  name: "string",
  date: "string",
  "timestamp with time zone": "string",
  "time without time zone": "string",
  tsvector: "string",
  inet: "string",
  xid8: "string",
  smallint: "number",
  integer: "number",
  bigint: "number",
  numeric: "number",
  real: "number",
  "double precision": "number",
  boolean: "boolean",
  json: "unknown",
  jsonb: "unknown",
  bytea: "Buffer",
}

export function schemaAsTypes(catalog: Catalog): string {
  const enums = new Map(catalog.enums.map((type) => [type.name, type.labels.map((label) => JSON.stringify(label)).join(" | ")]))
  const tables = catalog.tables.map(({ name, columns }) => {
    const lines = columns.map((column) => `  ${column.name}: ${columnType(column, enums)}\n`)
    return `export type ${typeName(name)} = {\n${lines.join("")}}\n`
  })
  const all = catalog.tables.map(({ name }) => `  ${name}: ${typeName(name)}\n`)
  return `${HEADER}\n${tables.join("\n")}\nexport type Schema = {\n${all.join("")}}\n`
}

function columnType(column: Column, enums: Map<string, string>): string {
  const value = column.nullable ? orNull(valueType(column, enums)) : valueType(column, enums)
  if (column.generated || column.identity === "always") return `GeneratedAlways<${value}>`
  if (column.default || column.identity) return `Generated<${value}>`
  return value
}

function valueType(column: Column, enums: Map<string, string>): string {
  const array = column.type.endsWith("[]")
  const plain = column.type.replace(/\[\]$/, "").replace(/\(\d+(,\d+)?\)/, "")
  const type = TYPES[plain] ?? enums.get(plain)
  if (!type)
    throw new Error(
      `${column.table}.${column.name} is a ${plain}: say in print-types.ts what that is in TypeScript, and in read-types.ts how it is read`,
    )
  if (!array) return type
  return type.includes("|") ? `(${type})[]` : `${type}[]`
}

function orNull(type: string): string {
  return type === "unknown" ? type : `${type} | null`
}

/** ticket_links → TicketLinksTable */
function typeName(table: string): string {
  return `${table.replace(/(^|_)(.)/g, (_, _gap: string, letter: string) => letter.toUpperCase())}Table`
}
