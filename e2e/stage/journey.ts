// One journey is one test: people at browsers of their own, all visiting one server. Everything that is opened is closed again, and a journey
// that fails leaves pictures of what everyone saw.
import assert from "node:assert/strict"
import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import type { DemoRole } from "@docket/contract/identity"
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core"
import { openBrowser } from "./browser.ts"
import { Complaints } from "./complaints.ts"
import { Given } from "./given.ts"
import { type HouseUnderTest, openHouse } from "./house-under-test.ts"
import { watchTraffic } from "./traffic.ts"

const patience = 10_000
/** A change of another person is on the screen within half a second; a busy machine may take four times as long. */
const liveWithin = 2000
const width = 1440

export type Stage = {
  house: HouseUnderTest
  complaints: Complaints
  given: Given
  /** A browser of one's own, signed in as one of the demo company's people, or as nobody. */
  open: (who: DemoRole | null, path: string, options?: BrowserContextOptions) => Promise<Page>
  /** Waits until somebody else's change is on the screen, and prints how long it took. */
  sees: (what: string, shown: Locator) => Promise<void>
}

let house: Promise<HouseUnderTest> | undefined
let browser: Promise<Browser> | undefined
let given: Given | undefined
after(async () => {
  await (await browser)?.close()
  await (await house)?.stop()
})

export function journey(name: string, go: (stage: Stage) => Promise<void>): void {
  test(name, async () => {
    if (await travel(name, go)) return
    // that the browser itself died says nothing about the app: once more, with a new one
    console.log(`${name}: the browser is gone, once more with another`)
    browser = undefined
    assert.ok(await travel(name, go), "the browser died twice")
  })
}

/** Answers false where the browser died on the way. @throws where the journey failed */
async function travel(name: string, go: (stage: Stage) => Promise<void>): Promise<boolean> {
  house ??= openHouse()
  browser ??= openBrowser()
  const [theHouse, theBrowser] = await Promise.all([house, browser])
  given ??= new Given(theHouse.address)
  const began = performance.now()
  const complaints = new Complaints()
  const contexts: BrowserContext[] = []
  const open: Stage["open"] = async (who, path, options) => {
    const context = await theBrowser.newContext({
      baseURL: theHouse.address,
      viewport: { width, height: 900 },
      locale: "en-GB",
      timezoneId: "UTC",
      reducedMotion: "reduce",
      storageState: { cookies: [], origins: who === null ? [] : [signedInMark(theHouse.address)] },
      ...options,
    })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    await complaints.listen(context, who ?? "nobody")
    if (who !== null) await signIn(context, who)
    const page = await context.newPage()
    watchTraffic(page)
    await page.goto(path)
    return page
  }
  try {
    await go({ house: theHouse, complaints, given, open, sees })
    if (complaints.unexpected.length > 0) throw new Error(`the browser complained:\n${complaints.unexpected.join("\n")}`)
    console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  } catch (error) {
    if (!theBrowser.isConnected()) return false
    throw await withPictures(error, name, contexts, complaints)
  } finally {
    await Promise.all(contexts.map((context) => context.close().catch(() => undefined)))
  }
  return true
}

async function sees(what: string, shown: Locator): Promise<void> {
  const since = performance.now()
  await shown.waitFor({ timeout: liveWithin })
  console.log(`  ${what}: seen after ${Math.round(performance.now() - since)} ms`)
}

/** How the app knows at its start that there is a session to go on with. */
const signedInMark = (origin: string) => ({ origin, localStorage: [{ name: "docket.session", value: "1" }] })

/** By the API, as one click on the sign-in page would: that page has a journey of its own. */
async function signIn(context: BrowserContext, role: DemoRole): Promise<void> {
  const answer = await context.request.post("/api/v1/auth/demo-login", { data: { role }, headers: { "x-docket-client": "web" } })
  if (!answer.ok()) throw new Error(`nobody could sign in as ${role}: ${answer.status()} ${await answer.text()}`)
}

async function withPictures(error: unknown, name: string, contexts: BrowserContext[], complaints: Complaints): Promise<Error> {
  const folder = join(tmpdir(), "docket-journeys-failed")
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const [at, page] of contexts.flatMap((context) => context.pages()).entries()) {
    const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 60)}-${at + 1}.png`)
    await page.screenshot({ path, timeout: 5000 }).then(
      () => paths.push(`${path} (${page.url()})`),
      () => undefined,
    )
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const failure = new Error([reason, ...paths.map((path) => `picture: ${path}`), ...complaints.unexpected].join("\n"))
  failure.stack = failure.message
  return failure
}
