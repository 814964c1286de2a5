import assert from "node:assert/strict"
import { describe, test } from "node:test"
import { countIn, levelIn, momentIn, nameIn, numberIn, priorityIn, switchIn, unreadable } from "./rules.ts"

const table = <T>(read: (value: string) => T, cases: Record<string, T>) => {
  for (const [value, expected] of Object.entries(cases)) assert.equal(read(value), expected, JSON.stringify(value))
}

describe("single values of a log", () => {
  test("moments are day, month, year; what no calendar has, what is too old and what has not been yet cannot be read", () => {
    table((value) => momentIn(value, "2017-02-01T00:00:00.000Z"), {
      "29-02-2016 01:16": "2016-02-29T01:16:00.000Z",
      "29/2/2016 01:16": "2016-02-29T01:16:00.000Z",
      "1.3.2016 9:05": "2016-03-01T09:05:00.000Z",
      "01-03-2016 23:59:58": "2016-03-01T23:59:58.000Z",
      "2016-03-01 09:05:07": "2016-03-01T09:05:07.000Z",
      "2016-03-01T09:05": "2016-03-01T09:05:00.000Z",
      "31-12-2016": "2016-12-31T00:00:00.000Z",
      " 01-03-2016 09:05 ": "2016-03-01T09:05:00.000Z",
      "?": null,
      "": null,
      "29-02-2015 01:16": unreadable,
      "31-04-2016 01:16": unreadable,
      "03-31-2016 01:16": unreadable,
      "00-01-2016 01:16": unreadable,
      "01-03-2016 24:00": unreadable,
      "01-03-2016 12:60": unreadable,
      "01-03-0016 12:00": unreadable,
      "01-03-1989 12:00": unreadable,
      "01-03-16 12:00": unreadable,
      "02-02-2017 00:00": unreadable,
      yesterday: unreadable,
      "01-03-2016 12:00 CET": unreadable,
    })
  })
  test("names lose the space around and inside them; what hides in them is refused", () => {
    table(nameIn, {
      "Opened by  180": "Opened by 180",
      "  Group 70 ": "Group 70",
      "Caf\u0065\u0301": "Café",
      "?": null,
      "": null,
      "   ": null,
      ["x".repeat(100)]: "x".repeat(100),
      ["x".repeat(101)]: unreadable,
      "a\u0000b": unreadable,
      "a\u202eb": unreadable,
    })
  })
  test("numbers, counts and switches", () => {
    table(numberIn, {
      INC0000045: "INC0000045",
      " inc0000045 ": "INC0000045",
      "?": null,
      "": null,
      number: null,
      "45": null,
      "INC 45": null,
    })
    table(countIn, { "0": 0, " 12 ": 12, "?": null, "-1": unreadable, "1.5": unreadable, "1e3": unreadable, "9999999999": unreadable })
    table(switchIn, { TRUE: true, false: false, "?": null, maybe: unreadable })
  })
  test("priorities and levels by their digit, or their word where there is none", () => {
    table(priorityIn, {
      "1 - Critical": "critical",
      "2 - High": "high",
      "3 - Moderate": "medium",
      "4 - Low": "low",
      "5 - Planning": "low",
      Moderate: "medium",
      "2": "high",
      "?": null,
      "9 - Whatever": unreadable,
      soon: unreadable,
      constructor: unreadable,
    })
    table(levelIn, { "1 - High": "high", "2 - Medium": "medium", "3 - Low": "low", "?": null, "4 - None": unreadable })
  })
})
