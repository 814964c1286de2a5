// Whether a page is still fetching. Waiting for this is waiting for what a person would see: everything there, nothing on its way.
import type { Page, Request } from "playwright-core"

const calmFor = 100
const longest = 15_000

const traffic = new WeakMap<Page, { open: Set<Request>; since: number }>()

export function watchTraffic(page: Page): void {
  const state = { open: new Set<Request>(), since: performance.now() }
  traffic.set(page, state)
  const ended = (request: Request) => {
    state.open.delete(request)
    state.since = performance.now()
  }
  page.on("request", (request) => state.open.add(request))
  page.on("requestfinished", ended)
  page.on("requestfailed", ended)
  // what a left page had asked for is never answered
  page.on("framenavigated", (frame) => frame === page.mainFrame() && state.open.clear())
}

/** Nothing is fetched for a moment, fonts are there, nothing moves and nothing says that it is busy. */
export async function settled(page: Page): Promise<void> {
  const state = traffic.get(page)
  const until = performance.now() + longest
  while (state !== undefined && (state.open.size > 0 || performance.now() - state.since < calmFor)) {
    if (performance.now() > until) throw new Error(`still fetching: ${[...state.open].map((request) => request.url()).join(", ")}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await page.waitForFunction(still)
}

const still = `document.fonts.status === "loaded" && document.querySelector("[aria-busy=true]") === null &&
  document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getTiming().iterations === Infinity)`
