// What the content security policy and Trusted Types refuse must not be written in the first place.
import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { test } from "node:test"

const root = new URL(".", import.meta.url)
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.ts$|^dist|node_modules/.test(file),
)

const refused: [RegExp, string][] = [
  [/dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/, "HTML from strings; build elements"],
  [/createElement\(\s*["'](style|script)["']|<style[\s>]|<script[\s>]/, "style and script elements; use a class or a file"],
  [/\beval\(|new Function\(/, "code from strings"],
  [/\b(Select|ScrollArea)\b[^\n]*from "radix-ui"/, "Radix parts that inject <style>; use Picker and native scrolling"],
  [/import\s*\{[^}]*\b(Select|ScrollArea)\b[^}]*\}\s*from "radix-ui"/, "Radix parts that inject <style>; use Picker and native scrolling"],
  [/\b(bg|text|border|from|to|ring)-(gray|slate|zinc|red|blue|green|white|black)(-\d+)?\b/, "colours outside the tokens"],
]

test("no source writes what the browser would refuse, or a colour that is no token", () => {
  const found: string[] = []
  for (const file of sources) {
    // Sample words of the kit and comments may name anything.
    const text = readFileSync(new URL(file, root), "utf8")
      .replace(/^\s*(\/\/|\*|\/\*).*$/gm, "")
      .replace(/`[^`]*`/g, "")
    for (const [pattern, reason] of refused) if (pattern.test(text)) found.push(`${file}: ${reason}`)
  }
  assert.deepEqual(found, [])
})

test("index.html has no inline script and no inline style", () => {
  const html = readFileSync(new URL("./index.html", import.meta.url), "utf8")
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
})
