import assert from "node:assert/strict"
import { test } from "node:test"
import { arrange, type PickerOption, score } from "./picker-options.ts"

const people: PickerOption[] = [
  { value: "1", label: "Amara Okafor", keywords: "amara.okafor@marlow.example" },
  { value: "2", label: "Tomás Reyes" },
  { value: "3", label: "Henrik Dahl" },
  { value: "4", label: "Mara Lindqvist" },
]
const values = (query: string, options = people) =>
  arrange(options, query).groups.flatMap((group) => group.options.map((option) => option.value))

test("the start of a label beats the start of a word beats the middle", () => {
  assert.deepEqual(values("mara"), ["4", "1"])
  assert.ok(score({ value: "", label: "Change status" }, "status") > score({ value: "", label: "Prestatus" }, "status"))
})

test("accents and case do not matter, every typed word does", () => {
  assert.deepEqual(values("TOMAS"), ["2"])
  assert.deepEqual(values("rey tom"), ["2"])
  assert.deepEqual(values("marlow"), ["1"])
  assert.deepEqual(values("zzz"), [])
})

test("without a query the order stays, forbidden options stand last", () => {
  const options: PickerOption[] = [
    { value: "closed", label: "Closed", disabledReason: "after Resolved" },
    { value: "pending", label: "Pending" },
    { value: "resolved", label: "Resolved" },
  ]
  assert.deepEqual(values("", options), ["pending", "resolved", "closed"])
})

test("sections keep together and long lists are cut with a count", () => {
  const options = ["a", "b", "c", "d"].map((value, at): PickerOption => ({ value, label: value, section: at % 2 ? "odd" : "even" }))
  assert.deepEqual(
    arrange(options, "").groups.map((group) => [group.section, group.options.length]),
    [
      ["even", 2],
      ["odd", 2],
    ],
  )
  assert.equal(arrange(options, "", 3).hidden, 1)
})
