// Markdown to a small tree of our own. There is no HTML anywhere: raw HTML is text, links have a known scheme or are text,
// and pictures come from our own origin or become links. The tree is what markdown.tsx draws and what the tests read.
import { marked, type Token, type Tokens } from "marked"

export type MarkdownNode =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "mention"; name: string }
  | { kind: "key"; key: string }
  | { kind: "break" }
  | { kind: "rule" }
  | { kind: "image"; src: string; alt: string }
  | { kind: "code-block"; text: string; language: string }
  | { kind: "link"; href: string; children: MarkdownNode[] }
  | { kind: "heading"; level: number; children: MarkdownNode[] }
  | { kind: "paragraph" | "strong" | "emphasis" | "strike" | "quote"; children: MarkdownNode[] }
  | { kind: "list"; ordered: boolean; start: number; items: { done: boolean | null; children: MarkdownNode[] }[] }
  | { kind: "table"; head: MarkdownNode[][]; rows: MarkdownNode[][][]; align: ("left" | "right" | "center" | null)[] }

const longest = 200_000
const deepest = 24

/** Never throws: what is too long or too deep to read as Markdown stays the text it is. */
export function markdownTree(source: string): MarkdownNode[] {
  if (hostile(source)) return asTyped(source)
  try {
    return blocks(marked.lexer(source, { gfm: true, breaks: true }), 0)
  } catch {
    return asTyped(source)
  }
}

/** Depth overflows the stack of the lexer, thousands of emphasis marks in one paragraph take it seconds. */
function hostile(source: string): boolean {
  if (source.length > longest || /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/m.test(source)) return true
  return source.length > 4000 && source.split(/\n\s*\n/).some((block) => block.length > 4000 && block.replace(/[^_*]/g, "").length > 2000)
}

function asTyped(source: string): MarkdownNode[] {
  const lines = source
    .split("\n")
    .flatMap((text, at): MarkdownNode[] => (at === 0 ? [{ kind: "text", text }] : [{ kind: "break" }, { kind: "text", text }]))
  return [{ kind: "paragraph", children: lines }]
}

function blocks(tokens: readonly Token[], depth: number): MarkdownNode[] {
  if (depth > deepest) return tokens.length > 0 ? [{ kind: "text", text: tokens.map((token) => token.raw).join("") }] : []
  return tokens.flatMap((token) => block(token as Tokens.Generic, depth))
}

function block(token: Tokens.Generic, depth: number): MarkdownNode[] {
  switch (token.type) {
    case "space":
    case "def":
      return []
    case "hr":
      return [{ kind: "rule" }]
    case "heading":
      return [{ kind: "heading", level: Number(token.depth), children: inline(token.tokens, depth + 1) }]
    case "code":
      return [{ kind: "code-block", text: String(token.text), language: typeof token.lang === "string" ? token.lang : "" }]
    case "blockquote":
      return [{ kind: "quote", children: blocks(token.tokens ?? [], depth + 1) }]
    case "list":
      return [list(token as Tokens.List, depth)]
    case "table":
      return [table(token as Tokens.Table, depth)]
    case "paragraph":
      return [{ kind: "paragraph", children: inline(token.tokens, depth + 1) }]
    case "html":
      return [{ kind: "paragraph", children: textNodes(token.raw.trimEnd()) }]
    case "text":
      // The words of a tight list item.
      return token.tokens ? inline(token.tokens, depth + 1) : textNodes(decode(token.text))
    default:
      return inline([token], depth + 1)
  }
}

function list(token: Tokens.List, depth: number): MarkdownNode {
  return {
    kind: "list",
    ordered: token.ordered,
    start: typeof token.start === "number" ? token.start : 1,
    items: token.items.map((item) => ({
      done: item.task ? Boolean(item.checked) : null,
      children: blocks(
        item.tokens.filter((each) => each.type !== "checkbox"),
        depth + 1,
      ),
    })),
  }
}

function table(token: Tokens.Table, depth: number): MarkdownNode {
  const cell = (each: Tokens.TableCell) => inline(each.tokens, depth + 1)
  return { kind: "table", head: token.header.map(cell), rows: token.rows.map((row) => row.map(cell)), align: token.align }
}

