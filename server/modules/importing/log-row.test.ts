import assert from "node:assert/strict"
import { describe, test } from "node:test"
import { columnsOf, contentOf, isWrong, type LogRow, readRow } from "./log-row.ts"
import { inOrder } from "./order.ts"
import { columns, rowOf, type Values } from "./test-log.ts"

const latest = "2030-01-01T00:00:00.000Z"
const known = columnsOf(columns) ?? new Map()
const read = (given: Values) => readRow(known, columns.length, rowOf(given).split(","), 7, latest)
const good = (given: Values): LogRow => {
  const row = read(given)
  assert.ok(!isWrong(row), JSON.stringify(row))
  return row
}

describe("the header", () => {
  test("columns may come in any order and writing, and some may be missing; without the five that matter it is no such log", () => {
    assert.equal(columnsOf(["Sys_Updated_At ", "number", "opened_at", "SYS_MOD_COUNT", "incident_state"])?.get("sys_mod_count"), 3)
    assert.equal(columnsOf(["number", "state", "opened_at"]), null)
    assert.equal(columnsOf([]), null)
  })
})

describe("a row", () => {
  test("is read into what it says; a question mark and nothing are the same", () => {
    const row = good({ assigned_to: "Resolver  3", category: "", subcategory: "?", priority: "1 - Critical", made_sla: "FALSE" })
    const { number, modCount, at, by, caller, assignee, category, subcategory, priority, details } = row
    assert.deepEqual(
      { number, modCount, at, by, caller, assignee, category, subcategory, priority },
      {
        number: "INC0000001",
        modCount: 0,
        at: "2016-03-01T08:01:00.000Z",
        by: "Updated by 1",
        caller: "Caller 1",
        assignee: "Resolver 3",
        category: null,
        subcategory: null,
        priority: "critical",
      },
    )
    assert.deepEqual(details, { contactType: "Phone", location: "Location 1", createdBy: "Created by 1", madeSla: false })
  })
  const wrong: [says: string, given: Values, why: RegExp][] = [
    ["no number", { number: "?" }, /number is not an incident's: \?/],
    ["a number of nothing", { number: "hello" }, /number is not an incident's: hello/],
    ["an unknown time", { sys_updated_at: "?" }, /sys_updated_at is unknown/],
    ["a time that was never", { sys_updated_at: "31-02-2016 10:00" }, /sys_updated_at is not a time: 31-02-2016/],
    ["a time to come", { closed_at: "01-01-2031 10:00" }, /closed_at is not a time/],
    ["a garbled opening", { opened_at: "soon" }, /opened_at is not a time: soon/],
    ["no count", { sys_mod_count: "" }, /sys_mod_count is unknown/],
    ["a negative count", { sys_mod_count: "-1" }, /sys_mod_count is not a count: -1/],
    ["a name that is too long", { caller_id: "x".repeat(101) }, /caller_id is not a name: x{60}…/],
    ["control characters", { assignment_group: "a\u0007b" }, /assignment_group is not a name: a b/],
    ["a header again", Object.fromEntries(columns.map((column) => [column, column])), /is the header again/],
  ]
  for (const [says, given, why] of wrong)
    test(`with ${says} is wrong, and says why`, () => {
      const row = read(given)
      assert.ok(isWrong(row))
      assert.match(row.wrong, why)
    })
  test("with columns too few or too many is wrong, and its number is known all the same", () => {
    for (const fields of [["INC0000009"], [...rowOf({ number: "INC0000009" }).split(","), "one more"]]) {
      const row = readRow(known, columns.length, fields, 3, latest)
      assert.ok(isWrong(row))
      assert.equal(row.number, "INC0000009")
      assert.match(row.wrong, /has (1 column|37 columns) instead of 36/)
    }
  })
  test("with a state, level or switch that says nothing is taken, and noted", () => {
    const row = good({ incident_state: "-100", impact: "none", made_sla: "perhaps", priority: "11" })
    assert.deepEqual([row.state, row.impact, row.priority, row.details.madeSla], [null, null, null, undefined])
    assert.equal(row.notes.length, 4)
    assert.match(row.notes.join("; "), /incident_state names no state: -100.*impact is no level: none/)
  })
  test("is the same update wherever it stands, and with whatever is known later of how it ended", () => {
    const same = contentOf({ ...good({}), line: 99 })
    assert.equal(contentOf(good({ resolved_at: "02-03-2016 10:00", closed_at: "07-03-2016 11:00", closed_code: "code 9" })), same)
    assert.notEqual(contentOf(good({ assigned_to: "Resolver 2" })), same)
    assert.notEqual(contentOf(good({ sys_mod_count: "1" })), same)
  })
})

describe("the order of an incident's rows", () => {
  const placed = (...rows: [modCount: number, at: string][]) => rows.map(([modCount, at], index) => ({ modCount, at, line: index + 2 }))
  const orderOf = (rows: ReturnType<typeof placed>) => inOrder(rows).map(({ line }) => line)
  test("is that of counts and times where they agree, whatever the file's", () => {
    assert.deepEqual(orderOf(placed([2, "10:00"], [0, "08:00"], [3, "11:00"], [1, "09:00"])), [3, 5, 2, 4])
  })
  test("a wrong count and a wrong time are outvoted by the other two", () => {
    assert.deepEqual(orderOf(placed([7, "08:00"], [1, "09:00"], [2, "10:00"], [7, "12:00"])), [2, 3, 4, 5])
    assert.deepEqual(orderOf(placed([0, "08:00"], [1, "11:10"], [2, "11:03"], [3, "12:00"], [4, "13:00"])), [2, 3, 4, 5, 6])
  })
  test("in a file without order the times decide", () => {
    assert.deepEqual(orderOf(placed([3, "12:00"], [2, "10:00"], [1, "09:00"], [7, "08:00"])), [5, 4, 3, 2])
  })
})
