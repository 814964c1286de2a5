import assert from "node:assert/strict"
import { test } from "node:test"
import { code, type Edit, insert, link, list, mentionAt, nextLine, wrap } from "./markdown-edit.ts"

/** "one [two] three" with brackets around the selection, "|" for a caret. */
function edit(text: string): Edit {
  const caret = text.indexOf("|")
  if (caret >= 0) return { text: text.replace("|", ""), start: caret, end: caret }
  const start = text.indexOf("[")
  const end = text.indexOf("]") - 1
  return { text: text.replace("[", "").replace("]", ""), start, end }
}
function show({ text, start, end }: Edit | { text: string; start: number; end: number }): string {
  return start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
}

test("marks go around the selection and away again", () => {
  assert.equal(show(wrap(edit("one [two] three"), "**")), "one **[two]** three")
  assert.equal(show(wrap(edit("one **[two]** three"), "**")), "one [two] three")
  assert.equal(show(wrap(edit("one [**two**] three"), "**")), "one [two] three")
  assert.equal(show(wrap(edit("one | three"), "_")), "one _|_ three")
  assert.equal(show(wrap(edit("one[ two ]three"), "_")), "one _[two]_ three")
})

test("several lines of code become a block", () => {
  assert.equal(show(code(edit("see [x = 1]"))), "see `[x = 1]`")
  assert.equal(code(edit("see\n[a\nb]\nend")).text, "see\n```\na\nb\n```\nend")
})

test("a link asks for what is missing", () => {
  assert.equal(show(link({ text: "the page", start: 4, end: 8 })), "the [page]([https://])")
  assert.equal(show(link({ text: "https://a.example", start: 0, end: 17 })), "[|](https://a.example)")
})

test("lines become items and stop being items", () => {
  assert.equal(list(edit("[one\ntwo]")).text, "- one\n- two")
  assert.equal(list(edit("[- one\n- two]")).text, "one\ntwo")
  assert.equal(show(list(edit("|"))), "- |")
})

test("Enter goes on with a list and ends it on an empty item", () => {
  assert.equal(show(nextLine(edit("- one|")) ?? edit("|")), "- one\n- |")
  assert.equal(show(nextLine(edit("3. one|")) ?? edit("|")), "3. one\n4. |")
  assert.equal(show(nextLine(edit("- [x] one|")) ?? edit("|")), "- [x] one\n- [ ] |".replace("- [ ] |", "- [ ] |"))
  assert.equal(show(nextLine(edit("- one\n- |")) ?? edit("|")), "- one\n|")
  assert.equal(nextLine(edit("plain|")), null)
})

test("an @ begins a mention only where a word begins", () => {
  assert.deepEqual(mentionAt(edit("ask @pri|")), { query: "pri", from: 4 })
  assert.deepEqual(mentionAt(edit("@|")), { query: "", from: 0 })
  assert.equal(mentionAt(edit("mail a@b|")), null)
  assert.equal(show(insert(edit("ask @pri| now"), 4, "@priya.nair")), "ask @priya.nair| now")
})
