// What axe finds on a page, or on what has opened above it. It runs through the debugger, so that the page's content security policy stays as it is.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Locator, Page } from "playwright-core"
import { settled } from "./traffic.ts"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const install = `globalThis.axe ?? (() => {${source}})()
undefined`

const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] }
const run = (
  options: object,
) => `axe.run(globalThis.lookedAt ?? document, ${JSON.stringify({ ...options, resultTypes: ["violations"], preload: false })})
  .then(({ violations }) => violations.map(({ id, help, nodes }) => id + " (" + help + "): " + nodes.slice(0, 4).map(({ target, failureSummary }) =>
    target.join(" ") + " — " + failureSummary.split("\\n").slice(1, 3).join("; ").trim()).join(" | ")))`

/** Sentences about what is wrong in either theme. A theme changes colours and nothing else, so the second one is asked only about those. */
export async function axeInBothThemes(page: Page, what: string, layer?: Locator): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await settled(page)
    await page.evaluate(install)
    await page.evaluate("globalThis.lookedAt = undefined")
    await layer?.evaluate((element) => void Object.assign(globalThis, { lookedAt: element }))
    // what lies open above a page lies outside its landmarks
    const options = colorScheme === "dark" ? { runOnly: colours } : { rules: { region: { enabled: layer === undefined } } }
    const sentences = await page.evaluate<string[]>(run(options))
    found.push(...sentences.map((sentence) => `${what}, ${colorScheme}: ${sentence}`))
  }
  return found
}
