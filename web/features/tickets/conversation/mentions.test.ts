import assert from "node:assert/strict"
import { test } from "node:test"
import { keptText, shownText } from "./mentions.ts"

const nadia = "01a1fd3d-4cf6-70bd-939c-52ca23fddc9e"
const other = "02a1fd3d-4cf6-70bd-939c-52ca23fddc9e"

test("a mention is shown by name and kept with its id", () => {
  const kept = `Ask @[Nadia Rahimi](${nadia}), or @[Nadia Rahimi](${nadia}) again.`
  const { text, people } = shownText(kept)
  assert.equal(text, "Ask @Nadia Rahimi, or @Nadia Rahimi again.")
  assert.equal(keptText(text, people), kept)
})

test("a name that was broken up is only text", () => {
  const { people } = shownText(`@[Nadia Rahimi](${nadia})`)
  assert.equal(keptText("@Nadia Rahim and @Nadia Rahimis", people), "@Nadia Rahim and @Nadia Rahimis")
})

test("the longer name wins, and two people with one name stay apart", () => {
  const people = new Map([
    ["Ann", nadia],
    ["Ann Lee", other],
  ])
  assert.equal(keptText("@Ann Lee and @Ann", people), `@[Ann Lee](${other}) and @[Ann](${nadia})`)
  const twins = `@[Ann](${nadia}) @[Ann](${other})`
  const shown = shownText(twins)
  assert.equal(shown.text, `@Ann @[Ann](${other})`)
  assert.equal(keptText(shown.text, shown.people), twins)
})