function inline(tokens: readonly Token[] | undefined, depth: number): MarkdownNode[] {
  if (!tokens) return []
  if (depth > deepest) return [{ kind: "text", text: tokens.map((token) => token.raw).join("") }]
  return merge(
    tokens.flatMap((token, at): MarkdownNode[] => {
      if (isMention(tokens, at)) return [{ kind: "mention", name: String((token as Tokens.Generic).text) }]
      const words = token as Tokens.Generic
      return span(isMention(tokens, at + 1) ? { ...words, text: String(words.text).slice(0, -1) } : words, depth)
    }),
  )
}

const person = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `@[Priya Nair](id)`: an @ and, right behind it, a link to a person's id. */
function isMention(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at] as Tokens.Generic | undefined]
  return token?.type === "link" && person.test(String(token.href)) && before?.type === "text" && before.raw.endsWith("@")
}

function span(token: Tokens.Generic, depth: number): MarkdownNode[] {
  switch (token.type) {
    case "strong":
      return [{ kind: "strong", children: inline(token.tokens, depth + 1) }]
    case "em":
      return [{ kind: "emphasis", children: inline(token.tokens, depth + 1) }]
    case "del":
      return [{ kind: "strike", children: inline(token.tokens, depth + 1) }]
    case "codespan":
      return [{ kind: "code", text: String(token.text) }]
    case "br":
      return [{ kind: "break" }]
    case "checkbox":
      return []
    case "link": {
      const href = safeHref(String(token.href))
      const children = inline(token.tokens, depth + 1)
      // Nested interactive things are no HTML either: inside a link only words remain.
      return href === null ? textNodes(token.raw) : [{ kind: "link", href, children: children.map(unlinked) }]
    }
    case "image":
      return [image(String(token.href), String(token.text ?? ""), token.raw)]
    case "escape":
      return [{ kind: "text", text: String(token.text) }]
    case "html":
      return textNodes(token.raw)
    case "text":
      return token.tokens ? inline(token.tokens, depth + 1) : textNodes(decode(String(token.text)))
    default:
      return textNodes(token.raw)
  }
}

/** Only these schemes make a link; everything else stays what was typed. */
export function safeHref(href: string): string | null {
  let url: URL
  try {
    url = new URL(href)
  } catch {
    return null
  }
  return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null
}

function image(src: string, alt: string, raw: string): MarkdownNode {
  if (/^\/(?![/\\])/.test(src)) return { kind: "image", src, alt }
  const href = safeHref(src)
  return href === null ? { kind: "text", text: raw } : { kind: "link", href, children: [{ kind: "text", text: alt || href }] }
}

function unlinked(node: MarkdownNode): MarkdownNode {
  if (node.kind === "mention") return { kind: "text", text: `@${node.name}` }
  if (node.kind === "key") return { kind: "text", text: node.key }
  return node
}

/** Finds mentions (@priya.nair) and ticket keys (HELP-1042) in words. */
function textNodes(text: string): MarkdownNode[] {
  const nodes: MarkdownNode[] = []
  let from = 0
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}_@./-])(?:@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)|([A-Z][A-Z0-9]{1,9}-[1-9]\d{0,8})(?![\p{L}\p{N}_-]))/gu,
  )) {
    if (match.index > from) nodes.push({ kind: "text", text: text.slice(from, match.index) })
    nodes.push(match[1] !== undefined ? { kind: "mention", name: match[1] } : { kind: "key", key: match[2] ?? "" })
    from = match.index + match[0].length
  }
  if (from < text.length) nodes.push({ kind: "text", text: text.slice(from) })
  return nodes
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  copy: "©",
  euro: "€",
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : "\ufffd"
  })
}

function merge(nodes: MarkdownNode[]): MarkdownNode[] {
  const merged: MarkdownNode[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.kind === "text" && last?.kind === "text") merged[merged.length - 1] = { kind: "text", text: last.text + node.text }
    else merged.push(node)
  }
  return merged
}

/** The words alone, for previews and announcements. */
export function plainText(nodes: readonly MarkdownNode[]): string {
  const words = (node: MarkdownNode): string => {
    if ("text" in node) return node.text
    if ("children" in node) return node.children.map(words).join("")
    if (node.kind === "mention") return `@${node.name}`
    if (node.kind === "key") return node.key
    if (node.kind === "list") return node.items.map((item) => item.children.map(words).join("")).join(" ")
    return " "
  }
  return nodes.map(words).join(" ").replace(/\s+/g, " ").trim()
}
