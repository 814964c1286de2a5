// Every address of the app, in both themes, on a desk and on a phone: axe finds nothing. The addresses are the router's own, so that a new one
// fails here until it says who visits it, and with which names filled in.
import assert from "node:assert/strict"
import type { DemoRole } from "@docket/contract/identity"
import type { Locator, Page } from "playwright-core"
import { axeInBothThemes } from "../stage/accessibility.ts"
import { journey, type Stage } from "../stage/journey.ts"
import { settled } from "../stage/traffic.ts"

type Visit = { who: DemoRole | null; path: (tickets: { staffs: string; own: string }) => string }
const visit = (who: DemoRole | null, path: string): Visit => ({ who, path: () => path })

/** By the router's own name of each address. */
const visits: Record<string, Visit> = {
  "/sign-in": visit(null, "/sign-in"),
  "/register": visit(null, "/register"),
  "/set-up": visit(null, "/set-up"),
  "/forgot-password": visit(null, "/forgot-password"),
  "/reset-password": visit(null, "/reset-password"),
  "/invitation": visit(null, "/invitation"),
  "/second-factor": visit("manager", "/second-factor"),
  "/": visit("employee", "/"),
  "/account": visit("agent", "/account"),
  "/my-work": visit("agent", "/my-work"),
  "/tickets": visit("agent", "/tickets"),
  "/tickets/$key": { who: "agent", path: ({ staffs }) => `/tickets/${staffs}` },
  "/queue/$projectKey": { who: "agent", path: ({ staffs }) => `/queue/HELP?tab=mine&peek=${staffs}` },
  "/board/$projectKey": visit("developer", "/board/WEB"),
  "/projects": visit("manager", "/projects"),
  "/portal": visit("employee", "/portal"),
  "/portal/account": visit("employee", "/portal/account"),
  "/portal/requests": visit("employee", "/portal/requests"),
  "/portal/requests/$key": { who: "employee", path: ({ own }) => `/portal/requests/${own}` },
  "/portal/new": visit("employee", "/portal/new"),
}

type Layer = { what: string; who: DemoRole; path: string; open: (page: Page) => Promise<void>; shown: (page: Page) => Locator }
const main = (page: Page) => page.getByRole("main")
const dialog = (page: Page) => page.getByRole("dialog")
const keys =
  (...pressed: string[]) =>
  async (page: Page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }

/** What opens above a page, and pages that have nothing to show. */
const layers: Layer[] = [
  { what: "the command palette", who: "agent", path: "/queue/HELP", open: keys("Control+k"), shown: dialog },
  { what: "the shortcuts", who: "agent", path: "/queue/HELP", open: keys("?"), shown: dialog },
  { what: "a new ticket", who: "agent", path: "/queue/HELP", open: keys("c"), shown: dialog },
  { what: "the filters", who: "agent", path: "/queue/HELP", open: keys("f"), shown: dialog },
  { what: "a status to choose", who: "agent", path: "/queue/HELP", open: keys("j", "s"), shown: dialog },
  { what: "a list without a match", who: "agent", path: "/queue/HELP?q=nothing-is-called-so", open: keys(), shown: main },
  { what: "a ticket that is not there", who: "agent", path: "/tickets/HELP-99999", open: keys(), shown: main },
  {
    what: "a card's menu",
    who: "developer",
    path: "/board/WEB",
    open: (page) => page.getByRole("article").first().getByRole("button", { name: /^Move/ }).click(),
    shown: (page) => page.getByRole("menu"),
  },
]

type Size = { width: number; height: number }
type Pages = Map<DemoRole | null, Page>
const desk: Size = { width: 1440, height: 900 }
const sizes = [desk, { width: 390, height: 844 }]

async function opened(stage: Stage, who: DemoRole | null, pages: Pages, size: Size): Promise<Page> {
  const page = pages.get(who) ?? (await stage.open(who, "/", { viewport: size, hasTouch: size.width < 768 }))
  pages.set(who, page)
  return page
}

/** Goes somewhere as a link would: the app stays, the page changes. */
async function go(page: Page, href: string): Promise<void> {
  await page.evaluate(`window.__TSR_ROUTER__.navigate({ href: ${JSON.stringify(href)} })`)
  await page.waitForFunction(
    "(({ status, location, resolvedLocation }) => status === 'idle' && location.href === resolvedLocation?.href)(window.__TSR_ROUTER__.state)",
  )
  await page.getByRole("heading").first().waitFor()
}

async function ticketsToShow({ given }: Stage): Promise<{ staffs: string; own: string }> {
  const { data } = await given.ask<{ data: { key: string }[] }>("agent", "GET", "/tickets?project=HELP&statusCategory=active&limit=1")
  const own = await given.ask<{ data: { key: string }[] }>("employee", "GET", "/tickets?reporter=me&limit=1")
  assert.ok(data[0] && own.data[0], "the demo company has tickets to show")
  return { staffs: data[0].key, own: own.data[0].key }
}

journey("axe on every address at 1440 and 390, light and dark", async (stage) => {
  const tickets = await ticketsToShow(stage)
  const wrong: string[] = []
  const visitAll = async (size: Size) => {
    const pages: Pages = new Map()
    const addresses: string[] = await (await opened(stage, null, pages, size)).evaluate("Object.keys(window.__TSR_ROUTER__.routesByPath)")
    assert.deepEqual(addresses.toSorted(), Object.keys(visits).toSorted(), "the router and the list of visits name the same addresses")
    for (const [address, { who, path }] of Object.entries(visits)) {
      const page = await opened(stage, who, pages, size)
      await go(page, path(tickets))
      wrong.push(...(await axeInBothThemes(page, `${address} at ${size.width}`)))
    }
  }
  await Promise.all(sizes.map(visitAll))
  assert.deepEqual(wrong, [])
})

journey("axe on what opens above a page, light and dark", async (stage) => {
  stage.complaints.expect(/status of 404/)
  const wrong: string[] = []
  const pages: Pages = new Map()
  for (const { what, who, path, open, shown } of layers) {
    const page = await opened(stage, who, pages, desk)
    await go(page, path)
    await settled(page)
    await open(page)
    await shown(page).waitFor()
    wrong.push(...(await axeInBothThemes(page, what, shown(page))))
    await page.keyboard.press("Escape")
  }
  assert.deepEqual(wrong, [])
})
