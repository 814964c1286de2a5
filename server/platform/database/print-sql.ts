/** The schema as one page of SQL, for reading and for review: what all migrations together amount to. */
import type { Catalog, Column } from "./catalog.ts"

const HEADER = "-- Printed by `npm run db:print` from the migrations. For reading; never run, never edited.\n"

export function schemaAsSql(catalog: Catalog): string {
  const parts = [
    ...catalog.extensions.map((name) => `create extension ${name};\n`),
    ...catalog.enums.map((type) => `create type ${type.name} as enum (${type.labels.map((label) => `'${label}'`).join(", ")});\n`),
    ...catalog.functions.map((item) => `${item.definition.trim()};\n`),
    ...catalog.tables.map(tableAsSql),
    ...catalog.views.map((view) => `create view ${view.name} as\n${view.definition.trim()}\n`),
  ]
  return `${HEADER}\n${parts.join("\n")}`
}

function tableAsSql({ name, columns, constraints, indexes, triggers }: Catalog["tables"][number]): string {
  const width = Math.max(...columns.map((column) => column.name.length))
  const lines = [...columns.map((column) => columnAsSql(column, width)), ...constraints]
  const after = [...indexes, ...triggers].map((text) => `${text.replaceAll("public.", "")};\n`)
  return `create table ${name} (\n  ${lines.join(",\n  ")}\n);\n${after.join("")}`
}

function columnAsSql(column: Column, width: number): string {
  const parts = [column.name.padEnd(width), column.type.replace(/timestamp(\(\d\))? with time zone/, "timestamptz$1")]
  if (!column.nullable) parts.push("not null")
  if (column.identity) parts.push(`generated ${column.identity} as identity`)
  if (column.generated) parts.push(`generated always as (${column.generated}) stored`)
  if (column.default) parts.push(`default ${column.default}`)
  return parts.join(" ")
}
