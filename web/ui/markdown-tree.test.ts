import assert from "node:assert/strict"
import { test } from "node:test"
import { type MarkdownNode, markdownTree, plainText, safeHref } from "./markdown-tree.ts"

const all = (nodes: MarkdownNode[]): MarkdownNode[] =>
  nodes.flatMap((node) => [
    node,
    ...("children" in node ? all(node.children) : []),
    ...(node.kind === "list" ? all(node.items.flatMap((item) => item.children)) : []),
    ...(node.kind === "table" ? all([...node.head.flat(), ...node.rows.flat(2)]) : []),
  ])
const kinds = (source: string, kind: MarkdownNode["kind"]) => all(markdownTree(source)).filter((node) => node.kind === kind)

test("raw HTML is text, in blocks and in lines", () => {
  assert.deepEqual(markdownTree("a <b onclick=x>bold</b> & <i>"), [
    { kind: "paragraph", children: [{ kind: "text", text: "a <b onclick=x>bold</b> & <i>" }] },
  ])
  assert.equal(plainText(markdownTree("<script>alert(1)</script>")), "<script>alert(1)</script>")
  assert.equal(plainText(markdownTree("<!-- hidden -->")), "<!-- hidden -->")
})

test("only known schemes become links", () => {
  assert.equal(safeHref("https://marlow.example/a?b=1"), "https://marlow.example/a?b=1")
  assert.equal(safeHref("mailto:ines@marlow.example"), "mailto:ines@marlow.example")
  for (const href of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/tickets",
    "blob:https://x/1",
  ]) {
    assert.equal(safeHref(href), null, href)
  }
  assert.deepEqual(kinds("[no](javascript:alert(1)) [no](data:text/html;base64,x)", "link"), [])
  assert.equal(kinds("<javascript:alert(1)>", "link").length, 0)
  assert.equal(kinds("[yes](https://marlow.example)", "link").length, 1)
  assert.equal(kinds("see https://marlow.example/x and ines@marlow.example", "link").length, 2)
})

test("pictures come from our own origin or become links", () => {
  assert.deepEqual(kinds("![log](/api/v1/files/1)", "image"), [{ kind: "image", src: "/api/v1/files/1", alt: "log" }])
  assert.deepEqual(kinds("![x](//evil.example/a.png) ![x](/\\evil.example)", "image"), [])
  assert.equal(kinds("![x](https://elsewhere.example/a.png)", "link").length, 1)
})

test("mentions and ticket keys are found in words, not in code, addresses or links", () => {
  assert.deepEqual(kinds("ask @priya.nair. or @Tomás", "mention"), [
    { kind: "mention", name: "priya.nair" },
    { kind: "mention", name: "Tomás" },
  ])
  assert.deepEqual(kinds("see HELP-1042, WEB-7; not XHELP-0 nor a-HELP-1 nor HELP-12x", "key"), [
    { kind: "key", key: "HELP-1042" },
    { kind: "key", key: "WEB-7" },
  ])
  assert.equal(kinds("`@priya HELP-1`", "mention").length + kinds("`@priya HELP-1`", "key").length, 0)
  assert.equal(kinds("a@b.example", "mention").length, 0)
  assert.equal(kinds("[HELP-1 @x](https://marlow.example)", "key").length, 0)
})

test("tasks, tables, code, entities and line breaks", () => {
  const [list] = kinds("- [x] done\n- [ ] open\n- plain", "list")
  assert.ok(list?.kind === "list")
  assert.deepEqual(
    list.items.map((item) => [item.done, plainText(item.children)]),
    [
      [true, "done"],
      [false, "open"],
      [null, "plain"],
    ],
  )
  const [table] = kinds("| a | b |\n| --- | ---: |\n| 1 | 2 |", "table")
  assert.ok(table?.kind === "table")
  assert.deepEqual(table.align, [null, "right"])
  assert.deepEqual(kinds("```ts\nconst a = 1 < 2\n```", "code-block"), [{ kind: "code-block", text: "const a = 1 < 2", language: "ts" }])
  assert.equal(plainText(markdownTree("&lt;b&gt; &amp; &#8364; &#xD800; &nope;")), "<b> & € \ufffd &nope;")
  assert.equal(kinds("one\ntwo", "break").length, 1)
})

test("hostile depth and length end as plain text, quickly", () => {
  const started = performance.now()
  for (const source of [
    ">".repeat(20_000),
    "- ".repeat(5000),
    `${"*".repeat(5000)}a`,
    "[".repeat(20_000),
    "x".repeat(300_000),
    "1. ".repeat(3000),
    `${"> ".repeat(50)}deep`,
    "a_".repeat(30_000),
  ]) {
    assert.ok(markdownTree(source).length > 0)
  }
  assert.ok(performance.now() - started < 3000)
})

test("a person chosen from a list is a mention, also where the name is not one word", () => {
  const id = "01a1fd3d-4cf6-70bd-939c-52ca23fddc9e"
  assert.deepEqual(markdownTree(`Ask @[Nadia Rahimi](${id}) first`), [
    {
      kind: "paragraph",
      children: [
        { kind: "text", text: "Ask " },
        { kind: "mention", name: "Nadia Rahimi" },
        { kind: "text", text: " first" },
      ],
    },
  ])
  assert.equal(kinds(`no [Nadia](${id})`, "mention").length, 0)
  assert.equal(kinds("no @[Nadia](https://example.com)", "mention").length, 0)
})
