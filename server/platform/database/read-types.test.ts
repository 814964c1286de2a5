import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import fc from "fast-check"
import pg from "pg"
import type { Database } from "./open.ts"
import { toIso } from "./read-types.ts"
import { row, rows } from "./rows.ts"
import { testDatabase } from "./test-database.ts"

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test("timestamps are ISO strings with milliseconds and Z", async () => {
  assert.equal(toIso("2026-11-21 07:08:45+00"), "2026-11-21T07:08:45.000Z")
  assert.equal(toIso("2026-11-21 07:08:45.1+00"), "2026-11-21T07:08:45.100Z")
  assert.equal(toIso("2026-11-21 07:08:45.123+00"), "2026-11-21T07:08:45.123Z")
  assert.equal(toIso("2026-11-21 07:08:45.123456+00"), "2026-11-21T07:08:45.123Z")
  assert.equal(toIso("2026-11-21 07:08:45.5+01"), "2026-11-21T06:08:45.500Z")
  assert.equal(toIso("2026-11-21 07:08:45+05:30"), "2026-11-21T01:38:45.000Z")
  assert.equal(toIso("infinity"), "infinity")
  const moments = fc.date({ min: new Date("1900-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  for (const moment of fc.sample(moments, 50)) {
    const iso = moment.toISOString()
    assert.deepEqual(await row(database.kysely, "select $1::timestamptz(3) as at", [iso]), { at: iso })
  }
})

test("every type comes as the program means it", async () => {
  const found = await row(
    database.kysely,
    `select 9007199254740991::int8 as big, 1.25::numeric as exact, date '2026-02-28' as day, true as yes, null::timestamptz as never,
      '{"a": [1, null]}'::jsonb as json, array['a', 'b,c', null, '"', '{}', '', 'NULL', 'null'] as texts, '{}'::text[] as none,
      array['00000000-0000-0000-0000-000000000001']::uuid[] as ids, array[1, null]::int8[] as bigs, array[1.5]::numeric[] as exacts,
      array[timestamptz '2026-11-21 07:08:45.1Z', null] as moments, array[date '2026-02-28'] as days, array['n']::varchar[] as names, '7'::xid8 as xid`,
  )
  assert.deepEqual(found, {
    big: 9007199254740991,
    exact: 1.25,
    day: "2026-02-28",
    yes: true,
    never: null,
    json: { a: [1, null] },
    texts: ["a", "b,c", null, '"', "{}", "", "NULL", "null"],
    none: [],
    ids: ["00000000-0000-0000-0000-000000000001"],
    bigs: [1, null],
    exacts: [1.5],
    moments: ["2026-11-21T07:08:45.100Z", null],
    days: ["2026-02-28"],
    names: ["n"],
    xid: "7",
  })
})

test("any list of texts comes back as it went in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.string({ unit: "binary" })), { maxLength: 6 }), async (list) => {
      const texts = list.map((text) => text?.replaceAll("\0", "") ?? null).filter((text) => text === null || text.isWellFormed())
      assert.deepEqual(await row(database.kysely, "select $1::text[] as texts", [texts]), { texts })
    }),
    { numRuns: 60 },
  )
})

test("the driver's own table of types is untouched", () => {
  assert.ok(pg.types.getTypeParser(1184)("2026-11-21 07:08:45+00") instanceof Date)
})

test("rows and row run by name or without, in a transaction and outside", async () => {
  assert.deepEqual(await rows(database.kysely, "select $1::integer as n", [1], "one-number"), [{ n: 1 }])
  assert.deepEqual(await rows(database.kysely, "select $1::integer as n", [2], "one-number"), [{ n: 2 }])
  assert.equal(await row(database.kysely, "select 1 where false"), null)
  const found = await database.kysely.transaction().execute((transaction) => row(transaction, "select $1::integer as n", [3], "one-number"))
  assert.deepEqual(found, { n: 3 })
})
