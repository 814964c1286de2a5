import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { iconNames } from "./icon-names.ts"

test("the names are exactly the symbols of the sprite", () => {
  const sprite = readFileSync(new URL("../assets/icons.svg", import.meta.url), "utf8")
  const symbols = [...sprite.matchAll(/<symbol id="i-([\w-]+)"/g)].map((match) => match[1])
  assert.deepEqual([...iconNames], symbols)
  assert.equal(new Set(symbols).size, symbols.length)
})

test("the sprite can lie in the page under the content security policy", () => {
  const sprite = readFileSync(new URL("../assets/icons.svg", import.meta.url), "utf8")
  assert.doesNotMatch(sprite, /\sstyle=|<script|<style|\son\w+=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/)
})
