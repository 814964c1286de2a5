import assert from "node:assert/strict"
import { describe, test } from "node:test"
import { columnsOf, isWrong, type LogRow, readRow, type WrongRow } from "./log-row.ts"
import { type How, type Incident, type Memory, type Plan, planFor, withoutDoubles } from "./replay.ts"
import { graphFor, missingStates, statusFor } from "./states.ts"
import { columns, rowOf, type Values, wayOf } from "./test-log.ts"

const known = columnsOf(columns) ?? new Map()
const graph = graphFor(missingStates(null, []))
const how: How = { kind: "desk", status: (state) => statusFor(graph, "desk", state), keeps: () => false, now: "2020-01-01T00:00:00.000Z" }
const read = (lines: readonly string[]): Incident => {
  const all = lines.map((line, at) => readRow(known, columns.length, line.split(","), at + 2, "2030-01-01T00:00:00.000Z"))
  return {
    number: "INC0000001",
    rows: all.filter((row): row is LogRow => !isWrong(row)),
    wrong: all.filter((row): row is WrongRow => isWrong(row)),
  }
}
const way = wayOf("INC0000001")
const planOf = (lines: readonly string[], memory: Memory | null = null, given: Partial<How> = {}): Plan => {
  const plan = planFor(read(lines), memory, { ...how, ...given })
  assert.ok(plan !== null)
  return plan
}
const statesOf = ({ steps }: Plan) => steps.map(({ before, after }) => [before.state, after.state])
const row = (count: number, at: string, given: Values = {}) => rowOf({ sys_mod_count: String(count), sys_updated_at: at, ...given })

describe("a new incident", () => {
  test("is raised as its first row has it, by whom and when the log says, and every row is a step", () => {
    const plan = planOf(way)
    assert.deepEqual([plan.raised.at, plan.raised.by, plan.raised.fields.state], ["2016-03-01T08:00:00.000Z", "Opened by 1", "New"])
    assert.deepEqual(statesOf(plan), [
      ["New", "New"],
      ["New", "Active"],
      ["Active", "Resolved"],
      ["Resolved", "Closed"],
    ])
    assert.deepEqual(plan.steps.map(({ at, by, line }) => [at, by, line])[1], ["2016-03-01T09:00:00.000Z", "Updated by 2", 3])
    assert.deepEqual([plan.resolvedAt, plan.closedAt], ["2016-03-02T10:00:00.000Z", "2016-03-07T11:00:00.000Z"])
  })
  test("that is not over has no end, whatever the log knows of it; how it ended holds once it has", () => {
    const open = planOf([rowOf({ resolved_at: "02-03-2016 10:00", closed_at: "07-03-2016 11:00" })])
    assert.deepEqual([open.resolvedAt, open.closedAt, open.raised.fields.resolutionCode], [null, null, null])
    const resolved = planOf(way.slice(0, 3))
    assert.deepEqual([resolved.resolvedAt, resolved.closedAt], ["2016-03-02T10:00:00.000Z", null])
    assert.deepEqual([resolved.memory.last.resolutionCode, resolved.memory.last.details.resolvedBy], ["code 1", "Resolved by 1"])
  })
  test("whose end the log does not time ended when it came there", () => {
    const plan = planOf(wayOf("INC0000001", { resolved_at: "?", closed_at: "?" }))
    assert.deepEqual([plan.resolvedAt, plan.closedAt], ["2016-03-02T10:00:00.000Z", "2016-03-07T11:00:00.000Z"])
  })
  test("keeps its state, priority and caller where a row does not know them; nobody assigned is nobody", () => {
    const plan = planOf([
      row(0, "01-03-2016 08:01", { assigned_to: "Resolver 1", priority: "2 - High" }),
      row(1, "01-03-2016 09:00", { incident_state: "-100", caller_id: "?", priority: "?", assigned_to: "?" }),
    ])
    const { state, caller, priority, assignee } = plan.memory.last
    assert.deepEqual([state, caller, priority, assignee], ["New", "Caller 1", "high", null])
    assert.match(plan.steps[1]?.note ?? "", /incident_state names no state: -100/)
  })
  test("tells in words what Docket has no field for, and the original state where the status has another name", () => {
    const plan = planOf([row(0, "01-03-2016 08:01"), row(1, "01-03-2016 09:00", { location: "Location 2", made_sla: "FALSE" })], null, {
      keeps: () => true,
    })
    assert.deepEqual(
      plan.steps.map(({ note }) => note),
      ["State in ServiceNow: New", "Location: Location 1 → Location 2\nWithin the SLA: yes → no"],
    )
  })
  test("of which no row is right is raised by what can be read of it", () => {
    const plan = planOf([rowOf({ sys_updated_at: "soon", incident_state: "Closed", closed_at: "07-03-2016 11:00" })])
    assert.equal(plan.steps.length, 0)
    assert.deepEqual(
      [plan.raised.at, plan.raised.fields.state, plan.closedAt],
      ["2016-03-01T08:00:00.000Z", "Closed", "2016-03-07T11:00:00.000Z"],
    )
    assert.equal(planOf(["INC0000001"]).raised.at, how.now)
  })
  test("takes each update once", () => {
    const { rows, doubles } = withoutDoubles(read([...way, way[1] ?? ""]).rows)
    assert.equal(rows.length, 4)
    assert.deepEqual(doubles, [{ line: 6, of: 3 }])
  })
})

describe("an incident that is known", () => {
  const before = planOf(way.slice(0, 2)).memory
  test("has nothing new where every row is in, in whatever file and order", () => {
    assert.equal(planFor(read(way.slice(0, 2)), before, how), null)
    assert.equal(planFor(read([way[1] ?? ""]), before, how), null)
    assert.equal(planFor(read([]), before, how), null)
  })
  test("goes on where the log stood, with the whole of it in the file or only the rest", () => {
    const whole = planOf(way, before)
    assert.deepEqual(statesOf(whole), [
      ["Active", "Resolved"],
      ["Resolved", "Closed"],
    ])
    const rest = planOf(way.slice(2), before)
    assert.deepEqual(
      rest.steps.map(({ line: _, ...step }) => step),
      whole.steps.map(({ line: _, ...step }) => step),
    )
    assert.deepEqual([whole.closedAt, rest.closedAt], ["2016-03-07T11:00:00.000Z", "2016-03-07T11:00:00.000Z"])
    assert.deepEqual(whole.memory, planOf(way).memory, "in two parts or in one, the end is the same")
  })
  test("is told of an update that comes too late, and stays what it is", () => {
    const late = row(1, "01-03-2016 08:30", { incident_state: "Awaiting Vendor" })
    for (const lines of [[...way.slice(0, 1), late, ...way.slice(1, 2)], [late]]) {
      const plan = planOf(lines, before)
      assert.deepEqual(statesOf(plan), [["Active", "Active"]])
      assert.equal(plan.steps[0]?.at, "2016-03-01T08:30:00.000Z")
      assert.match(plan.steps[0]?.note ?? "", /imported later: Awaiting Vendor, Group 1/)
      assert.deepEqual([plan.memory.last, plan.memory.at], [before.last, before.at])
    }
  })
  test("that had no right row begins with the first one that is", () => {
    const none = planOf([rowOf({ sys_updated_at: "soon" })]).memory
    assert.deepEqual(statesOf(planOf(way, none)).at(-1), ["Resolved", "Closed"])
  })
})
