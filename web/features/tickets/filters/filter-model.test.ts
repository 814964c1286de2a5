import assert from "node:assert/strict"
import { test } from "node:test"
import { both, filterQuery, readFilters, withFilter, writeFilters } from "./filter-model.ts"

const read = (text: string) => readFilters(new URLSearchParams(text))

test("an address is read in its order, and written back the same", () => {
  const text = "tab=mine&priority=critical%2Chigh&assignee=none&q=printer+jam"
  const filters = read(text)
  assert.deepEqual(
    filters.map((filter) => filter.field),
    ["priority", "assignee", "q"],
  )
  assert.deepEqual(filters[0], { field: "priority", negated: false, values: ["critical", "high"] })
  assert.equal(writeFilters(new URLSearchParams(text), filters).toString(), text)
})

test("what cannot be a value is left out", () => {
  assert.deepEqual(read("priority=loud&assignee=bob&team=1&q=+&status=DROP+TABLE"), [])
  assert.deepEqual(read("priority=loud,high")[0]?.values, ["high"])
})

test("a negated filter asks for the others, where the others are known", () => {
  assert.deepEqual(filterQuery(read("priority=!low,medium")), { priority: ["high", "critical"] })
  assert.equal(read("assignee=!me").length, 0)
})

test("a filter that excludes everything matches nothing", () => {
  assert.equal(filterQuery(read("priority=!low,medium,high,critical")), null)
})

test("two queries together allow only what both allow", () => {
  assert.deepEqual(both({ statusCategory: ["todo", "active"] }, { statusCategory: ["active", "done"], q: "x" }), {
    statusCategory: ["active"],
    q: "x",
  })
  assert.equal(both({ assignee: ["me"] }, { assignee: ["none"] }), null)
})

test("a filter is replaced in its place and goes without values", () => {
  const filters = read("priority=high&label=vpn")
  assert.deepEqual(withFilter(filters, { field: "priority", negated: false, values: ["low"] })[0]?.values, ["low"])
  assert.equal(withFilter(filters, { field: "priority", negated: false, values: [] }).length, 1)
  assert.equal(withFilter(filters, { field: "type", negated: false, values: ["bug"] }).at(-1)?.field, "type")
})
