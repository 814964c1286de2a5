/** What a database consists of, read from PostgreSQL's catalog in a fixed order. Only the schema `public`: others (pg-boss) own theirs. */
import type pg from "pg"

export type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  default: string | null
  /** a value the database makes and nobody may give: a generated column, or an identity "always" */
  generated: string | null
  identity: "always" | "by default" | null
}

export type Catalog = {
  extensions: string[]
  enums: { name: string; labels: string[] }[]
  tables: { name: string; columns: Column[]; constraints: string[]; indexes: string[]; triggers: string[] }[]
  views: { name: string; definition: string }[]
  functions: { name: string; definition: string }[]
}

/** the record of migrations belongs to migrate.ts, not to the schema */
const TABLES = `select oid, relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'`

const NOT_OF_AN_EXTENSION = (catalog: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = o.oid and d.deptype = 'e')`

const COLUMNS = `select t.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
  case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
  case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated,
  case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity
  from (${TABLES}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  order by t.relname collate "C", a.attnum`

const CONSTRAINTS = `select t.relname as "table", 'constraint ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid) as text
  from (${TABLES}) t join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u', 'c', 'f', 'x')
  order by position(c.contype in 'pucfx'), c.conname collate "C"`

const INDEXES = `select t.relname as "table", pg_get_indexdef(i.indexrelid) as text
  from (${TABLES}) t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname collate "C"`

const TRIGGERS = `select t.relname as "table", pg_get_triggerdef(g.oid) as text
  from (${TABLES}) t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
  order by g.tgname collate "C"`

const VIEWS = `select o.relname as name, pg_get_viewdef(o.oid) as definition from pg_class o
  where o.relnamespace = 'public'::regnamespace and o.relkind in ('v', 'm') and ${NOT_OF_AN_EXTENSION("pg_class")} order by o.relname collate "C"`

const FUNCTIONS = `select o.proname as name, pg_get_functiondef(o.oid) as definition from pg_proc o
  where o.pronamespace = 'public'::regnamespace and o.prokind in ('f', 'p') and ${NOT_OF_AN_EXTENSION("pg_proc")}
  order by o.proname collate "C", pg_get_function_identity_arguments(o.oid) collate "C"`

const ENUMS = `select o.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels from pg_type o join pg_enum e on e.enumtypid = o.oid
  where o.typnamespace = 'public'::regnamespace and ${NOT_OF_AN_EXTENSION("pg_type")} group by o.oid, o.typname order by o.typname collate "C"`

const EXTENSIONS = `select extname as name from pg_extension where extname <> 'plpgsql' order by extname collate "C"`

export async function readCatalog(pool: pg.Pool): Promise<Catalog> {
  const ask = async <T extends pg.QueryResultRow>(sql: string) => (await pool.query<T>(sql)).rows
  type Text = { table: string; text: string }
  const columns = await ask<Column>(COLUMNS)
  const constraints = await ask<Text>(CONSTRAINTS)
  const indexes = await ask<Text>(INDEXES)
  const triggers = await ask<Text>(TRIGGERS)
  const of = (list: Text[], table: string) => list.filter((item) => item.table === table).map((item) => item.text)
  const tables = [...new Set(columns.map((column) => column.table))].map((name) => ({
    name,
    columns: columns.filter((column) => column.table === name),
    constraints: of(constraints, name),
    indexes: of(indexes, name),
    triggers: of(triggers, name),
  }))
  return {
    extensions: (await ask<{ name: string }>(EXTENSIONS)).map((extension) => extension.name),
    enums: await ask(ENUMS),
    tables,
    views: await ask(VIEWS),
    functions: await ask(FUNCTIONS),
  }
}
